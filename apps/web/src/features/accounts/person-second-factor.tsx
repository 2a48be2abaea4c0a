import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { useFormat } from '../../shared/format/use-format.js';
import { toZone } from '../../shared/format/zones.js';
import { useMe } from '../../shared/session/use-session.js';
import type { PersonAccountProps } from '../../shared/slots/slots.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { Notice } from '../../ui/notice.js';
import { TextInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';

/** For an admin: that somebody has a second factor, and the way out for who lost phone and codes. Nothing where there is none. */
export function PersonSecondFactor({ personId }: PersonAccountProps) {
  const { t } = useTranslation('accounts');
  const me = useMe();
  const format = useFormat(toZone(me.timeZone));
  const factor = useQuery(routeQuery('accounts', 'secondFactorOf', { params: { personId } }));
  const [ending, setEnding] = useState(false);
  // One's own is turned off in the profile, with the password.
  if (!factor.data?.since || personId === me.personId) return null;
  return (
    <div className="mt-6">
      <Notice
        title={t('factor.title')}
        action={
          <Button tone="secondary" size="small" onClick={() => setEnding(true)}>
            {t('factor.of.end')}
          </Button>
        }
      >
        {t('factor.of.since', { at: format.date(factor.data.since) })}
      </Notice>
      {ending && <EndDialog personId={personId} onClose={() => setEnding(false)} />}
    </div>
  );
}

function EndDialog({ personId, onClose }: PersonAccountProps & { readonly onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const id = useId();
  const client = useQueryClient();
  const form = useContractForm<{ reason: string }>({
    defaultValues: { reason: '' },
    schema: () => import('@pamong/contract/accounts').then((contract) => contract.EndSecondFactor),
    onSubmit: async (body) => {
      await api.accounts.endSecondFactorOf({ params: { personId }, body });
      toast({ text: t('factor.turnedOff'), tone: 'success' });
      void client.invalidateQueries({ queryKey: ['accounts', 'secondFactorOf'] });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('factor.titles.turnOff')}
      description={t('factor.of.explained')}
      actions={
        <>
          <Button tone="secondary" onClick={onClose}>
            {t('password.cancel')}
          </Button>
          <Button type="submit" tone="danger" form={id} busy={form.formState.isSubmitting}>
            {t('factor.tasks.turnOff')}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={(event) => void form.submit(event)} className="grid gap-5 pb-2">
        <FormErrors faults={form.faults} labels={{ reason: t('factor.of.reason') }} problem={form.problem} submitCount={form.formState.submitCount} />
        <Field name="reason" label={t('factor.of.reason')} hint={t('factor.of.reasonHint')} error={form.errorOf('reason')} required>
          {(control) => <TextInput {...control} {...form.register('reason')} data-first-focus />}
        </Field>
      </form>
    </Dialog>
  );
}

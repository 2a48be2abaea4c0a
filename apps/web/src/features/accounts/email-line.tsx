import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { TextInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';

/** The address that letters go to, and the way to another one, where letters can be sent at all. */
export function EmailLine({ email }: { readonly email: string | null }) {
  const { t } = useTranslation('accounts');
  const { data } = useQuery(routeQuery('entry', 'options'));
  const [changing, setChanging] = useState(false);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="break-all">{email ?? t('profile.noEmail')}</span>
      {data?.mail && (
        <Button tone="quiet" size="small" onClick={() => setChanging(true)}>
          {t('profile.changeEmail')}
        </Button>
      )}
      {changing && <ChangeEmailDialog onClose={() => setChanging(false)} />}
    </span>
  );
}

function ChangeEmailDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const id = useId();
  const form = useContractForm<{ email: string }>({
    defaultValues: { email: '' },
    schema: () => import('@pamong/contract/entry').then((contract) => contract.ChangeEmail),
    onSubmit: async (body) => {
      await api.entry.changeEmail({ body });
      toast({ text: t('profile.emailSent', { email: body.email }), tone: 'success' });
      onClose();
    },
  });
  return (
    <Dialog
      open
      insistent
      onClose={onClose}
      title={t('profile.changeEmail')}
      description={t('profile.emailLead')}
      actions={
        <>
          <Button tone="secondary" onClick={onClose}>
            {t('password.cancel')}
          </Button>
          <Button type="submit" form={id} busy={form.formState.isSubmitting}>
            {t('profile.emailSubmit')}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={(event) => void form.submit(event)} className="pb-2">
        <FormErrors faults={form.faults} labels={{ email: t('profile.newEmail') }} problem={form.problem} submitCount={form.formState.submitCount} />
        <Field name="email" label={t('profile.newEmail')} error={form.errorOf('email')} required>
          {(control) => <TextInput {...control} {...form.register('email')} type="email" autoComplete="email" autoCapitalize="none" spellCheck={false} />}
        </Field>
      </form>
    </Dialog>
  );
}

import type { StartActing } from '@pamong/contract/acting';
import { Eye } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { useCan, useReplaceSession, useSession } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { Checkbox } from '../../ui/choices.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { FormErrors } from '../../ui/form-errors.js';
import { TextInput } from '../../ui/text-input.js';
import type { PickedPerson } from './pickers.js';

/** Opens the way to see Pamong as this person, for those who may. */
export function ActAs({ person }: { readonly person: PickedPerson }) {
  const { t } = useTranslation('access');
  const [open, setOpen] = useState(false);
  const { me } = useSession();
  const can = useCan();
  if (!can('person.act-as') || me?.personId === person.id) return null;
  return (
    <>
      <Button tone="secondary" size="small" icon={<Eye aria-hidden="true" className="size-4.5" />} onClick={() => setOpen(true)}>
        {t('acting.open')}
      </Button>
      {open && <ActAsDialog person={person} onClose={() => setOpen(false)} />}
    </>
  );
}

function ActAsDialog({ person, onClose }: { readonly person: PickedPerson; readonly onClose: () => void }) {
  const { t } = useTranslation('access');
  const id = useId();
  const mayWrite = useCan()('person.act-as-write');
  const replaceSession = useReplaceSession();
  const navigate = useNavigate();
  const form = useContractForm<z.input<typeof StartActing>>({
    defaultValues: { reason: '', mayWrite: false },
    schema: () => import('@pamong/contract/acting').then((contract) => contract.StartActing),
    onSubmit: async (body) => {
      await api.acting.start({ params: { personId: person.id }, body });
      const session = await api.session.get();
      await navigate('/beranda');
      replaceSession(session);
    },
  });
  return (
    <Dialog
      open
      insistent
      onClose={onClose}
      title={t('acting.title', { name: person.fullName })}
      description={t('acting.lead')}
      actions={
        <>
          <Button tone="secondary" onClick={onClose}>
            {t('grant.cancel')}
          </Button>
          <Button type="submit" form={id} busy={form.formState.isSubmitting}>
            {t('acting.start')}
          </Button>
        </>
      }
    >
      <form id={id} noValidate className="grid gap-3" onSubmit={(event) => void form.submit(event)}>
        <FormErrors labels={{ reason: t('acting.reason') }} faults={form.faults} problem={form.problem} submitCount={form.formState.submitCount} />
        <Field name="reason" label={t('acting.reason')} hint={t('acting.reasonHint')} error={form.errorOf('reason')} required>
          {(control) => <TextInput {...control} {...form.register('reason')} data-first-focus maxLength={500} autoComplete="off" />}
        </Field>
        {mayWrite && <Checkbox label={t('acting.mayWrite')} hint={t('acting.mayWriteHint')} {...form.register('mayWrite')} />}
      </form>
    </Dialog>
  );
}

import type { StartActing } from '@pamong/contract/acting';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { useCan, useReplaceSession, useSession } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { Checkbox } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
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
    <FormDialog
      form={form}
      onClose={onClose}
      title={t('acting.title', { name: person.fullName })}
      description={t('acting.lead')}
      labels={{ reason: t('acting.reason') }}
      cancel={t('grant.cancel')}
      submit={t('acting.start')}
    >
      <Field name="reason" label={t('acting.reason')} hint={t('acting.reasonHint')} error={form.errorOf('reason')} required>
        {(control) => <TextInput {...control} {...form.register('reason')} data-first-focus maxLength={500} autoComplete="off" />}
      </Field>
      {mayWrite && <Checkbox label={t('acting.mayWrite')} hint={t('acting.mayWriteHint')} {...form.register('mayWrite')} />}
    </FormDialog>
  );
}

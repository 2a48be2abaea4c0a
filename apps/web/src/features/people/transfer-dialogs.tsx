import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ZodType } from 'zod';
import { api } from '../../shared/api/client.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { useMe } from '../../shared/session/use-session.js';
import { Field } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { DigitsInput, TextInput } from '../../ui/text-input.js';
import { Textarea } from '../../ui/textarea.js';
import { toast } from '../../ui/toast-store.js';
import { AgencyPicker, UnitPicker } from './pickers.js';
import type { TransferData } from './transfers.page.js';

/** What is to be done about a transfer. */
export type TransferTask =
  | { readonly kind: 'accept' | 'decline'; readonly transfer: TransferData }
  | { readonly kind: 'request' }
  | { readonly kind: 'propose'; readonly personId: string; readonly fullName: string };

interface Values {
  staffNumber: string;
  toAgencyId: string;
  organisationId?: string;
  effectiveOn: string;
  note: string;
  reason: string;
}
type Name = keyof Values;

const contract = () => import('@pamong/contract/transfers');
const schemas: Record<TransferTask['kind'], () => Promise<ZodType>> = {
  accept: () => contract().then((c) => c.AcceptTransfer),
  decline: () => contract().then((c) => c.DeclineTransfer),
  request: () => contract().then((c) => c.RequestTransfer),
  propose: () => contract().then((c) => c.ProposeTransfer),
};

function fieldsOf(task: TransferTask): readonly Name[] {
  if (task.kind === 'accept') return task.transfer.can.nameUnit ? ['organisationId'] : [];
  if (task.kind === 'decline') return ['reason'];
  return task.kind === 'request' ? ['staffNumber', 'organisationId', 'effectiveOn', 'note'] : ['toAgencyId', 'effectiveOn', 'note'];
}

function send(task: TransferTask, values: Values): Promise<unknown> {
  const { staffNumber, toAgencyId, organisationId, effectiveOn, note, reason } = values;
  switch (task.kind) {
    case 'accept': return api.transfers.accept({ params: { transferId: task.transfer.transferId }, body: organisationId ? { organisationId } : {} });
    case 'decline': return api.transfers.decline({ params: { transferId: task.transfer.transferId }, body: { reason } });
    case 'request': return api.transfers.request({ body: { staffNumber, organisationId: organisationId ?? '', effectiveOn, note } });
    case 'propose': return api.transfers.propose({ params: { personId: task.personId }, body: { toAgencyId, effectiveOn, note } });
  }
}

/** Asks what a step of a transfer needs, and says what follows from it. */
export default function TransferDialog({ task, onClose }: { readonly task: TransferTask; readonly onClose: () => void }) {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const { timeZone } = useMe();
  const fields = fieldsOf(task);
  const name = task.kind === 'propose' ? task.fullName : 'transfer' in task ? task.transfer.person.fullName : '';
  const form = useContractForm<Values>({
    defaultValues: { staffNumber: '', toAgencyId: '', effectiveOn: new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date()), note: '', reason: '' },
    schema: schemas[task.kind],
    onSubmit: async (values) => {
      await send(task, values);
      await Promise.all([client.invalidateQueries({ queryKey: ['transfers'] }), client.invalidateQueries({ queryKey: ['people'] })]);
      toast({ text: t(`transfers.done.${task.kind}`), tone: 'success' });
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={t(`transfers.titles.${task.kind}`, { name })}
      description={t(`transfers.texts.${task.kind}`)}
      labels={Object.fromEntries(fields.map((field) => [field, t(`transfers.fields.${field}`)]))}
      cancel={t('form.cancel')}
      submit={t(`transfers.verbs.${task.kind}`)}
    >
      {fields.map((field) => (
        <Field key={field} name={field} label={t(`transfers.fields.${field}`)} error={form.errorOf(field)} required={field !== 'note'} optional={field === 'note'}>
          {(control) => {
            if (field === 'organisationId') return <UnitPicker control={control} value={form.watch(field) ?? ''} onValue={(value) => form.setValue(field, value)} />;
            if (field === 'toAgencyId') return <AgencyPicker control={control} value={form.watch(field)} onValue={(value) => form.setValue(field, value)} />;
            if (field === 'note' || field === 'reason') return <Textarea {...control} {...form.register(field)} rows={3} maxLength={500} />;
            if (field === 'effectiveOn') return <TextInput {...control} {...form.register(field)} type="date" className="max-w-48" />;
            return <DigitsInput {...control} {...form.register(field)} maxLength={40} />;
          }}
        </Field>
      ))}
    </FormDialog>
  );
}

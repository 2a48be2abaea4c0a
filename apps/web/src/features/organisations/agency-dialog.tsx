import type { CreateAgency } from '@pamong/contract/organisations';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { Field } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Select } from '../../ui/select.js';
import { TextInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';
import { unitPath, useTreeChanged, zones } from './use-unit.js';

/** Adds an agency to an installation that serves several. */
export function AgencyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('organisations');
  const changed = useTreeChanged();
  const navigate = useNavigate();
  const form = useContractForm<z.input<typeof CreateAgency>>({
    defaultValues: { name: '', shortName: '', timeZone: 'Asia/Jakarta' },
    schema: () => import('@pamong/contract/organisations').then((contract) => contract.CreateAgency),
    onSubmit: async (body) => {
      const made = await api.organisations.createAgency({ body });
      await changed();
      toast({ text: t('form.created', { name: made.name }), tone: 'success' });
      onClose();
      await navigate(unitPath(made.id));
    },
  });
  const labels = { name: t('agency.name'), shortName: t('facts.shortName') };
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={t('agency.add')}
      description={t('agency.lead')}
      labels={labels}
      cancel={t('form.cancel')}
      submit={t('form.save')}
    >
      <Field name="name" label={labels.name} error={form.errorOf('name')} required>
        {(control) => <TextInput {...control} {...form.register('name')} data-first-focus maxLength={200} autoComplete="off" />}
      </Field>
      <Field name="shortName" label={labels.shortName} error={form.errorOf('shortName')} required>
        {(control) => <TextInput {...control} {...form.register('shortName')} maxLength={100} autoComplete="off" />}
      </Field>
      <Field name="timeZone" label={t('facts.timeZone')} error={form.errorOf('timeZone')}>
        {(control) => <Select {...control} {...form.register('timeZone')} options={zones.map((zone) => ({ value: zone, label: t(`zones.${zone}`) }))} />}
      </Field>
    </FormDialog>
  );
}

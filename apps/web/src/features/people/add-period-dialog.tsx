import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { Field } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { TextInput } from '../../ui/text-input.js';

interface Period {
  startsOn: string;
  endsOn: string;
}

/** Adds a contract period. */
export default function AddPeriodDialog({ personId, onClose, onAdded }: { readonly personId: string; readonly onClose: () => void; readonly onAdded: () => Promise<void> }) {
  const { t } = useTranslation('people');
  const form = useContractForm<Period>({
    defaultValues: { startsOn: '', endsOn: '' },
    schema: () => import('@pamong/contract/people').then((contract) => contract.ContractPeriod),
    onSubmit: async (body) => {
      await api.people.setContract({ params: { personId }, body });
      await onAdded();
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={t('contracts.addTitle')}
      description={t('contracts.addText')}
      labels={{ startsOn: t('contracts.startsOn'), endsOn: t('contracts.endsOn') }}
      cancel={t('form.cancel')}
      submit={t('form.save')}
    >
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
        {(['startsOn', 'endsOn'] as const).map((name) => (
          <Field key={name} name={name} label={t(`contracts.${name}`)} error={form.errorOf(name)} required>
            {(control) => <TextInput {...control} {...form.register(name)} type="date" />}
          </Field>
        ))}
      </div>
    </FormDialog>
  );
}

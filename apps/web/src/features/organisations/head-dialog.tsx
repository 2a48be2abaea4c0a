import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { Field } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Select } from '../../ui/select.js';
import { TextInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';
import { SearchedChoice } from './searched-choice.js';
import { type Unit, useTreeChanged } from './use-unit.js';

interface HeadForm {
  personId: string;
  acting: 'PLT' | 'PLH' | null;
  validFrom: string;
  validUntil: string | null;
}

const fewestLetters = 2;

/** Names a head, or who acts as head, from a day on. */
export function HeadDialog({ unit, onClose }: { readonly unit: Unit; readonly onClose: () => void }) {
  const { t } = useTranslation('organisations');
  const changed = useTreeChanged();
  const form = useContractForm<HeadForm>({
    defaultValues: { personId: '', acting: null, validFrom: new Intl.DateTimeFormat('en-CA', { timeZone: unit.timeZone }).format(new Date()), validUntil: null },
    schema: () => import('@pamong/contract/organisations').then((contract) => contract.AddHead),
    onSubmit: async (body) => {
      await api.organisations.addHead({ params: { organisationId: unit.id }, body });
      await changed();
      toast({ text: t('heads.named'), tone: 'success' });
      onClose();
    },
  });
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={t('heads.dialogTitle')}
      description={t('heads.dialogText', { name: unit.name })}
      labels={{ personId: t('heads.person'), validFrom: t('heads.from') }}
      cancel={t('form.cancel')}
      submit={t('heads.submit')}
    >
      <PersonField organisationId={unit.id} value={form.watch('personId')} error={form.errorOf('personId')} onValue={(value) => form.setValue('personId', value)} />
      <Field name="acting" label={t('heads.kind')}>
        {(control) => (
          <Select
            {...control}
            placeholder={t('heads.proper')}
            value={form.watch('acting') ?? ''}
            options={(['PLT', 'PLH'] as const).map((value) => ({ value, label: t(`heads.actingLong.${value}`) }))}
            onChange={(event) => form.setValue('acting', event.target.value === '' ? null : (event.target.value as 'PLT' | 'PLH'))}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
        <Field name="validFrom" label={t('heads.from')} error={form.errorOf('validFrom')} required>
          {(control) => <TextInput {...control} type="date" {...form.register('validFrom')} />}
        </Field>
        <Field name="validUntil" label={t('heads.until')} error={form.errorOf('validUntil')} optional>
          {(control) => <TextInput {...control} type="date" {...form.register('validUntil', { setValueAs: (value: string | null) => (value === '' ? null : value) })} />}
        </Field>
      </div>
    </FormDialog>
  );
}

interface PersonFieldProps {
  readonly organisationId: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onValue: (personId: string) => void;
}

function PersonField({ organisationId, value, error, onValue }: PersonFieldProps) {
  const { t } = useTranslation('organisations');
  const [text, setText] = useState('');
  const found = useQuery({
    ...routeQuery('organisations', 'listHeadCandidates', { params: { organisationId }, query: { q: text } }),
    enabled: text.length >= fewestLetters,
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map((one) => ({ value: one.personId, label: [one.fullName, one.post, one.unit].filter(Boolean).join(' · ') }));
  return (
    <Field name="personId" label={t('heads.person')} hint={t('heads.personHint')} error={error} required>
      {(control) => (
        <SearchedChoice
          control={control}
          value={value}
          options={options}
          onSearch={setText}
          emptyText={t(text.length < fewestLetters ? 'heads.typeMore' : 'heads.nobodyFound')}
          onValue={onValue}
        />
      )}
    </Field>
  );
}

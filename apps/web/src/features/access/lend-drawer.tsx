import type { CreateDelegation, LendableRole } from '@pamong/contract/delegations';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { Checkbox, ChoiceGroup } from '../../ui/choices.js';
import { Field } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { TextInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';
import type { PickedPerson, PickedPlace } from './pickers.js';
import { PersonPicker, PlacePicker } from './pickers.js';

type Values = z.input<typeof CreateDelegation>;

const emptyIsNone = { setValueAs: (value: string) => (value === '' ? undefined : value) };

/** Lends roles: to whom, which, perhaps for one unit only, until when and why. */
export function LendDrawer({ lendable, onClose }: { readonly lendable: readonly z.output<typeof LendableRole>[]; readonly onClose: () => void }) {
  const { t } = useTranslation('access');
  const client = useQueryClient();
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [place, setPlace] = useState<PickedPlace | null>(null);
  const [text, setText] = useState('');
  const places = useQuery({ ...routeQuery('delegations', 'listPlaces', { query: { q: text } }), placeholderData: keepPreviousData });
  const form = useContractForm<Values>({
    defaultValues: { toPersonId: '', assignmentIds: lendable.length === 1 ? lendable.map((one) => one.assignmentId) : [] },
    schema: () => import('@pamong/contract/delegations').then((contract) => contract.CreateDelegation),
    onSubmit: async (body) => {
      await api.delegations.create({ body });
      await client.invalidateQueries({ queryKey: ['delegations'] });
      toast({ text: t('lend.done', { name: person?.fullName }), tone: 'success' });
      onClose();
    },
  });
  const chosen = form.watch('assignmentIds');
  const set = (name: 'toPersonId' | 'organisationId' | 'assignmentIds', value: string | string[] | undefined) => form.setValue(name, value as never, { shouldValidate: form.formState.isSubmitted });
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      place="side"
      title={t('lend.open')}
      description={t('lend.formLead')}
      labels={{ toPersonId: t('lend.person'), assignmentIds: t('lend.roles'), until: t('lend.until'), reason: t('lend.reason') }}
      cancel={t('grant.cancel')}
      submit={t('lend.submit')}
    >
      <Field name="toPersonId" label={t('lend.person')} error={form.errorOf('toPersonId')} required>
        {(control) => (
          <PersonPicker
            control={control}
            among="delegations"
            value={person}
            onValue={(next) => {
              setPerson(next);
              set('toPersonId', next?.id ?? '');
            }}
          />
        )}
      </Field>
      <ChoiceGroup name="assignmentIds" legend={t('lend.roles')} error={form.errorOf('assignmentIds')}>
        {lendable.map(({ assignmentId, role, organisation }) => (
          <Checkbox
            key={assignmentId}
            look="card"
            label={t(`roles.${role}`)}
            hint={organisation.name}
            checked={chosen.includes(assignmentId)}
            onChange={(event) => set('assignmentIds', event.target.checked ? [...chosen, assignmentId] : chosen.filter((one) => one !== assignmentId))}
          />
        ))}
      </ChoiceGroup>
      <Field name="organisationId" label={t('lend.place')} hint={t('lend.placeHint')} error={form.errorOf('organisationId')} optional>
        {(control) => (
          <PlacePicker
            control={control}
            value={place}
            found={places.data?.items ?? []}
            onSearch={setText}
            onValue={(next) => {
              setPlace(next);
              set('organisationId', next?.id);
            }}
          />
        )}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
        <Field name="from" label={t('grant.from')} hint={t('lend.fromHint')} error={form.errorOf('from')} optional>
          {(control) => <TextInput {...control} {...form.register('from', emptyIsNone)} type="date" />}
        </Field>
        <Field name="until" label={t('lend.until')} error={form.errorOf('until')} required>
          {(control) => <TextInput {...control} {...form.register('until', emptyIsNone)} type="date" className="sm:mt-6" />}
        </Field>
      </div>
      <Field name="reason" label={t('lend.reason')} hint={t('lend.reasonHint')} error={form.errorOf('reason')} required>
        {(control) => <TextInput {...control} {...form.register('reason')} maxLength={500} autoComplete="off" />}
      </Field>
    </FormDialog>
  );
}

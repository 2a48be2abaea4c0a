import type { GrantRole } from '@pamong/contract/access';
import type { Role } from '@pamong/contract/permissions';
import { rolesWithEnd } from '@pamong/contract/permissions';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { useContractForm } from '../../shared/form/use-contract-form.js';
import { Field } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Select } from '../../ui/select.js';
import { TextInput } from '../../ui/text-input.js';
import { toast } from '../../ui/toast-store.js';
import type { PickedPerson } from './pickers.js';
import { PersonPicker, PlacePicker } from './pickers.js';
import { usePlaces } from './use-places.js';

type Values = z.input<typeof GrantRole> & { organisationId: string };

const emptyIsNone = { setValueAs: (value: string) => (value === '' ? undefined : value) };

/** Gives a person a role: who, where, which one of those that the caller may give there, for how long and why. */
export function GrantDrawer({ person: given, onClose }: { readonly person: PickedPerson | null; readonly onClose: () => void }) {
  const { t } = useTranslation('access');
  const client = useQueryClient();
  const [person, setPerson] = useState(given);
  const { found, onSearch } = usePlaces();
  const [place, setPlace] = useState<(typeof found)[number] | null>(null);
  const form = useContractForm<Values>({
    defaultValues: { personId: given?.id ?? '', organisationId: '', role: '' as Role },
    schema: async () => {
      const { GrantRole, access } = await import('@pamong/contract/access');
      return GrantRole.extend(access.grant.params.shape);
    },
    onSubmit: async ({ organisationId, ...body }) => {
      await api.access.grant({ params: { organisationId }, body });
      await client.invalidateQueries({ queryKey: ['access'] });
      toast({ text: t('grant.done', { name: person?.fullName, role: t(`roles.${body.role}`) }), tone: 'success' });
      onClose();
    },
  });
  const role = form.watch('role');
  const offered = place?.grantable ?? [];
  const ending = rolesWithEnd.includes(role);
  const choose = (name: 'personId' | 'organisationId', value: string) => form.setValue(name, value, { shouldValidate: form.formState.isSubmitted });
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      place="side"
      title={t('grant.title')}
      description={t('grant.lead')}
      labels={{ personId: t('grant.person'), organisationId: t('grant.place'), role: t('grant.role') }}
      cancel={t('grant.cancel')}
      submit={t('grant.submit')}
    >
      <Field name="personId" label={t('grant.person')} error={form.errorOf('personId')} required>
        {(control) => (
          <PersonPicker
            control={control}
            value={person}
            onValue={(next) => {
              setPerson(next);
              choose('personId', next?.id ?? '');
            }}
          />
        )}
      </Field>
      <Field name="organisationId" label={t('grant.place')} hint={t('grant.placeHint')} error={form.errorOf('organisationId')} required>
        {(control) => (
          <PlacePicker
            control={control}
            value={place}
            found={found}
            onSearch={onSearch}
            onValue={(next) => {
              setPlace(next);
              choose('organisationId', next?.id ?? '');
              if (!next?.grantable.includes(role)) form.setValue('role', '' as Role);
            }}
          />
        )}
      </Field>
      <Field name="role" label={t('grant.role')} hint={role ? t(`roleHints.${role}`) : undefined} error={form.errorOf('role')} required>
        {(control) => (
          <Select
            {...control}
            {...form.register('role')}
            disabled={place === null}
            placeholder={t(place === null ? 'grant.placeFirst' : offered.length === 0 ? 'grant.nothing' : 'grant.choose')}
            options={offered.map((value) => ({ value, label: t(`roles.${value}`) }))}
          />
        )}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
        <Field name="from" label={t('grant.from')} hint={t('grant.fromHint')} error={form.errorOf('from')} optional>
          {(control) => <TextInput {...control} {...form.register('from', emptyIsNone)} type="date" />}
        </Field>
        <Field name="until" label={t('grant.until')} hint={t(ending ? 'grant.untilNeeded' : 'grant.untilHint')} error={form.errorOf('until')} optional={!ending} required={ending}>
          {(control) => <TextInput {...control} {...form.register('until', emptyIsNone)} type="date" />}
        </Field>
      </div>
      <Field name="reason" label={t('grant.reason')} hint={t('grant.reasonHint')} error={form.errorOf('reason')} optional>
        {(control) => <TextInput {...control} {...form.register('reason', emptyIsNone)} maxLength={500} autoComplete="off" />}
      </Field>
    </FormDialog>
  );
}

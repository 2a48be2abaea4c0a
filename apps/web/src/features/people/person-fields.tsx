import { useTranslation } from 'react-i18next';
import { type ControlProps, Field } from '../../ui/field.js';
import { Select, type SelectOption } from '../../ui/select.js';
import { DigitsInput, TextInput } from '../../ui/text-input.js';
import { Textarea } from '../../ui/textarea.js';
import { NumberWarnings } from './number-warnings.js';
import { SupervisorPicker, UnitPicker } from './pickers.js';
import { type FieldName, type PersonData, type usePersonForm, ranksOf } from './person-form.js';
import { KINDS, STATUSES } from './use-people-filter.js';

const POST_KINDS = ['JPT_UTAMA', 'JPT_MADYA', 'JPT_PRATAMA', 'ADMINISTRATOR', 'PENGAWAS', 'FUNGSIONAL', 'PELAKSANA'] as const;
const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
const DAYS: readonly FieldName[] = ['birthDate', 'statusUntil', 'supervisorUntil', 'effectiveOn'];
const NEEDED: readonly FieldName[] = ['name', 'employmentKind', 'organisationId', 'effectiveOn', 'status', 'timeZone'];
const HINTED: readonly FieldName[] = ['name', 'titleBefore', 'staffNumber', 'rankCode', 'effectiveOn', 'statusUntil', 'supervisorId', 'birthPlace', 'supervisorUntil'];

/** Names of the fields, for the list of errors. */
export function useFieldLabels(): Readonly<Record<string, string>> {
  const { t } = useTranslation('people');
  const names = ['titleBefore', 'name', 'titleAfter', 'sex', 'birthPlace', 'birthDate', 'employmentKind', 'staffNumber', 'rankCode', 'postKind', 'postName', 'organisationId', 'email', 'phone', 'timeZone', 'status', 'statusUntil', 'statusNote', 'supervisorId', 'supervisorUntil', 'effectiveOn'];
  return Object.fromEntries(names.map((name) => [name, t(`fields.${name}`)]));
}

export interface PersonFieldProps {
  readonly name: FieldName;
  readonly form: ReturnType<typeof usePersonForm>;
  /** Whom the form changes; absent for a new person. */
  readonly person?: PersonData;
}

/** One fact of a person with the control that suits it. */
export function PersonField({ name, form, person }: PersonFieldProps) {
  const { t } = useTranslation('people');
  return (
    <Field
      name={name}
      label={t(`fields.${name}`)}
      hint={HINTED.includes(name) ? t(`hints.${name}`) : undefined}
      error={form.errorOf(name)}
      required={NEEDED.includes(name)}
      optional={!NEEDED.includes(name)}
    >
      {(control) => (
        <>
          <NumberWarnings name={name} form={form} person={person} />
          {controlOf(control)}
        </>
      )}
    </Field>
  );

  function controlOf(control: ControlProps) {
    if (name === 'organisationId') {
      return <UnitPicker control={control} value={form.watch(name)} initial={person && { value: person.unit.id, label: person.unit.name }} onValue={(value) => form.setValue(name, value, { shouldDirty: true })} />;
    }
    if (name === 'supervisorId' && person) {
      const initial = person.supervisor?.byHand ? { value: person.supervisor.personId, label: person.supervisor.fullName } : undefined;
      return <SupervisorPicker personId={person.personId} control={control} value={form.watch(name)} initial={initial} onValue={(value) => form.setValue(name, value, { shouldDirty: true })} />;
    }
    if (name === 'statusNote') return <Textarea {...control} {...form.register(name)} rows={2} maxLength={500} />;
    if (name === 'staffNumber') return <DigitsInput {...control} {...form.register(name)} maxLength={40} />;
    if (DAYS.includes(name)) return <TextInput {...control} {...form.register(name)} type="date" className="max-w-48" />;
    if (name === 'employmentKind') return <KindSelect control={control} form={form} />;
    const choices = choicesOf(name, form.watch('employmentKind'), t);
    if (choices) return <Select {...control} {...form.register(name)} options={choices} {...(NEEDED.includes(name) ? {} : { placeholder: t('form.none') })} />;
    return <TextInput {...control} {...form.register(name)} type={name === 'email' ? 'email' : name === 'phone' ? 'tel' : 'text'} autoComplete="off" {...(name === 'name' && { 'data-first-focus': true })} />;
  }
}

/** A golongan that the new kind of staff does not have is left out. */
function KindSelect({ control, form }: { readonly control: ControlProps; readonly form: PersonFieldProps['form'] }) {
  const { t } = useTranslation('people');
  const keepRank = (kind: string) => {
    if (!ranksOf(kind).includes(form.getValues('rankCode'))) form.setValue('rankCode', '');
  };
  return (
    <Select
      {...control}
      {...form.register('employmentKind', { onChange: (event: { target: { value: string } }) => keepRank(event.target.value) })}
      options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
    />
  );
}

function choicesOf(name: FieldName, kind: string, t: (key: string) => string): readonly SelectOption[] | null {
  const named = (group: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`${group}.${value}`) }));
  switch (name) {
    case 'status': return named('statuses', STATUSES);
    case 'postKind': return named('postKinds', POST_KINDS);
    case 'sex': return named('sexes', ['female', 'male']);
    case 'timeZone': return named('zones', ZONES);
    case 'rankCode': return ranksOf(kind).map((value) => ({ value, label: value }));
    default: return null;
  }
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { formatStaffNumber } from '../../shared/format/staff-number.js';
import { Combobox } from '../../ui/combobox.js';
import type { ControlProps } from '../../ui/field.js';
import type { SelectOption } from '../../ui/select.js';

const fewestLetters = 2;

interface PickerProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly control?: ControlProps;
  readonly label?: string;
  readonly placeholder?: string;
  /** What `value` is called before anything was searched for. */
  readonly initial?: SelectOption | undefined;
}

interface SearchedProps extends PickerProps {
  readonly found: readonly SelectOption[];
  readonly emptyText: string;
  readonly onSearch: (text: string) => void;
}

/** A choice that the server searches for; what was chosen stays shown when the answer changes. */
function Searched({ value, onValue, control, label, placeholder, initial, found, emptyText, onSearch }: SearchedProps) {
  const [picked, setPicked] = useState<SelectOption | undefined>(initial);
  const chosen = picked?.value === value ? picked : initial?.value === value ? initial : undefined;
  const options = chosen === undefined || found.some((one) => one.value === chosen.value) ? found : [chosen, ...found];
  return (
    <Combobox
      {...(control && { control })}
      {...(label !== undefined && { label })}
      {...(placeholder !== undefined && { placeholder })}
      value={value}
      options={options}
      emptyText={emptyText}
      onSearch={(typed) => onSearch(typed.trim())}
      onValue={(next) => {
        setPicked(options.find((one) => one.value === next));
        onValue(next);
      }}
    />
  );
}

/** A unit that the caller may look into, by name, short name or code. */
export function UnitPicker(props: PickerProps) {
  const { t } = useTranslation('people');
  const [text, setText] = useState('');
  const units = useQuery({ ...routeQuery('organisations', 'search', { query: { q: text } }), placeholderData: keepPreviousData });
  const found = (units.data?.items ?? []).map((unit) => ({ value: unit.id, label: [unit.name, unit.way.length > 1 ? unit.way.at(-1)?.name : undefined].filter(Boolean).join(' · ') }));
  return <Searched {...props} found={found} emptyText={t('picker.noUnit')} onSearch={setText} />;
}

/** A colleague of the person's agency. */
export function SupervisorPicker({ personId, ...props }: PickerProps & { readonly personId: string }) {
  const { t } = useTranslation('people');
  const [text, setText] = useState('');
  const people = useQuery({
    ...routeQuery('people', 'listSupervisors', { params: { personId }, query: { q: text } }),
    enabled: text.length >= fewestLetters,
    placeholderData: keepPreviousData,
  });
  const found = (people.data?.items ?? []).map((one) => ({ value: one.personId, label: [one.fullName, one.unit].join(' · ') }));
  return <Searched {...props} found={found} emptyText={t(text.length < fewestLetters ? 'picker.typeMore' : 'picker.nobody')} onSearch={setText} />;
}

/** Another agency of this installation. */
export function AgencyPicker(props: PickerProps) {
  const { t } = useTranslation('people');
  const [text, setText] = useState('');
  const agencies = useQuery({ ...routeQuery('transfers', 'listAgencies', { query: { q: text } }), placeholderData: keepPreviousData });
  const found = (agencies.data?.items ?? []).map((agency) => ({ value: agency.id, label: agency.name }));
  return <Searched {...props} found={found} emptyText={t('picker.noAgency')} onSearch={setText} />;
}

/** Somebody whom the caller may look into, by name or number. */
export function PersonPicker({ exceptId, ...props }: PickerProps & { readonly exceptId: string }) {
  const { t } = useTranslation('people');
  const [text, setText] = useState('');
  const people = useQuery({ ...routeQuery('people', 'list', { query: { q: text, size: 20 } }), enabled: text.length >= fewestLetters, placeholderData: keepPreviousData });
  const found = (people.data?.items ?? [])
    .filter((one) => one.personId !== exceptId)
    .map((one) => ({ value: one.personId, label: [one.fullName, one.number === null ? null : formatStaffNumber(one.number.value), one.unit.name].filter(Boolean).join(' · ') }));
  return <Searched {...props} found={found} emptyText={t(text.length < fewestLetters ? 'picker.typeMore' : 'picker.nobody')} onSearch={setText} />;
}

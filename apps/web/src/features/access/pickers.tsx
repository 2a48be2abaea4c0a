import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { Combobox } from '../../ui/combobox.js';
import type { ControlProps } from '../../ui/field.js';

const fewestLetters = 2;

export interface PickedPerson {
  readonly id: string;
  readonly fullName: string;
  readonly unit: string;
}

export interface PickedPlace {
  readonly id: string;
  readonly name: string;
}

interface PickerProps<Picked> {
  readonly value: Picked | null;
  readonly onValue: (picked: Picked | null) => void;
  readonly control?: ControlProps;
  /** The name of a picker that stands without a visible label. */
  readonly label?: string;
  readonly placeholder?: string;
}

/** What is chosen stays among the options, whatever is searched for next. */
function withChosen<Item extends { readonly id: string }>(found: readonly Item[], chosen: Item | null): readonly Item[] {
  return chosen === null || found.some((one) => one.id === chosen.id) ? found : [chosen, ...found];
}

/** A person found by name or number: of the places into which the caller may look, or among those to whom the caller may lend a role. */
export function PersonPicker({ value, onValue, control, label, placeholder, among = 'access' }: PickerProps<PickedPerson> & { readonly among?: 'access' | 'delegations' }) {
  const { t } = useTranslation('access');
  const [text, setText] = useState('');
  const found = useQuery({ ...routeQuery(among, 'listCandidates', { query: { q: text } }), enabled: text.length >= fewestLetters, placeholderData: keepPreviousData });
  const people = withChosen(text.length < fewestLetters ? [] : (found.data?.items ?? []), value);
  return (
    <Combobox
      {...(control ? { control } : {})}
      {...(label === undefined ? {} : { label })}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={value?.id ?? ''}
      options={people.map((one) => ({ value: one.id, label: [one.fullName, one.unit].join(' · ') }))}
      onSearch={(typed) => setText(typed.trim())}
      emptyText={t(text.length < fewestLetters ? 'picker.typeMore' : 'picker.none')}
      onValue={(id) => onValue(people.find((one) => one.id === id) ?? null)}
    />
  );
}

/** An agency or unit of the caller's places; the first ones are offered before anything is typed. */
export function PlacePicker<Place extends PickedPlace>({ value, onValue, control, label, placeholder, found, onSearch }: PickerProps<Place> & {
  /** What the server found for the text. */
  readonly found: readonly Place[];
  readonly onSearch: (text: string) => void;
}) {
  const { t } = useTranslation('access');
  const places = withChosen(found, value);
  return (
    <Combobox
      {...(control ? { control } : {})}
      {...(label === undefined ? {} : { label })}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={value?.id ?? ''}
      options={places.map((one) => ({ value: one.id, label: one.name }))}
      onSearch={(typed) => onSearch(typed.trim())}
      emptyText={t('picker.none')}
      onValue={(id) => onValue(places.find((one) => one.id === id) ?? null)}
    />
  );
}

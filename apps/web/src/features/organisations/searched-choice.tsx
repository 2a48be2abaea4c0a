import { useState } from 'react';
import { Combobox } from '../../ui/combobox.js';
import type { ControlProps } from '../../ui/field.js';
import type { SelectOption } from '../../ui/select.js';

export interface SearchedChoiceProps {
  readonly control: ControlProps;
  readonly value: string;
  /** The server's answer to what was typed. */
  readonly options: readonly SelectOption[];
  readonly emptyText: string;
  readonly onSearch: (text: string) => void;
  readonly onValue: (value: string) => void;
}

/** A choice that the server searches for; what was chosen stays shown when the answer changes. */
export function SearchedChoice({ control, value, options, emptyText, onSearch, onValue }: SearchedChoiceProps) {
  const [chosen, setChosen] = useState<SelectOption | null>(null);
  const all = chosen === null || options.some((one) => one.value === chosen.value) ? options : [chosen, ...options];
  return (
    <Combobox
      control={control}
      value={value}
      options={all}
      emptyText={emptyText}
      onSearch={(typed) => onSearch(typed.trim())}
      onValue={(next) => {
        setChosen(all.find((one) => one.value === next) ?? null);
        onValue(next);
      }}
    />
  );
}

import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from './select.js';

export interface AgencyChooserProps {
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
  /** Id of the agency that the page shows. */
  readonly value: string;
  readonly onChoose: (id: string) => void;
  /** Present: a first choice that means all of them, with the value ''. */
  readonly all?: string;
  /** Instead of "settings of the agency". */
  readonly label?: string;
}

/** Says whose settings a page shows, and lets who settles several agencies go to another one. Who settles one sees nothing. */
export function AgencyChooser({ agencies, value, onChoose, all, label }: AgencyChooserProps) {
  const { t } = useTranslation('core');
  const id = useId();
  if (agencies.length < 2) return null;
  return (
    <div className="mb-6 grid max-w-xl gap-1.5 border-s-4 border-accent ps-4">
      <label htmlFor={id} className="text-sm font-semibold">
        {label ?? t('agencyChooser')}
      </label>
      <Select
        id={id}
        value={value}
        {...(all === undefined ? {} : { placeholder: all })}
        options={agencies.map((agency) => ({ value: agency.id, label: agency.name }))}
        onChange={(event) => onChoose(event.target.value)}
      />
    </div>
  );
}

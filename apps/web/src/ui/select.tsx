import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from './cx.js';
import { controlStyle } from './text-input.js';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectProps extends ComponentProps<'select'> {
  readonly options: readonly SelectOption[];
  /** The first, empty choice ("Pilih ..."). */
  readonly placeholder?: string;
}

/** The browser's own select: on a phone nothing is easier to use, and it costs no script. For more than about 15 options take the combobox. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  return (
    <div className={cx('relative', className)}>
      <select {...rest} className={cx(controlStyle, 'h-11 appearance-none truncate pe-10')}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden="true" className="pointer-events-none absolute inset-e-3 top-1/2 size-4 -translate-y-1/2 text-ink-faint" />
    </div>
  );
}

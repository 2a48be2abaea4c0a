import { Check } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from './cx.js';
import { FieldError, fieldId } from './field.js';

interface ChoiceProps extends Omit<ComponentProps<'input'>, 'type'> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** `card` draws a border around the whole row and makes all of it a target: answers of a quiz, options of a plan. */
  readonly look?: 'plain' | 'card';
}

const row = {
  plain: 'flex min-h-11 gap-3 py-2.5',
  card: cx(
    'flex min-h-13 gap-3 rounded-card border border-line bg-surface px-4 py-3.5 transition-colors hover:bg-hover',
    'has-checked:border-primary has-checked:bg-primary-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
  ),
};

const box = 'peer relative mt-0.5 size-5 shrink-0 appearance-none border-[1.5px] border-line-strong bg-surface transition-colors checked:border-primary checked:bg-primary disabled:bg-sunken';

/** One yes-or-no choice, or one of several that may all be taken. */
export function Checkbox({ label, hint, look = 'plain', className, ...rest }: ChoiceProps) {
  return (
    <label className={cx(row[look], 'cursor-pointer has-disabled:cursor-not-allowed has-disabled:text-ink-faint', className)}>
      <span className="relative flex">
        <input {...rest} type="checkbox" className={cx(box, 'rounded-[5px]')} />
        <Check aria-hidden="true" strokeWidth={3} className="pointer-events-none absolute start-[3px] top-[5px] size-3.5 text-on-primary opacity-0 peer-checked:opacity-100" />
      </span>
      <ChoiceText label={label} hint={hint} />
    </label>
  );
}

/** One of several choices of which exactly one is taken; give all of them the same `name`. */
export function Radio({ label, hint, look = 'plain', className, ...rest }: ChoiceProps) {
  return (
    <label className={cx(row[look], 'cursor-pointer has-disabled:cursor-not-allowed has-disabled:text-ink-faint', className)}>
      <input {...rest} type="radio" className={cx(box, 'rounded-full checked:bg-surface checked:shadow-[inset_0_0_0_4px_var(--primary)]')} />
      <ChoiceText label={label} hint={hint} />
    </label>
  );
}

function ChoiceText({ label, hint }: Pick<ChoiceProps, 'label' | 'hint'>) {
  return (
    <span className="min-w-0 grow">
      <span className="block">{label}</span>
      {hint && <span className="block text-sm text-ink-soft">{hint}</span>}
    </span>
  );
}

export interface ChoiceGroupProps {
  readonly name?: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Keeps the legend for assistive technology only, where a heading says the same. */
  readonly legendHidden?: boolean;
  readonly children: ReactNode;
}

/** A question with its radios or checkboxes: a fieldset, so that each choice is read with its question. */
export function ChoiceGroup({ name, legend, hint, error, legendHidden = false, children }: ChoiceGroupProps) {
  const made = useId();
  const id = name ? fieldId(name) : made;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={described || undefined} className={cx('min-w-0', error && 'border-s-3 border-danger ps-3')}>
      <legend className={legendHidden ? 'sr-only' : 'text-sm font-semibold'}>{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="mt-0.5 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`} text={error} />}
      <div className="mt-2 grid gap-2">{children}</div>
    </fieldset>
  );
}

export interface SwitchProps extends Omit<ComponentProps<'input'>, 'type' | 'role'> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

/** A setting that takes effect at once; inside a form that is saved later use a checkbox. */
export function Switch({ label, hint, className, ...rest }: SwitchProps) {
  return (
    <label className={cx('flex min-h-11 cursor-pointer items-start justify-between gap-4 py-2.5', className)}>
      <ChoiceText label={label} hint={hint} />
      <input
        {...rest}
        type="checkbox"
        // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a checkbox brings its checked state along
        role="switch"
        className={cx(
          'relative mt-0.5 h-6 w-11 shrink-0 appearance-none rounded-full border-[1.5px] border-line-strong bg-sunken transition-colors',
          'before:absolute before:start-0.5 before:top-1/2 before:size-4.5 before:-translate-y-1/2 before:rounded-full before:bg-line-strong before:transition-all',
          'checked:border-primary checked:bg-primary checked:before:start-[1.3rem] checked:before:bg-on-primary',
        )}
      />
    </label>
  );
}

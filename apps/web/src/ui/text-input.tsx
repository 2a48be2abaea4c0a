import { Eye, EyeOff, Search, X } from 'lucide-react';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.js';
import { IconButton } from './icon-button.js';

/** The look of every control that text goes into. */
export const controlStyle = cx(
  'w-full rounded-control border border-line-strong bg-surface px-3 text-base text-ink transition-colors',
  'hover:border-ink-faint aria-invalid:border-danger',
  'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-faint [&[readonly]]:bg-sunken',
);

export interface TextInputProps extends ComponentProps<'input'> {
  /** A unit or a picture inside the control, before or after the text. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}

/** One line of text. Give `width` classes when the answer is short: a field's width says how long the answer is. */
export function TextInput({ before, after, className, type = 'text', ...rest }: TextInputProps) {
  if (!before && !after) return <input {...rest} type={type} className={cx(controlStyle, 'h-11', className)} />;
  return (
    <div className={cx('relative', className)}>
      {before && <span className="pointer-events-none absolute inset-y-0 start-0 flex items-center ps-3 text-ink-faint">{before}</span>}
      <input {...rest} type={type} className={cx(controlStyle, 'h-11', Boolean(before) && 'ps-10', Boolean(after) && 'pe-12')} />
      {after && <span className="absolute inset-y-0 end-0 flex items-center pe-1 text-ink-faint">{after}</span>}
    </div>
  );
}

/** Digits typed on a phone's number pad without the little arrows of `type=number` (NIP, codes, counts). */
export function DigitsInput(props: TextInputProps) {
  return <TextInput inputMode="numeric" autoComplete="off" {...props} className={cx('tabular', props.className)} />;
}

/** A password that can be looked at, since a hidden typo on a phone costs more than a glance over the shoulder. */
export function PasswordInput(props: Omit<TextInputProps, 'type' | 'after'>) {
  const { t } = useTranslation('core');
  const [shown, show] = useState(false);
  return (
    <TextInput
      autoComplete="current-password"
      spellCheck={false}
      autoCapitalize="none"
      {...props}
      type={shown ? 'text' : 'password'}
      after={
        <IconButton
          className="size-9!"
          label={t(shown ? 'password.hide' : 'password.show')}
          aria-pressed={shown}
          icon={shown ? <EyeOff aria-hidden="true" className="size-5" /> : <Eye aria-hidden="true" className="size-5" />}
          onClick={() => show(!shown)}
        />
      }
    />
  );
}

export interface SearchInputProps extends Omit<TextInputProps, 'before' | 'after' | 'type' | 'onChange' | 'value'> {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly label: string;
}

/** A search box with its own name (no visible label needed) and a way to empty it. */
export function SearchInput({ value, onValue, label, ...rest }: SearchInputProps) {
  const { t } = useTranslation('core');
  return (
    <TextInput
      {...rest}
      role="searchbox"
      enterKeyHint="search"
      aria-label={label}
      placeholder={rest.placeholder ?? label}
      value={value}
      onChange={(event) => onValue(event.target.value)}
      before={<Search aria-hidden="true" className="size-5" />}
      after={value ? <IconButton className="size-9!" label={t('search.clear')} icon={<X aria-hidden="true" className="size-4" />} onClick={() => onValue('')} /> : undefined}
    />
  );
}

import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.js';
import { IconButton } from './icon-button.js';
import { TextInput } from './text-input.js';

export interface Suggestion {
  readonly key: string;
  readonly icon?: ReactNode;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

export interface SuggestInputProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly label: string;
  readonly suggestions: readonly Suggestion[];
  readonly onPick: (key: string) => void;
  /** Enter without a chosen suggestion, or the search key of a phone. */
  readonly onSubmit: () => void;
  /** Says how many suggestions there are, for those who do not see them. */
  readonly status: string;
  readonly ref?: Ref<HTMLInputElement>;
  readonly className?: string;
}

/** A search box that suggests while one types: arrows choose, Enter takes, Escape closes (WAI-ARIA combobox with a list). */
export function SuggestInput({ value, onValue, label, suggestions, onPick, onSubmit, status, ref, className }: SuggestInputProps) {
  const { t } = useTranslation('core');
  const id = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const shown = open && suggestions.length > 0;
  const current = shown ? suggestions[at] : undefined;
  const close = () => {
    setOpen(false);
    setAt(-1);
  };
  const move = (step: number) => {
    setOpen(true);
    setAt((before) => Math.max(-1, Math.min(suggestions.length - 1, before + step)));
  };
  const pick = (key: string) => {
    close();
    onPick(key);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (current) pick(current.key);
      else {
        close();
        onSubmit();
      }
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      close();
    }
  };
  return (
    <div className={cx('relative', className)} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}>
      <TextInput
        ref={ref}
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={current ? `${id}-${at}` : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        placeholder={label}
        value={value}
        onChange={(event) => {
          onValue(event.target.value);
          setOpen(true);
          setAt(-1);
        }}
        onKeyDown={press}
        before={<Search aria-hidden="true" className="size-5" />}
        after={value ? <IconButton className="size-9!" label={t('search.clear')} icon={<X aria-hidden="true" className="size-4" />} onClick={() => onValue('')} /> : undefined}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} hidden={!shown} className="absolute inset-x-0 top-full z-40 mt-1 max-h-[min(24rem,60dvh)] overflow-y-auto rounded-card border border-line bg-surface p-1.5 shadow-overlay">
        {suggestions.map(({ key, icon, label: text, hint }, index) => (
          // The keys are the field's: the focus never comes here.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // The field keeps the focus; a press outside of it would close the list before the click arrives.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(key)}
            className={cx('flex min-h-12 cursor-pointer items-center gap-3 rounded-control px-3 py-2', index === at ? 'bg-primary-soft' : 'hover:bg-hover')}
          >
            {icon && <span className="shrink-0 text-ink-faint">{icon}</span>}
            <span className="min-w-0 grow">
              <span className="block truncate">{text}</span>
              {hint && <span className="block truncate text-xs text-ink-soft">{hint}</span>}
            </span>
          </div>
        ))}
      </div>
      <span role="status" className="sr-only">
        {shown ? status : ''}
      </span>
    </div>
  );
}

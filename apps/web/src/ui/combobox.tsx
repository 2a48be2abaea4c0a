import { type ReactNode, type RefObject, Suspense, lazy, useLayoutEffect, useRef } from 'react';
import type { ControlProps } from './field.js';
import type { SelectOption } from './select.js';
import { TextInput } from './text-input.js';

export interface ComboboxProps {
  readonly options: readonly SelectOption[];
  /** The chosen option's value; empty when none is. */
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly placeholder?: string;
  /** Its name where no visible label stands beside it. */
  readonly label?: string;
  /** What `Field` hands to its control. */
  readonly control?: ControlProps;
  /** Given: the server searches, and `options` are its answer to this text. */
  readonly onSearch?: (text: string) => void;
  readonly emptyText?: string;
}

const ComboboxBody = lazy(() => import('./overlays/combobox-body.js'));

/** A choice out of many, found by typing (units, posts, people). Its code comes apart from the page's. */
export function Combobox(props: ComboboxProps) {
  const text = props.options.find((option) => option.value === props.value)?.label ?? '';
  const focused = useRef(false);
  return (
    <Suspense
      fallback={
        <Handing focused={focused} away>
          <TextInput {...props.control} aria-label={props.label} value={text} readOnly placeholder={props.placeholder} />
        </Handing>
      }
    >
      <Handing focused={focused}>
        <ComboboxBody {...props} />
      </Handing>
    </Suspense>
  );
}

/** Whoever stands in the field when its code arrives still does afterwards: the one that goes notes it, the one that comes takes it. */
function Handing({ focused, away = false, children }: { readonly focused: RefObject<boolean>; readonly away?: boolean; readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const here = place.current;
    if (!away && focused.current) here?.querySelector('input')?.focus();
    return () => {
      focused.current = away && (here?.contains(document.activeElement) ?? false);
    };
  }, [away, focused]);
  return <div ref={place}>{children}</div>;
}

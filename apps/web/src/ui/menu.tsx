import { type ReactNode, Suspense, lazy, useRef, useState } from 'react';
import { useOpenedOnce } from './overlays/use-opened-once.js';

export interface MenuItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly icon?: ReactNode;
  /** Goes somewhere; otherwise `onSelect` acts. */
  readonly to?: string;
  readonly onSelect?: () => void;
  /** Present: the item is one of several choices, and this one is or is not taken. */
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly danger?: boolean;
}

/** A line between groups, or a line with the group's name. */
export type MenuDivider = 'line' | { readonly heading: string };

export interface MenuProps {
  /** What the menu holds, for assistive technology; also the button's name when the button shows only a picture. */
  readonly label: string;
  readonly button: ReactNode;
  readonly buttonClassName?: string;
  readonly items: readonly (MenuItem | MenuDivider)[];
  readonly align?: 'start' | 'end';
}

const loadBody = () => import('./overlays/menu-body.js');
const MenuBody = lazy(loadBody);

/** A button that opens a list of actions. The list's code is fetched when a pointer or focus comes near. */
export function Menu({ label, button, buttonClassName, items, align = 'end' }: MenuProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const wanted = useOpenedOnce(open);
  const prepare = () => void loadBody().catch(() => undefined);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        className={buttonClassName}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {wanted && (
        <Suspense fallback={null}>
          <MenuBody open={open} onOpenChange={setOpen} anchor={anchor} items={items} label={label} align={align} />
        </Suspense>
      )}
    </>
  );
}

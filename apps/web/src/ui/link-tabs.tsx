import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { cx } from './cx.js';

export interface LinkTab {
  readonly to: string;
  readonly label: string;
}

/** Pages that belong together, as a row above them; each has an address of its own. On a phone the row scrolls sideways. */
export function LinkTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly LinkTab[] }) {
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    // Newer browsers answer a promise, which React would take for the effect's end.
    row.current?.querySelector('[aria-current=page]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  return (
    <nav ref={row} aria-label={label} className="-mx-4 mb-5 flex gap-1 overflow-x-auto border-b border-line px-4 [scrollbar-width:none] sm:mx-0 sm:px-0">
      {tabs.map((tab) => (
        <NavLink
          key={tab.to}
          to={tab.to}
          end
          className={({ isActive }) =>
            cx(
              'inline-flex min-h-11 shrink-0 items-center border-b-2 px-3 text-sm font-semibold whitespace-nowrap transition-colors',
              isActive ? 'border-primary text-primary-ink' : 'border-transparent text-ink-soft hover:text-ink',
            )
          }
        >
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}

import type { LucideIcon } from 'lucide-react';
import { NavLink } from 'react-router';
import { cx } from '../../ui/cx.js';

/** One room in a left rail. */
export function RailLink({ to, icon: Icon, label }: { readonly to: string; readonly icon: LucideIcon; readonly label: string }) {
  return (
    <NavLink
      to={to}
      className={({ isActive }) =>
        cx(
          'flex min-h-11 items-center gap-3 rounded-control px-3 text-sm transition-colors',
          isActive ? 'bg-primary-soft font-semibold text-primary-ink' : 'font-medium text-ink-soft hover:bg-hover hover:text-ink',
        )
      }
    >
      <Icon aria-hidden="true" className="size-5 shrink-0" strokeWidth={1.9} />
      {label}
    </NavLink>
  );
}

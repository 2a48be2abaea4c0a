import type { LucideIcon } from 'lucide-react';
import { Link } from 'react-router';
import { cx } from '../../ui/cx.js';

export interface RailLinkProps {
  readonly to: string;
  readonly icon: LucideIcon;
  readonly label: string;
  /** The page on the screen is in this room. */
  readonly current: boolean;
  /** Lower, where there are many; a thumb still gets its 44 px. */
  readonly dense?: boolean;
}

/** One room in a left rail. */
export function RailLink({ to, icon: Icon, label, current, dense = false }: RailLinkProps) {
  return (
    <Link
      to={to}
      aria-current={current ? 'page' : undefined}
      className={cx(
        'flex items-center gap-3 rounded-control px-3 text-sm transition-colors',
        dense ? 'min-h-9 touch:min-h-11' : 'min-h-11',
        current ? 'bg-primary-soft font-semibold text-primary-ink' : 'font-medium text-ink-soft hover:bg-hover hover:text-ink',
      )}
    >
      <Icon aria-hidden="true" className="size-5 shrink-0" strokeWidth={1.9} />
      {label}
    </Link>
  );
}

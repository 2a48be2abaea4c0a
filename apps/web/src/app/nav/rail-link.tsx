import type { LucideIcon } from 'lucide-react';
import { Link } from 'react-router';
import { cx } from '../../ui/cx.js';

export interface RailLinkProps {
  readonly to: string;
  readonly icon: LucideIcon;
  readonly label: string;
  /** The page on the screen is in this room. */
  readonly current: boolean;
}

/** One room in a left rail. */
export function RailLink({ to, icon: Icon, label, current }: RailLinkProps) {
  return (
    <Link
      to={to}
      aria-current={current ? 'page' : undefined}
      className={cx(
        'flex min-h-11 items-center gap-3 rounded-control px-3 text-sm transition-colors',
        current ? 'bg-primary-soft font-semibold text-primary-ink' : 'font-medium text-ink-soft hover:bg-hover hover:text-ink',
      )}
    >
      <Icon aria-hidden="true" className="size-5 shrink-0" strokeWidth={1.9} />
      {label}
    </Link>
  );
}

import type { ReactNode } from 'react';
import { useFormat } from '../shared/format/use-format.js';
import { cx } from './cx.js';

export interface ProgressProps {
  /** From 0 to 1. */
  readonly share: number;
  /** What advances, read aloud: "Kemajuan AI-101". */
  readonly label: string;
  /** Shows the percentage at the end of the bar. */
  readonly figure?: boolean;
  readonly note?: ReactNode;
  readonly className?: string;
}

/** A bar that fills. Never shows full what is not complete. */
export function Progress({ share, label, figure = false, note, className }: ProgressProps) {
  const format = useFormat();
  const percent = format.percent(share);
  const done = share >= 1;
  return (
    <div className={className}>
      <div className="flex items-center gap-3">
        <div
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.floor(share * 1000) / 10}
          aria-valuetext={percent}
          className="h-2 grow overflow-hidden rounded-full bg-primary-soft"
        >
          <div className={cx('h-full rounded-full transition-[width] duration-200', done ? 'bg-success' : 'bg-primary')} style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
        </div>
        {figure && <span className="tabular text-xs font-semibold text-ink-soft">{percent}</span>}
      </div>
      {note && <p className="mt-1.5 text-xs text-ink-faint">{note}</p>}
    </div>
  );
}

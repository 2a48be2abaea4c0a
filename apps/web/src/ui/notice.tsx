import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Tone, toneStyle } from './badge.js';
import { cx } from './cx.js';

const ICONS: Partial<Record<Tone, typeof Info>> = { success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

export interface NoticeProps {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Announce it when it appears after an action of the person. */
  readonly live?: boolean;
}

/** A message that stays on the page beside what it speaks of. */
export function Notice({ tone = 'info', title, children, action, live = false }: NoticeProps) {
  const Icon = ICONS[tone] ?? Info;
  return (
    <div role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined} className={cx('flex gap-3 rounded-card p-4 text-sm', toneStyle[tone])}>
      <Icon aria-hidden="true" className="mt-px size-5 shrink-0" />
      <div className="min-w-0 grow">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
        {action && <div className="mt-2.5">{action}</div>}
      </div>
    </div>
  );
}

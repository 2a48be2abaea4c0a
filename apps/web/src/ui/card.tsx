import type { ElementType, ReactNode } from 'react';
import { cx } from './cx.js';

export interface CardProps {
  readonly as?: ElementType;
  readonly className?: string;
  /** The whole card leads somewhere: put one link inside with the class `card-link`. */
  readonly interactive?: boolean;
  readonly padded?: boolean;
  readonly children: ReactNode;
}

/** A surface with a hairline border. Interactive cards stretch their one link over the whole surface, so that text stays selectable and the link keeps its own name. */
export function Card({ as: Tag = 'div', className, interactive = false, padded = true, children }: CardProps) {
  return (
    <Tag
      className={cx(
        'rounded-card border border-line bg-surface',
        padded && 'p-4 sm:p-5',
        interactive && 'relative transition-colors hover:border-line-strong [&_.card-link]:after:absolute [&_.card-link]:after:inset-0 [&_.card-link]:after:rounded-card',
        className,
      )}
    >
      {children}
    </Tag>
  );
}

/** A titled part of a page. */
export function Section({ title, action, children, className }: { readonly title: ReactNode; readonly action?: ReactNode; readonly children: ReactNode; readonly className?: string }) {
  return (
    <section className={className}>
      <div className="mb-3 flex min-h-9 flex-wrap items-center justify-between gap-x-4">
        <h2 className="text-lg">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}

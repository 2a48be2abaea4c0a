import type { ReactNode } from 'react';
import { type Drawing, Illustration } from './illustrations/illustration.js';

export interface EmptyStateProps {
  readonly drawing: Drawing;
  /** What this place is: "Sertifikat Anda akan ada di sini". */
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** The one thing to do now. */
  readonly action?: ReactNode;
}

/** A place with nothing in it yet: says what will be here and offers one action. */
export function EmptyState({ drawing, title, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-4 py-10 text-center">
      <Illustration drawing={drawing} />
      <h2 className="mt-5 text-lg">{title}</h2>
      {children && <div className="mt-1.5 text-ink-soft">{children}</div>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}

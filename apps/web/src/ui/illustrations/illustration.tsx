import { type ComponentType, Suspense, lazy } from 'react';
import { cx } from '../cx.js';

/** What the drawings show; take the nearest in meaning. */
export type Drawing = 'book' | 'certificate' | 'search' | 'inbox' | 'video' | 'people' | 'lost' | 'broken' | 'offline' | 'done';

// Where even the drawing cannot be fetched, its place stays empty: the words matter.
const DrawingBody = lazy<ComponentType<{ readonly drawing: Drawing }>>(() => import('./drawing-body.js').catch(() => ({ default: () => null })));

/** A line drawing for an empty or broken place. Decorative: the words beside it say everything. Its code comes when it is shown. */
export function Illustration({ drawing, className }: { readonly drawing: Drawing; readonly className?: string }) {
  return (
    <span aria-hidden="true" className={cx('block', className ?? 'h-32 w-40')}>
      <Suspense fallback={null}>
        <DrawingBody drawing={drawing} />
      </Suspense>
    </span>
  );
}

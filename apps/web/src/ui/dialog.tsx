import { type ReactNode, Suspense, lazy } from 'react';
import { useOpenedOnce } from './overlays/use-opened-once.js';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, the main one last (rightmost on a desktop, topmost on a phone). */
  readonly actions?: ReactNode;
  /** `side` slides in from the right on a desktop: quick edit beside a table. Both rise from below on a phone. */
  readonly place?: 'centre' | 'side';
  readonly wide?: boolean;
  /** A press outside does not close it: there is something to lose. */
  readonly insistent?: boolean;
}

const DialogBody = lazy(() => import('./overlays/dialog-body.js'));

/** A modal dialog. Its code is fetched when it first opens. */
export function Dialog(props: DialogProps) {
  if (!useOpenedOnce(props.open)) return null;
  return (
    <Suspense fallback={null}>
      <DialogBody {...props} />
    </Suspense>
  );
}

/** The same from the side: for a quick edit beside a list that stays in view. */
export function Drawer(props: Omit<DialogProps, 'place'>) {
  return <Dialog {...props} place="side" />;
}

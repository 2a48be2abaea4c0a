import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../cx.js';
import type { DialogProps } from '../dialog.js';

const PLACES: Record<NonNullable<DialogProps['place']>, string> = {
  centre: cx(
    'inset-x-0 bottom-0 max-h-[92dvh] rounded-t-panel pb-[env(safe-area-inset-bottom)]',
    'sm:inset-auto sm:top-1/2 sm:left-1/2 sm:max-h-[86dvh] sm:w-[min(32rem,calc(100vw-3rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-panel sm:pb-0',
    'data-starting-style:translate-y-6 data-ending-style:translate-y-6 sm:data-starting-style:-translate-y-[48%] sm:data-ending-style:-translate-y-[48%]',
  ),
  side: cx(
    'inset-x-0 bottom-0 max-h-[92dvh] rounded-t-panel pb-[env(safe-area-inset-bottom)]',
    'sm:inset-y-0 sm:right-0 sm:left-auto sm:h-dvh sm:max-h-none sm:w-[min(30rem,92vw)] sm:rounded-none sm:rounded-s-panel sm:pb-0',
    'data-starting-style:translate-y-6 data-ending-style:translate-y-6 sm:data-starting-style:translate-x-6 sm:data-starting-style:translate-y-0 sm:data-ending-style:translate-x-6 sm:data-ending-style:translate-y-0',
  ),
};

const FIELD = 'input:not([type=hidden]):not(:disabled):not([tabindex="-1"]), select:not(:disabled), textarea:not(:disabled)';

/** The part of `Dialog` that needs Base UI: focus trap, scroll lock, Esc, focus back to where it came from. */
export default function DialogBody({ open, onClose, title, description, children, actions, place = 'centre', wide = false, insistent = false }: DialogProps) {
  const { t } = useTranslation('core');
  const body = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()} disablePointerDismissal={insistent}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-50 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          // What the dialog is about comes first, else its first field; a thumb's keyboard stays down until it is wanted.
          initialFocus={(opened) => (opened === 'touch' ? true : (body.current?.querySelector<HTMLElement>('[data-first-focus]') ?? body.current?.querySelector<HTMLElement>(FIELD) ?? true))}
          className={cx(
            'fixed z-50 flex flex-col border border-line bg-surface text-ink shadow-overlay transition-[opacity,translate] outline-none',
            'data-ending-style:opacity-0 data-starting-style:opacity-0',
            PLACES[place],
            wide && place === 'centre' && 'sm:w-[min(52rem,calc(100vw-3rem))]',
          )}
        >
          <div className="flex items-start justify-between gap-4 px-5 pt-4 pb-1 sm:px-6 sm:pt-5">
            <div className="min-w-0 py-2">
              <Base.Title className="text-lg leading-snug font-bold">{title}</Base.Title>
              {description && <Base.Description className="mt-1 text-sm text-ink-soft">{description}</Base.Description>}
            </div>
            <Base.Close
              aria-label={t('dialog.close')}
              className="-me-2 inline-flex size-11 shrink-0 items-center justify-center rounded-control text-ink-soft hover:bg-hover"
            >
              <X aria-hidden="true" className="size-5" />
            </Base.Close>
          </div>
          {children && <div ref={body} className="min-h-0 grow overflow-y-auto overscroll-contain px-5 py-2 sm:px-6">{children}</div>}
          {actions && <div className="flex flex-col-reverse gap-2 px-5 pt-3 pb-5 sm:flex-row sm:justify-end sm:px-6 sm:pb-6">{actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

import { ArrowRight, CircleHelp } from 'lucide-react';
import { type ReactNode, Suspense, lazy, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOpenedOnce } from './overlays/use-opened-once.js';

export interface Reason {
  readonly key: string;
  /** What is missing, as something to do: "Tonton 3 menit lagi dari Video 2". */
  readonly text: ReactNode;
  /** Where it can be done. */
  readonly to?: string;
}

const loadBody = () => import('./overlays/popover-body.js');
const PopoverBody = lazy(loadBody);

/** Stands beside a button that cannot be pressed yet and answers "Mengapa belum bisa?" with what is missing and where to do it. */
export function Why({ reasons, title }: { readonly reasons: readonly Reason[]; readonly title?: string }) {
  const { t } = useTranslation('core');
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const wanted = useOpenedOnce(open);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-expanded={open}
        aria-haspopup="dialog"
        className="inline-flex min-h-11 items-center gap-1.5 text-sm font-semibold text-primary-ink underline decoration-dotted underline-offset-4 hover:decoration-solid"
        onPointerEnter={() => void loadBody().catch(() => undefined)}
        onClick={() => setOpen(!open)}
      >
        <CircleHelp aria-hidden="true" className="size-4" />
        {title ?? t('why.title')}
      </button>
      {wanted && (
        <Suspense fallback={null}>
          <PopoverBody open={open} onOpenChange={setOpen} anchor={anchor} title={title ?? t('why.title')}>
            <ul className="grid gap-2">
              {reasons.map((reason) => (
                <li key={reason.key}>
                  {reason.to ? (
                    <Link to={reason.to} className="flex min-h-9 items-start gap-2 font-medium text-primary-ink underline-offset-4 hover:underline" onClick={() => setOpen(false)}>
                      <ArrowRight aria-hidden="true" className="mt-1 size-4 shrink-0" />
                      {reason.text}
                    </Link>
                  ) : (
                    reason.text
                  )}
                </li>
              ))}
            </ul>
          </PopoverBody>
        </Suspense>
      )}
    </>
  );
}

import { CircleAlert, CircleCheck, Undo2, X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.js';
import { type ShownToast, dismissToast, shownToasts, subscribeToasts } from './toast-store.js';

/** The corner where messages appear; mounted once by the application. The live region exists before its messages, or screen readers would miss the first. */
export function Toaster() {
  const { t } = useTranslation('core');
  const toasts = useSyncExternalStore(subscribeToasts, shownToasts);
  return (
    <div
      role="region"
      aria-label={t('toast.region')}
      className="pointer-events-none fixed inset-x-0 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-60 flex flex-col items-center gap-2 px-3 sm:inset-x-auto sm:end-6 sm:bottom-6 sm:items-end print:hidden"
    >
      <div aria-live="polite" className="contents">
        {toasts.map((one) => (
          <Toast key={one.id} toast={one} />
        ))}
      </div>
    </div>
  );
}

function Toast({ toast }: { readonly toast: ShownToast }) {
  const { t } = useTranslation('core');
  const [held, hold] = useState(false);
  useEffect(() => {
    // While somebody reads it with the pointer or has focus in it, it stays.
    if (held) return;
    const timer = setTimeout(() => dismissToast(toast.id), toast.milliseconds);
    return () => clearTimeout(timer);
  }, [held, toast]);
  const act = (run: () => void) => () => {
    run();
    dismissToast(toast.id);
  };
  return (
    <div
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
      className="pointer-events-auto flex w-full max-w-105 animate-[rise_180ms_var(--ease-calm)] items-center gap-3 rounded-card bg-ink py-1.5 ps-4 pe-1.5 text-sm text-paper shadow-overlay"
    >
      {toast.tone === 'success' && <CircleCheck aria-hidden="true" className="size-5 shrink-0" />}
      {toast.tone === 'danger' && <CircleAlert aria-hidden="true" className="size-5 shrink-0" />}
      <p className="grow py-2">{toast.text}</p>
      {toast.undo && <ToastAction label={t('toast.undo')} icon={<Undo2 aria-hidden="true" className="size-4" />} onPress={act(toast.undo)} />}
      {toast.action && <ToastAction label={toast.action.label} onPress={act(toast.action.run)} />}
      <IconButton label={t('toast.close')} className="text-paper! hover:bg-ink-soft!" icon={<X aria-hidden="true" className="size-4" />} onClick={() => dismissToast(toast.id)} />
    </div>
  );
}

function ToastAction({ label, icon, onPress }: { readonly label: string; readonly icon?: React.ReactNode; readonly onPress: () => void }) {
  return (
    <button type="button" onClick={onPress} className="inline-flex min-h-11 shrink-0 items-center gap-1.5 rounded-control px-2.5 font-bold hover:bg-ink-soft">
      {icon}
      {label}
    </button>
  );
}

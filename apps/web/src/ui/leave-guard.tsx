import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { Button } from './button.js';
import { Dialog } from './dialog.js';

/** Asks before leaving a page with changes that are nowhere else; put it inside the form. Prefer saving by itself where that is possible. */
export function LeaveGuard({ unsaved }: { readonly unsaved: boolean }) {
  const { t } = useTranslation('core');
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
  return (
    <Dialog
      open={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('leaveGuard.title')}
      description={t('leaveGuard.text')}
      actions={
        <>
          <Button tone="secondary" onClick={() => blocker.proceed?.()}>
            {t('leaveGuard.leave')}
          </Button>
          <Button onClick={() => blocker.reset?.()}>{t('leaveGuard.stay')}</Button>
        </>
      }
    />
  );
}

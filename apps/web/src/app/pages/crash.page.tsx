import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { useOnline } from '../../shared/online.js';
import { Button } from '../../ui/button.js';
import { Illustration } from '../../ui/illustrations/illustration.js';

/** The chunk of a page could not be fetched: a new version was installed meanwhile, or the line is down. */
const CHUNK_FAULT = /dynamically imported module|module script failed|Failed to fetch|did not arrive/i;

/** A page that failed while it was drawn or fetched. Reloading is the one thing that helps: offered, or done by itself when the network is back. */
export function CrashPage() {
  const { t } = useTranslation('core');
  const error = useRouteError();
  const online = useOnline();
  const fetching = error instanceof Error && CHUNK_FAULT.test(error.message);
  const waiting = fetching && !online;
  const waited = useRef(false);
  useEffect(() => {
    if (waiting) waited.current = true;
    else if (waited.current) window.location.reload();
  }, [waiting]);
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-center px-4 py-16 text-center">
      <Illustration drawing={fetching ? 'offline' : 'broken'} className="h-40 w-52" />
      <h1 tabIndex={-1} className="mt-6 text-2xl">
        {t(fetching ? 'crash.notOpened' : 'crash.title')}
      </h1>
      <p className="mt-2 text-ink-soft">{t(waiting ? 'crash.waitingText' : fetching ? 'crash.updateText' : 'crash.text')}</p>
      {!waiting && (
        <Button className="mt-6" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </Button>
      )}
    </div>
  );
}

import i18next from 'i18next';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useMatches, useNavigation } from 'react-router';
import { usePageTitle } from '../shared/routing/use-page-title.js';
import { useSession } from '../shared/session/use-session.js';
import { useSessionEnded } from '../shared/session/session-end.js';
import { Toaster } from '../ui/toaster.js';
import type { PageHandle } from './router.js';
import { OfflineBanner } from './offline-banner.js';
import { useAgencyColours } from './use-agency-colours.js';
import { useFocusOnNavigation } from './use-focus-on-navigation.js';

const ActingBanner = lazy(async () => {
  await i18next.loadNamespaces('access');
  return import('./acting-banner.js');
});
const SessionEndedDialog = lazy(() => import('./session-ended-dialog.js'));

/** What is around every page: titles, scrolling, focus, messages, the sign of being offline. */
export function Root() {
  const { t } = useTranslation('core');
  const title = useMatches().map((match) => (match.handle as PageHandle | undefined)?.title).findLast(Boolean);
  usePageTitle(title ? t(title) : null);
  useFocusOnNavigation();
  useAgencyColours();
  const { me } = useSession();
  // Who was never signed in has lost no session: a page for everyone may ask for more than everyone may see.
  const ended = useSessionEnded() && me !== null;
  return (
    <>
      <a href="#isi" className="fixed start-3 top-3 z-70 -translate-y-20 rounded-control bg-primary px-4 py-3 font-semibold text-on-primary focus:translate-y-0">
        {t('shell.skip')}
      </a>
      <NavigationBar />
      <OfflineBanner />
      <Outlet />
      <Toaster />
      {me?.acting && (
        <Suspense fallback={null}>
          <ActingBanner me={me} acting={me.acting} />
        </Suspense>
      )}
      {ended && (
        <Suspense fallback={null}>
          <SessionEndedDialog />
        </Suspense>
      )}
      <ScrollRestoration />
    </>
  );
}

/** A thin line at the top while the next page's code is on its way: the present page stays readable. */
function NavigationBar() {
  const { t } = useTranslation('core');
  const { state } = useNavigation();
  if (state === 'idle') return null;
  return (
    <div role="status" className="fixed inset-x-0 top-0 z-70 h-0.75">
      <span className="sr-only">{t('shell.loading')}</span>
      <div className="h-full origin-left animate-[creep_6s_var(--ease-calm)_forwards] bg-accent" />
    </div>
  );
}

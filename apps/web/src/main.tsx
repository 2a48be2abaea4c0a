import './app/styles/main.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { featurePages } from './app/feature-pages.js';
import { showUnreachable } from './app/no-texts.js';
import { featureSlots } from './app/feature-slots.js';
import { createAppRouter } from './app/router.js';
import { loadTexts } from './app/texts.js';
import { createQueryClient } from './shared/api/query-client.js';
import { startI18n, storedLanguage } from './shared/i18n/i18n.js';
import { sessionQuery } from './shared/session/use-session.js';
import { SlotsContext } from './shared/slots/slots.js';
import { watchTheme } from './shared/theme.js';

const queryClient = createQueryClient();
// Three round trips become one: the session, the texts and (through the router) the page's code are asked for at the same time.
void queryClient.prefetchQuery(sessionQuery);
const texts = startI18n(loadTexts);
if (location.pathname.startsWith('/kelola')) {
  void loadTexts(storedLanguage(), 'nav').catch(() => undefined);
  void import('./app/staff-room.js').then(({ fetchAhead }) => fetchAhead(location.pathname, storedLanguage())).catch(() => undefined);
}
watchTheme();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

void texts.then((i18n) => {
  if (!i18n.hasResourceBundle(i18n.language, 'core')) return showUnreachable(root);
  const router = createAppRouter(featurePages);
  createRoot(root).render(
    <StrictMode>
      {/* No <style> elements at run time: the content security policy has no unsafe-inline. */}
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={queryClient}>
          <SlotsContext value={featureSlots}>
            <RouterProvider router={router} />
          </SlotsContext>
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>,
  );
});

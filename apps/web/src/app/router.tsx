import i18next from 'i18next';
import { type RouteObject, createBrowserRouter } from 'react-router';
import type { FeaturePage, Layout } from '../shared/routing/feature-routes.js';
import { FocusLayout } from './layouts/focus-layout.js';
import { LearnerLayout } from './layouts/learner-layout.js';
import { PublicLayout } from './layouts/public-layout.js';
import { Gate } from './gate.js';
import { CrashPage } from './pages/crash.page.js';
import { Root } from './root.js';
import { SplashPage } from './pages/splash.page.js';

/** What a matched page tells the frame around it. */
export interface PageHandle {
  readonly title: string;
}

/** Joins the features' pages with the layouts they ask for. */
export function createAppRouter(pages: readonly FeaturePage[]) {
  const inLayout = (layout: Layout): RouteObject[] => pages.filter((page) => page.layout === layout).map(pageRoute);
  return createBrowserRouter([
    {
      element: <Root />,
      errorElement: <CrashPage />,
      HydrateFallback: SplashPage,
      children: [
        { element: <PublicLayout />, children: framed([...inLayout('public'), { path: '*', lazy: async () => ({ Component: (await import('./pages/not-found.page.js')).NotFoundPage }), handle: { title: 'core:notFound.title' } satisfies PageHandle }]) },
        { element: <LearnerLayout pages={pages} />, children: framed(inLayout('learner')) },
        { element: <FocusLayout />, children: framed(inLayout('focus')) },
        {
          lazy: async () => {
            const { StaffLayout } = await import('./layouts/staff-layout.js');
            return { element: <StaffLayout pages={pages} /> };
          },
          children: framed([{ path: '/kelola', lazy: async () => ({ element: <StaffIndexPage pages={pages} Page={(await import('./pages/staff-index.page.js')).StaffIndex} /> }), handle: { title: 'core:shell.staffRoom' } satisfies PageHandle }, ...inLayout('staff')]),
        },
      ],
    },
  ]);
}

function StaffIndexPage({ pages, Page }: { readonly pages: readonly FeaturePage[]; readonly Page: React.ComponentType<{ readonly pages: readonly FeaturePage[] }> }) {
  return (
    <Gate access="signed-in">
      <Page pages={pages} />
    </Gate>
  );
}

/** A page that fails keeps the navigation around it: the error takes the page's place, not the frame's. */
function framed(children: RouteObject[]): RouteObject[] {
  return [{ errorElement: <CrashPage />, children }];
}

function pageRoute({ path, access, namespaces, title, page }: FeaturePage): RouteObject {
  return {
    path,
    handle: { title } satisfies PageHandle,
    lazy: async () => {
      const [{ default: Page }] = await Promise.all([page(), ensureTexts(namespaces)]);
      return {
        element: (
          <Gate access={access}>
            <Page />
          </Gate>
        ),
      };
    },
  };
}

/** Waits for the page's texts with its code, so that no raw key is ever painted. */
async function ensureTexts(namespaces: readonly string[]): Promise<void> {
  await i18next.loadNamespaces(namespaces);
  const missing = namespaces.find((namespace) => !i18next.hasResourceBundle(i18next.language, namespace));
  if (missing) throw new Error(`the texts of ${missing} did not arrive`);
}

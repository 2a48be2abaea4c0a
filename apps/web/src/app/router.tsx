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

/** Joins the features' pages with the layouts they ask for. The staff's pages join when somebody goes to one of them. */
export function createAppRouter(pages: readonly FeaturePage[]) {
  let staffJoined = false;
  return createBrowserRouter(
    [
      {
        id: ROOT,
        element: <Root />,
        errorElement: <CrashPage />,
        HydrateFallback: SplashPage,
        children: [
          { element: <PublicLayout />, children: framed([...inLayout(pages, 'public'), { path: '*', lazy: async () => ({ Component: (await import('./pages/not-found.page.js')).NotFoundPage }), handle: { title: 'core:notFound.title' } satisfies PageHandle }]) },
          { element: <LearnerLayout pages={pages} />, children: framed(inLayout(pages, 'learner')) },
          { element: <FocusLayout />, children: framed(inLayout(pages, 'focus')) },
        ],
      },
    ],
    {
      patchRoutesOnNavigation: async ({ path, patch }) => {
        if (staffJoined || !/^\/kelola(\/|$)/.test(path)) return;
        const routes = await staffRoutes(pages.filter(({ layout }) => layout === 'staff'));
        staffJoined = true;
        patch(ROOT, routes);
      },
    },
  );
}

const ROOT = 'root';

/** The staff's room with its pages, and pages of theirs that stand alone (a preview). */
async function staffRoutes(already: readonly FeaturePage[]): Promise<RouteObject[]> {
  const [{ staffPages, StaffLayout, StaffIndex }] = await Promise.all([import('./staff-room.js'), ensureTexts(['nav'])]);
  const pages = [...already, ...staffPages];
  const index: RouteObject = {
    path: '/kelola',
    handle: { title: 'core:shell.staffRoom' } satisfies PageHandle,
    element: (
      <Gate access="signed-in">
        <StaffIndex pages={pages} />
      </Gate>
    ),
  };
  return [
    { element: <StaffLayout pages={pages} />, children: framed([index, ...inLayout(pages, 'staff')]) },
    { element: <FocusLayout />, children: framed(inLayout(pages, 'focus')) },
  ];
}

function inLayout(pages: readonly FeaturePage[], layout: Layout): RouteObject[] {
  return pages.filter((page) => page.layout === layout).map(pageRoute);
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

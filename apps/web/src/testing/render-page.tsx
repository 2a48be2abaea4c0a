import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import i18next from 'i18next';
import type { ComponentType } from 'react';
import { RouterProvider, createMemoryRouter, useLocation } from 'react-router';
import { createQueryClient } from '../shared/api/query-client.js';
import { type Language, startI18n } from '../shared/i18n/i18n.js';
import { Toaster } from '../ui/toaster.js';
import { FakeApi, type FakeAnswers } from './fake-api.js';
import { textsFromDisk } from './texts-from-disk.js';

export interface RenderPageOptions {
  readonly path?: string;
  /** The address as it stands, with parameters filled in. */
  readonly at?: string;
  readonly answers: FakeAnswers;
  readonly namespaces: readonly string[];
  readonly language?: Language;
}

/**
 * Puts one page on a screen with real texts, a real router and a fake network. Every other address shows "di: <address>",
 * so that a test can see where the page has led.
 */
export async function renderPage(Page: ComponentType, { path = '/', at = path, answers, namespaces, language = 'id' }: RenderPageOptions) {
  const api = new FakeApi(answers);
  globalThis.fetch = api.fetch as typeof fetch;
  await startI18n(textsFromDisk, language);
  await i18next.loadNamespaces([...namespaces, 'errors']);
  const queryClient = createQueryClient();
  queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, retry: false, gcTime: Number.POSITIVE_INFINITY } });
  const router = createMemoryRouter([{ path, element: <Page /> }, { path: '*', element: <Elsewhere /> }], { initialEntries: [at] });
  const view = render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <Toaster />
    </QueryClientProvider>,
  );
  return { ...view, api, router, queryClient, user: userEvent.setup() };
}

function Elsewhere() {
  const { pathname, search } = useLocation();
  return <p>di: {pathname + search}</p>;
}

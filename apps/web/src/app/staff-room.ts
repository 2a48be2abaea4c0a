import { matchPath } from 'react-router';
import type { Language } from '../shared/i18n/i18n.js';
import { StaffLayout } from './layouts/staff-layout.js';
import { StaffIndex } from './pages/staff-index.page.js';
import { staffPages } from './staff-pages.js';
import { loadTexts } from './texts.js';

/** Everything that the router needs of the staff's room, as one file. */
export { StaffIndex, StaffLayout, staffPages };

/**
 * Fetches the page of an address with its texts, and the table of paths that every staff page asks by, before the router comes to it: on a
 * slow line each of them would wait for the one before. What fails here is asked for again, and reported, where it is needed.
 */
export function fetchAhead(pathname: string, language: Language): void {
  const page = staffPages.find(({ path }) => matchPath(path, pathname));
  const wanted = [page?.page(), import('@pamong/contract/later-routes.generated'), ...(page?.namespaces ?? []).map((namespace) => loadTexts(language, namespace))];
  for (const one of wanted) one?.catch(() => undefined);
}

import type { catalogue } from '@pamong/contract/catalogue';
import type { RequestOf } from '@pamong/contract/kernel/route';
import { useSearchParams } from 'react-router';

type Query = RequestOf<typeof catalogue.list>['query'];

/** The choices of the contract; its schemas stay out of the browser. */
export const courseLevels = ['basic', 'intermediate', 'advanced'] as const satisfies readonly Query['level'][];
export const catalogueOrders = ['newest', 'title', 'shortest'] as const satisfies readonly Query['order'][];

/** Names of the filters in the address, and in the query of the API. */
const names = { q: 'q', category: 'kategori', level: 'tingkat', organiser: 'penyelenggara', order: 'urut' } as const;
export type FilterName = keyof typeof names;

/** What the catalogue is narrowed to. It lives in the address, so a link or the back button brings it again. */
export function useCatalogueFilter() {
  const [search, setSearch] = useSearchParams();
  const given = (name: FilterName) => search.get(names[name]) ?? '';
  const level = courseLevels.find((one) => one === given('level'));
  const order = catalogueOrders.find((one) => one === given('order')) ?? 'newest';
  const page = Math.max(1, Number.parseInt(search.get('page') ?? '1', 10) || 1);
  const query: Query = {
    q: given('q').slice(0, 100),
    order,
    page,
    ...(given('category') === '' ? {} : { category: given('category') }),
    ...(level === undefined ? {} : { level }),
    ...(given('organiser') === '' ? {} : { organiser: given('organiser') }),
  };
  return {
    query,
    level: level ?? '',
    order,
    active: ['q', 'category', 'level', 'organiser'].some((name) => given(name as FilterName) !== ''),
    /** Opened from the magnifier of the top bar: the person wants to type. */
    wantsToType: search.has('cari'),
    set: (name: FilterName, value: string) =>
      setSearch((before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(names[name]);
        else next.set(names[name], value);
        next.delete('page');
        return next;
      }, { replace: true, preventScrollReset: true }),
    clear: () => setSearch({}, { replace: true, preventScrollReset: true }),
  };
}

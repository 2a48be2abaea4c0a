import type { FacetName, search } from '@pamong/contract/search';
import type { RequestOf } from '@pamong/contract/kernel/route';
import { useAddressFilter } from '../../shared/routing/use-address-filter.js';

type Query = RequestOf<typeof search.courses>['query'];

/** The choices of the contract; its schemas stay out of the browser. */
export const facetNames = ['topic', 'jp', 'level', 'competence', 'form', 'duration', 'organiser', 'language'] as const satisfies readonly FacetName[];
const orders = ['relevance', 'newest', 'title', 'shortest', 'jp', 'taken'] as const satisfies readonly Query['order'][];
const closed: { readonly [Name in FacetName]?: readonly string[] } = {
  jp: ['0', '1-3', '4-6', '7'],
  level: ['basic', 'intermediate', 'advanced'],
  form: ['self_paced', 'webinar', 'blended'],
  duration: ['60', '180', '480', 'more'],
};
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Names of the facets in the address. */
const names: Readonly<Record<FacetName, string>> = {
  topic: 'topik', jp: 'jp', level: 'tingkat', competence: 'kompetensi', form: 'bentuk', duration: 'waktu', organiser: 'penyelenggara', language: 'bahasa',
};

const noChoices = Object.fromEntries(Object.values(names).map((name) => [name, '']));
const nothing = { ...noChoices, q: '', cari: '', persis: '', urut: '' };

/** What the catalogue is narrowed to. It lives in the address, so a link or the back button brings it again; unknown words in it are left out. */
export function useCatalogueFilter() {
  const { get, all, set } = useAddressFilter();
  const fits = (name: FacetName, value: string) => (name === 'organiser' ? uuid.test(value) : (closed[name]?.includes(value) ?? value.length <= 40 + (name === 'topic' ? 40 : 0)));
  const chosen = (name: FacetName) => all(names[name]).filter((value) => fits(name, value)).slice(0, 20);
  const q = get('q').trim().slice(0, 200);
  const order = orders.find((one) => one === get('urut') && (one !== 'relevance' || q !== '')) ?? (q === '' ? 'newest' : 'relevance');
  const choices = Object.fromEntries(facetNames.map((name) => [name, chosen(name)])) as Record<FacetName, string[]>;
  const query = {
    q,
    order,
    page: Math.max(1, Number.parseInt(get('page') || '1', 10) || 1),
    ...(get('persis') === '' ? {} : { exact: 'true' }),
    ...Object.fromEntries(Object.entries(choices).filter(([, values]) => values.length > 0)),
  } as Query;
  const count = Object.values(choices).flat().length;
  return {
    query,
    q,
    order,
    /** Orders that make sense now. */
    orders: orders.filter((one) => one !== 'relevance' || q !== ''),
    choices,
    /** How many choices are taken. */
    count,
    active: q !== '' || count > 0,
    /** Opened from the magnifier of the top bar: the person wants to type. */
    wantsToType: get('cari') !== '',
    search: (words: string) => set({ q: words, cari: '', persis: '', urut: '' }),
    searchExactly: () => set({ persis: '1' }),
    choose: (name: FacetName, values: readonly string[]) => set({ [names[name]]: values }),
    sort: (next: string) => set({ urut: next }),
    /** Lets all choices go; the words stay. */
    widen: () => set(noChoices),
    /** One topic and nothing else. */
    onlyTopic: (topic: string) => set({ ...nothing, topik: topic }),
    clear: () => set(nothing),
  };
}

export type CatalogueFilter = ReturnType<typeof useCatalogueFilter>;

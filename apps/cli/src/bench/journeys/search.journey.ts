import type { Journey } from '../journey.js';
import { fillLibrary } from './search-library.js';

const visitors = 100;
const queriesEach = 20;

/** A word with a letter missing, as a thumb writes it. */
const slip = (word: string) => word.slice(0, 3) + word.slice(4);

/** Visitors who search 2,000 courses with 20,000 lessons: words, slips of the pen, sentences, beginnings of words, choices. */
export const search: Journey = {
  name: 'search',
  summary: 'one search of 20,000 lessons in 2,000 courses: exact, typo, phrase, prefix, facets',
  prepare: async (bed) => {
    const { texts, topics, fillers } = await fillLibrary(bed);
    let next = 0;
    const query = (): string => {
      next += 1;
      const text = texts[(next * 7) % texts.length] ?? [];
      const at = (next * 13) % (text.length - 8);
      const words = text.slice(at, at + 8);
      const [one = '', two = ''] = words.filter((word) => !fillers.includes(word)).toSorted((a, b) => b.length - a.length);
      const of = (path: string, values: Readonly<Record<string, string>>) => `/api/${path}?${new URLSearchParams(values).toString()}`;
      switch (next % 10) {
        case 0: case 1: return of('catalogue', { q: one });
        case 2: case 3: return of('catalogue', { q: `${one} ${two}` });
        case 4: return of('catalogue', { q: `${slip(one)} ${two}` });
        case 5: return of('catalogue', { q: slip(one) });
        case 6: return of('catalogue', { q: `"${words.slice(0, 3).join(' ')}"` });
        case 7: return of('catalogue', { q: words.join(' ') });
        case 8: return of('catalogue-suggestions', { q: one.slice(0, 5) });
        default: return of('catalogue', { q: words[0] ?? '', topic: topics[next % topics.length] ?? '', level: 'basic' });
      }
    };
    return Array.from({ length: visitors }, () => ({ queries: Array.from({ length: queriesEach }, query) }));
  },
  visit: async (connection, visitor, turn) => {
    const queries = visitor['queries'] as readonly string[];
    await connection.send('GET', queries[turn % queries.length] ?? '');
  },
};

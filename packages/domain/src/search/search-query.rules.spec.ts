import { parseQuery, tsqueryOf } from './search-query.rules.js';

const asked = (q: string) => {
  const { words, phrases, without } = parseQuery(q);
  return { words: words.join(' '), phrases: phrases.map((phrase) => phrase.join(' ')), without: without.map((one) => one.join(' ')) };
};

describe('a query', () => {
  it.each([
    ['Pelayanan PUBLIK', { words: 'pelayanan publik', phrases: [], without: [] }],
    ['Résumé AI-101 e-learning', { words: 'resume ai 101 e learning', phrases: [], without: [] }],
    ['"data pribadi" warga', { words: 'warga', phrases: ['data pribadi'], without: [] }],
    ['“data pribadi', { words: '', phrases: ['data pribadi'], without: [] }],
    ['arsip -"surat dinas" -rapat', { words: 'arsip', phrases: [], without: ['surat dinas', 'rapat'] }],
    ['cara menjaga data dan arsip di kantor', { words: 'cara menjaga data arsip kantor', phrases: [], without: [] }],
    ['yang untuk', { words: 'yang untuk', phrases: [], without: [] }],
    ['- -- "" :*', { words: '', phrases: [], without: [] }],
    ['data data', { words: 'data', phrases: [], without: [] }],
  ])('%s', (q, expected) => expect(asked(q)).toEqual(expected));

  it('is not finished while its last word is typed', () => {
    expect(parseQuery('data prib').open).toBe(true);
    for (const q of ['data "prib"', 'data -prib', 'data!', '']) expect(parseQuery(q).open).toBe(false);
  });

  it('becomes nothing but words in quotes and our own operators', () => {
    expect(tsqueryOf([['layan', 'loket'], ['data']], [['surat', 'dinas']])).toBe(`('layan' | 'loket') & ('data') & ('surat' <-> 'dinas')`);
    expect(tsqueryOf([['a'], ['b']], [], false)).toBe(`('a') | ('b')`);
    expect(tsqueryOf([[`x' | !y:*`]], [])).toBe(`('xy')`);
    expect(tsqueryOf([], [])).toBeNull();
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allErrors } from '@pamong/contract/all-errors';
import { sourceFiles } from '../src/check/test-files.js';
import { checkout, handWritten } from './house.js';
import { equalInBothLanguages } from './locales.allowed.js';

type Tree = { readonly [key: string]: string | Tree };

const read = (path: string) => JSON.parse(readFileSync(join(checkout, path), 'utf8')) as Tree;

/** `{ a: { b: 'x' } }` as `a.b -> x`. */
function flatten(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)])),
  );
}

/** Plural forms of i18next: Indonesian has one, English two. */
const base = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{\{\s*-?\s*(\w+)/g)].map((match) => match[1] ?? ''))].sort();

/** `locales/id.json` beside `locales/en.json`, and `locales/errors.id.json` beside its English. */
const localeFile = /^(apps\/web\/src\/.*\/locales\/(?:\w+\.)?)(?:id|en)\.json$/;
const folders = [...new Set(sourceFiles(checkout).flatMap((path) => localeFile.exec(path)?.[1] ?? []))];
const texts = folders.map((folder) => {
  const language = (name: string) => (existsSync(join(checkout, `${folder}${name}.json`)) ? flatten(read(`${folder}${name}.json`)) : new Map<string, string>());
  return { folder, id: language('id'), en: language('en') };
});
const webSource = handWritten()
  .filter(({ path }) => path.startsWith('apps/web/src/') && !/\.spec\.tsx?$/.test(path))
  .map(({ text }) => text)
  .join('\n');

describe('the two languages', () => {
  test('there are texts', () => {
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.reduce((sum, { id }) => sum + id.size, 0)).toBeGreaterThan(50);
  });

  test('every text is there in both, with the same values to fill in', () => {
    const faults = texts.flatMap(({ folder, id, en }) => {
      const [inId, inEn] = [id, en].map((language) => new Set([...language.keys()].map(base))) as [Set<string>, Set<string>];
      const missing = [...inId, ...inEn].filter((key) => inId.has(key) !== inEn.has(key)).map((key) => `${folder} ${key}: only in ${inId.has(key) ? 'id' : 'en'}`);
      const different = [...id].flatMap(([key, text]) => {
        const other = en.get(key) ?? en.get(`${base(key)}_other`);
        return other === undefined || placeholders(text).join() === placeholders(other).join() ? [] : [`${folder} ${key}: other values in en`];
      });
      return [...missing, ...different];
    });
    expect(faults).toEqual([]);
  });

  test('every text is translated, and none is empty', () => {
    const untranslated = (id: string, en: string | undefined) => id === en && /[a-z]{3}/i.test(id.replace(/\{\{.*?\}\}/g, '')) && !equalInBothLanguages.includes(id);
    const faults = texts.flatMap(({ folder, id, en }) =>
      [...id].filter(([key, text]) => text.trim() === '' || en.get(key)?.trim() === '' || untranslated(text, en.get(key))).map(([key, text]) => `${folder} ${key}: ${text}`),
    );
    expect(faults).toEqual([]);
  });

  test('Indonesian does not shout', () => {
    expect(texts.flatMap(({ folder, id }) => [...id].filter(([, text]) => text.includes('!')).map(([key]) => `${folder} ${key}`))).toEqual([]);
  });

  test('no text is unused', () => {
    // A key is used when the code names it, or builds it from a prefix: t(`status.${status}`) uses all of status.
    const built = /(?:\bt\(\s*|labelKey=\{|[`'"])`?(?:\w+:)?([\w.]*)\$\{/g;
    const prefixes = [...webSource.matchAll(built)].map((match) => match[1] ?? '').filter((prefix) => prefix.includes('.'));
    const unused = texts.filter(({ folder }) => !folder.endsWith('/errors.')).flatMap(({ folder, id }) =>
      [...new Set([...id.keys()].map(base))]
        .filter((key) => ![`'${key}'`, `"${key}"`, `:${key}'`, `:${key}"`, `\`${key}\``].some((use) => webSource.includes(use)))
        .filter((key) => !prefixes.some((prefix) => key.startsWith(prefix)))
        .map((key) => `${folder} ${key}`),
    );
    expect(unused).toEqual([]);
  });

  test('every error code of the contract has a sentence in both', () => {
    const spoken = (language: 'id' | 'en') => new Set(texts.filter(({ folder }) => folder.endsWith('/errors.')).flatMap((text) => [...text[language].keys()].map(base)));
    const codes = Object.keys(allErrors);
    expect(codes.length).toBeGreaterThan(20);
    expect({ id: codes.filter((code) => !spoken('id').has(code)), en: codes.filter((code) => !spoken('en').has(code)) }).toEqual({ id: [], en: [] });
    expect([...spoken('id')].filter((code) => /^[A-Z_]+$/.test(code) && !codes.includes(code) && code !== 'NETWORK')).toEqual([]);
  });
});

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { featureFolders, readTexts } from '../testing/texts-from-disk.js';

const SOURCE = join(__dirname, '..');
const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const namespaces = ['core', 'errors', 'nav', ...featureFolders().filter((name) => existsSync(join(SOURCE, 'features', name, 'locales/id.json')))];
const known = new Map(namespaces.map((namespace) => [namespace, keysOf(readTexts('id', namespace))]));

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function keysOf(texts: object, prefix = ''): Set<string> {
  return new Set(
    Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null ? [...keysOf(value, `${prefix}${key}.`)] : [(prefix + key).replace(PLURAL, '')],
    ),
  );
}

/** Keys that a file asks for and that no locale file which the file can mean has. Keys made from pieces are the house test's matter. */
function missingIn(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  const home = /features[/\\]([^/\\]+)/.exec(relative(SOURCE, file))?.[1] ?? 'core';
  const named = [...code.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap((match) => [...(match[1] ?? '').matchAll(/'([\w-]+)'/g)].map((name) => name[1] ?? ''));
  const asked = [...code.matchAll(/\bt\(\s*'([^']+)'/g), ...code.matchAll(/\b(?:title|label): '([\w-]+:[\w.]+)'/g)].map((match) => match[1] ?? '');
  return asked.filter((key) => {
    const [namespace, rest] = key.includes(':') ? (key.split(':') as [string, string]) : [null, key];
    const places = namespace === null ? [home, ...named, 'core'] : [namespace];
    return !places.some((place) => known.get(place)?.has(rest));
  }).map((key) => `${relative(SOURCE, file)}: ${key}`);
}

it('finds every text that the code asks for', () => {
  const sources = filesUnder(SOURCE).filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file));
  expect(sources.length).toBeGreaterThan(60);
  expect(sources.flatMap(missingIn)).toEqual([]);
});

it('would notice a key that is not there', () => {
  expect(known.get('core')?.has('shell.signIn')).toBe(true);
  expect(known.get('core')?.has('shell.signInn')).toBe(false);
});

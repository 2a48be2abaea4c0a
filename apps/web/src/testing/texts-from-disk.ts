import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language, LoadTexts } from '../shared/i18n/i18n.js';

const SOURCE = join(__dirname, '..');

/** The same texts that the built application loads, read from the source files. */
export const textsFromDisk: LoadTexts = (language, namespace) => Promise.resolve(readTexts(language, namespace));

/** Texts of one namespace: `core`, `errors` and `nav` (all features merged), or a feature's own. */
export function readTexts(language: Language, namespace: string): Record<string, unknown> {
  if (namespace === 'core') return readJson(join(SOURCE, 'shared/locales', `${language}.json`));
  if (namespace !== 'errors' && namespace !== 'nav') return readJson(join(SOURCE, 'features', namespace, 'locales', `${language}.json`));
  const files = [join(SOURCE, 'shared/locales'), ...featureFolders().map((name) => join(SOURCE, 'features', name, 'locales'))].map((folder) => join(folder, `${namespace}.${language}.json`));
  return Object.assign({}, ...files.filter(existsSync).map(readJson)) as Record<string, unknown>;
}

/** Names of the folders in src/features. */
export function featureFolders(): string[] {
  return readdirSync(join(SOURCE, 'features'), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}

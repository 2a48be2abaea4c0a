import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { checkout } from './house.js';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const dist = join(checkout, 'apps/web/dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Readonly<Record<string, Chunk>>;

/** Every file that these modules need before they run. */
function closure(...keys: readonly string[]): Set<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined || seen.has(key)) return;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const key of keys) visit(key);
  return files;
}

/** Bytes on the wire with brotli: the copy that the build wrote, or one made here where a file is too small to have one. */
function bytes(files: Iterable<string>): number {
  let sum = 0;
  for (const file of files) {
    const compressed = join(dist, `${file}.br`);
    sum += existsSync(compressed) ? statSync(compressed).size : brotliCompressSync(readFileSync(join(dist, file))).length;
  }
  return sum;
}

const kB = (size: number) => Math.round(size / 100) / 10;

/** What a visitor of a page loads: the frame, the page, and its texts in Indonesian. */
function pageFiles(page: string): Set<string> {
  const feature = /^src\/features\/([^/]+)\//.exec(page)?.[1] ?? '';
  return closure('index.html', page, 'src/shared/locales/id.json', `src/features/${feature}/locales/id.json`);
}

const pages = Object.keys(manifest).filter((key) => key.startsWith('src/features/') && key.endsWith('.page.tsx'));

describe('the weight of pages, brotli', () => {
  // Made by the web feature `home` (docs/architecture.md: performance).
  const home = pages.find((page) => page.endsWith('/home.page.tsx'));

  test('the learner reaches home with 150 kB of script and style', () => {
    expect(pages.length).toBeGreaterThan(3);
    expect(home).toBeDefined();
    const files = pageFiles(home ?? '');
    expect([...files].filter((file) => file.endsWith('.js')).length).toBeGreaterThan(1);
    expect(kB(bytes(files))).toBeLessThanOrEqual(150);
  });

  test('every other page adds at most 40 kB', () => {
    const loaded = pageFiles(home ?? '');
    const weights = pages.map((page) => ({ page, kB: kB(bytes([...pageFiles(page)].filter((file) => !loaded.has(file)))) }));
    expect(weights.filter((weight) => weight.kB > 40)).toEqual([]);
  });

  test('nothing is fetched from elsewhere', () => {
    const html = readFileSync(join(dist, 'index.html'), 'utf8');
    expect([...html.matchAll(/(?:src|href)="(https?:)?\/\/[^"]*"/g)].map((match) => match[0])).toEqual([]);
  });
});

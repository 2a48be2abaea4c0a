import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles } from '../src/check/test-files.js';

/** Folder of the checkout. */
export const checkout = join(import.meta.dirname, '..', '..', '..');

export interface SourceFile {
  /** Relative to the checkout. */
  readonly path: string;
  readonly text: string;
}

/** TypeScript and JavaScript that people write and read; nothing generated. */
export function handWritten(): SourceFile[] {
  return sourceFiles(checkout)
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.includes('.generated.'))
    .map((path) => ({ path, text: readFileSync(join(checkout, path), 'utf8') }));
}

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { allFigures } from './all-figures.js';

// Writes the figures of the demo's lessons again: `pnpm --filter @pamong/cli draw-demo`. They are committed, as the web serves them.
const target = join(import.meta.dirname, '..', '..', '..', '..', 'web', 'public', 'demo');

for (const [path, svg] of allFigures) {
  await mkdir(dirname(join(target, path)), { recursive: true });
  await writeFile(join(target, path), svg);
}

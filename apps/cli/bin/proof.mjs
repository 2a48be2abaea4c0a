#!/usr/bin/env node
/**
 * `pnpm proof NAME`: one long run at its full size. `npm test` runs a small version of each. Beside the files of
 * apps/cli/proof these are the browser tests that ask how large they are.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { requireInstallation, root } from './installed.mjs';

requireInstallation();
const filesIn = (folder, ending) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => [file.slice(0, -ending.length), join(folder, file)]);
const files = new Map([
  ...filesIn('apps/cli/proof', '.proof.ts'),
  ...filesIn('apps/web/e2e', '.e2e.ts').filter(([, path]) => readFileSync(join(root, path), 'utf8').includes("'@pamong/platform/testing/size'")),
]);
const [name, ...args] = process.argv.slice(2);
const path = files.get(name);
if (path === undefined) {
  console.error(`Usage: pnpm proof NAME\nThere are: ${[...files.keys()].join(', ')}`);
  process.exit(2);
}
const jest = ['--selectProjects', path.endsWith('.e2e.ts') ? 'e2e' : 'proof', '--runInBand', '--runTestsByPath', path, ...args];
const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', join(root, 'node_modules/jest/bin/jest.js'), ...jest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PAMONG_PROOF: 'full' },
});
process.exit(run.status ?? 1);

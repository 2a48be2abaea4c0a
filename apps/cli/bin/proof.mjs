#!/usr/bin/env node
/** `pnpm proof NAME`: one long run at its full size. `npm test` runs a small version of each. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { requireInstallation, root } from './installed.mjs';

requireInstallation();
const names = readdirSync(join(root, 'apps/cli/proof'))
  .filter((file) => file.endsWith('.proof.ts'))
  .map((file) => file.slice(0, -'.proof.ts'.length));
const [name, ...args] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  console.error(`Usage: pnpm proof NAME\nThere are: ${names.join(', ')}`);
  process.exit(2);
}
const jest = ['--selectProjects', 'proof', '--runInBand', '--runTestsByPath', join('apps/cli/proof', `${name}.proof.ts`), ...args];
const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', join(root, 'node_modules/jest/bin/jest.js'), ...jest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PAMONG_PROOF: 'full' },
});
process.exit(run.status ?? 1);

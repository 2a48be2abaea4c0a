#!/usr/bin/env node
/** `npm test`: builds with plain JavaScript, because nothing is compiled in a fresh clone, then hands over to the compiled check. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installationFault, root } from './installed.mjs';

const fault = installationFault();
if (fault !== null) {
  console.error(`The installation is not complete: ${fault}.\nRun "npx -y pnpm@12.21.0 install" and read its messages, then try again.`);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}

const started = performance.now();
const compiled = spawnSync(join(root, 'node_modules', '.bin', 'tsc'), ['-b'], { cwd: root, stdio: 'inherit' });
if (compiled.status !== 0) {
  console.error('types: FAILED (tsc -b)');
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}
console.log(`types: passed (tsc -b, ${((performance.now() - started) / 1000).toFixed(1)} s)`);

const { check } = await import('../dist/check/check.js');
process.exit(await check(root, process.argv.slice(2)));

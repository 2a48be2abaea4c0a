/**
 * Jest's global setup for kinds that need a database: makes the run of the tests, unless `npm test` has made it, and
 * starts the one cluster that all kinds share.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { requireInstallation, root } from './installed.mjs';

export default async function setup() {
  requireInstallation();
  if (process.env.PAMONG_CHECK_REPORTER === undefined) {
    // Jest by hand: what runs outside of Jest's transform (this setup, child processes) is the compiled code.
    const compiled = spawnSync(join(root, 'node_modules', '.bin', 'tsc'), ['-b'], { cwd: root, stdio: 'inherit' });
    if (compiled.status !== 0) console.error('tsc -b found faults; going on with what it wrote');
    const needsWeb = process.argv.some((arg) => /e2e|house/.test(arg));
    if (needsWeb) await ensureBuilt(root, { web: true, say: (line) => console.log(line) });
  }
  const { openRun } = await import('../dist/check/shared-run.js');
  await openRun(root);
}

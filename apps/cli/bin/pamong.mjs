#!/usr/bin/env node
/** The `pamong` command: checks the installation, builds what changed, and hands over to the compiled command. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { requireInstallation, root } from './installed.mjs';

requireInstallation();
process.chdir(root);
const args = process.argv.slice(2);
if (!(await ensureBuilt(root, { web: args[0] === 'start', say: (line) => console.log(line) }))) {
  console.error('The build failed; nothing was started.');
  process.exit(1);
}
enableCompileCache(join(root, 'node_modules', '.cache', 'pamong', 'code'));
const { main } = await import('../dist/main.js');
process.exit(await main(root, args));

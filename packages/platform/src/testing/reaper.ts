/**
 * A process of its own that waits until the test run which started it is gone (its standard input closes, even after
 * `kill -9`), then ends what the run left behind. After an ordinary end there is nothing left and it just leaves.
 */
import { existsSync } from 'node:fs';
import { sweep } from './test-run.js';

const dir = process.argv[2];
if (dir === undefined) throw new Error('reaper: the folder of the run is missing');

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => undefined);
process.stdin.resume();
process.stdin.on('close', () => {
  if (!existsSync(dir)) return;
  void sweep(dir);
});

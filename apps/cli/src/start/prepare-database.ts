import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Output } from './output.js';

/**
 * Migrates and, where the demo is on, fills it, in a process of its own: what that work loads and allocates is gone
 * before anything is served.
 * @returns false when it failed, with the reason said
 */
export async function prepareDatabase(root: string, env: Readonly<Record<string, string>>, output: Output, say: (line: string) => void): Promise<boolean> {
  const child = spawn(process.execPath, [join(root, 'apps/cli/bin/prepare.mjs')], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      output.line('prepare', line);
    });
  }
  child.on('message', (message) => typeof message === 'string' && say(message));
  const code = await new Promise<number>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (status) => resolve(status ?? 1));
  });
  if (code !== 0) say(['The database could not be brought up to date. The last lines:', ...lines.slice(-20).map((line) => `    ${line}`)].join('\n'));
  return code === 0;
}

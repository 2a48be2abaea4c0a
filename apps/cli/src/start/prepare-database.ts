import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Output } from './output.js';

/**
 * Migrates and, where the demo is on, fills it, in a process of its own: what that work loads and allocates is gone
 * before anything is served.
 * Each step of it is a transaction or finds what it made before, so it may be cut short and is finished by the next start.
 * @param stop cuts it short
 * @returns false when it failed, with the reason said, or was cut short
 */
export async function prepareDatabase(
  root: string,
  env: Readonly<Record<string, string>>,
  out: { readonly output: Output; readonly say: (line: string) => void },
  stop: AbortSignal,
): Promise<boolean> {
  const child = spawn(process.execPath, [join(root, 'apps/cli/bin/prepare.mjs')], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      out.output.line('prepare', line);
    });
  }
  child.on('message', (message) => typeof message === 'string' && out.say(message));
  const cut = (): void => void child.kill('SIGKILL');
  stop.addEventListener('abort', cut);
  const code = await new Promise<number>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (status) => resolve(status ?? 1));
  });
  stop.removeEventListener('abort', cut);
  if (code !== 0 && !stop.aborted) out.say(['The database could not be brought up to date. The last lines:', ...lines.slice(-20).map((line) => `    ${line}`)].join('\n'));
  return code === 0;
}

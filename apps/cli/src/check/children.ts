import { spawn } from 'node:child_process';
import { forgetGroup, registerGroup } from '@pamong/platform/testing/test-run';

/**
 * Runs a program to its end as a process group of its own, with its output in ours.
 * @returns its exit code; 1 when a signal ended it
 */
export async function runChild(program: string, args: readonly string[], options: { cwd: string; env?: NodeJS.ProcessEnv }): Promise<number> {
  const child = spawn(program, args, { cwd: options.cwd, env: options.env ?? process.env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  const pid = child.pid;
  if (pid !== undefined) registerGroup(pid);
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status) => resolve(status ?? 1));
  });
  if (pid !== undefined) forgetGroup(pid);
  return code;
}

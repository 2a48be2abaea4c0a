import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

/**
 * The processes between this one and the `npm test` that started it. Where one of them is killed, the others do not
 * notice; the check does, by watching this list. Empty where there is no /proc.
 */
export function ancestors(): number[] {
  const chain: { pid: number; launcher: boolean }[] = [];
  for (let pid = process.ppid; pid > 1 && chain.length < 12; ) {
    const found = processOf(pid);
    if (found === null) break;
    chain.push({ pid, launcher: found.launcher });
    pid = found.parent;
  }
  return chain.slice(0, chain.findLastIndex((entry) => entry.launcher) + 1).map((entry) => entry.pid);
}

function processOf(pid: number): { launcher: boolean; parent: number } | null {
  try {
    const [program = '', ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const shell = /(^|\/)(ba|da|z)?sh$/.test(program);
    const parent = Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    return { launcher: !shell && /\bp?np[mx]\b/.test([program, ...args].join(' ')), parent };
  } catch {
    return null;
  }
}

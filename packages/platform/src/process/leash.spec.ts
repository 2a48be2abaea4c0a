import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { leashed } from './leash.js';

function run(script: string): ChildProcess {
  const { command, args } = leashed('/bin/sh', ['-c', script]);
  return spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [chunk] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return chunk.toString().trim();
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('leashed', () => {
  it('passes the exit code on', async () => {
    const child = run('echo in; exit 7');
    expect(await once(child, 'exit')).toEqual([7, null]);
  });

  it('ends the command when the input closes, as it does when the parent is gone', async () => {
    const child = run(`trap 'exit 3' TERM; echo $$; while :; do sleep 0.05; done`);
    const pid = Number(await firstLine(child));
    const exited = once(child, 'exit');
    child.stdin?.end();
    expect(await exited).toEqual([3, null]);
    expect(lives(pid)).toBe(false);
  });

  it('passes a request to end on', async () => {
    const child = run(`trap 'exit 5' TERM; echo $$; while :; do sleep 0.05; done`);
    const pid = Number(await firstLine(child));
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await exited).toEqual([5, null]);
    expect(lives(pid)).toBe(false);
  });
});

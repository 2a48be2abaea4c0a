import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { transformFileSync } from '@swc/core';
import { processStart } from './process-identity.js';

/** The module under test, as plain JavaScript, so that real processes without Jest can load it. */
function compiled(): string {
  const source = join(__dirname, 'leave-with-parent.ts');
  return transformFileSync(source, { swcrc: false, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } }).code;
}

describe('leaveWithParent', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pamong-leave-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('stops a child properly when its parent is killed', async () => {
    file('leave.mjs', compiled());
    const child = file(
      'child.mjs',
      `import { leaveWithParent } from './leave.mjs';
       import { writeFileSync } from 'node:fs';
       leaveWithParent();
       process.once('SIGTERM', () => { console.log('a line nobody reads'); setTimeout(() => { writeFileSync(process.argv[2], 'stopped'); process.exit(0); }, 50); });
       setInterval(() => console.log('busy'), 5);
       process.send(process.pid);`,
    );
    const parent = file(
      'parent.mjs',
      `import { spawn } from 'node:child_process';
       const child = spawn(process.execPath, process.argv.slice(2), { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true });
       child.stdout.resume();
       child.on('message', (pid) => process.send(pid));`,
    );
    const note = join(folder, 'note');
    const running = fork(parent, [child, note], { execArgv: [] });
    const [pid] = (await once(running, 'message')) as [number];
    expect(processStart(pid)).not.toBeNull();
    running.kill('SIGKILL');
    for (let waited = 0; processStart(pid) !== null && waited < 4000; waited += 25) await sleep(25);
    expect(processStart(pid)).toBeNull();
    expect(readFileSync(note, 'utf8')).toBe('stopped');
  });

  it('does not keep a process alive that has nothing left to do', async () => {
    const child = file('idle.mjs', `import { leaveWithParent } from './leave.mjs'; leaveWithParent();`);
    const idle = spawn(process.execPath, [child], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    expect(await once(idle, 'exit')).toEqual([0, null]);
  });

  it('tells a process from a later one with the same number', () => {
    expect(processStart(process.pid)).toBe(processStart(process.pid));
    const later = spawn('sleep', ['5'], { stdio: 'ignore' });
    expect(processStart(later.pid ?? 0)).not.toBeNull();
    expect(processStart(later.pid ?? 0)).not.toBe(processStart(process.pid));
    later.kill();
    expect(processStart(4_194_303)).toBeNull();
  });
});

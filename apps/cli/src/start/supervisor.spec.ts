import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from '@pamong/platform/config/child-environment';
import { processStart } from '@pamong/platform/process/process-identity';
import { ChildService } from './child-service.js';
import { Output } from './output.js';
import { Supervisor } from './supervisor.js';

describe('Supervisor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pamong-supervisor-'));
  const said: string[] = [];
  const open: Supervisor[] = [];
  let number = 0;

  /** A child that notes its process number, says it is ready and then does as told. */
  const child = (script: string): { service: ChildService; pids: () => number[] } => {
    const name = `dummy${(number += 1)}`;
    const file = join(folder, `${name}.mjs`);
    const pids = join(folder, `${name}.pids`);
    writeFileSync(file, `import { appendFileSync } from 'node:fs'; appendFileSync(${JSON.stringify(pids)}, process.pid + '\\n');\n${script}`);
    const output = new Output(join(folder, 'logs'), true);
    const options = { name, command: process.execPath, args: [file], cwd: folder, env: childEnvironment({ NODE_OPTIONS: '' }), output, readyWhen: 'ready-message' as const, stopPatienceMs: 300 };
    return { service: new ChildService(options), pids: () => readFileSync(pids, 'utf8').trim().split('\n').map(Number) };
  };
  const supervise = (): Supervisor => {
    const supervisor = new Supervisor((line) => said.push(line));
    open.push(supervisor);
    return supervisor;
  };
  const until = async (condition: () => boolean): Promise<void> => {
    for (let waited = 0; !condition() && waited < 4_000; waited += 20) await sleep(20);
    expect(condition()).toBe(true);
  };
  const serving = `process.send('ready'); setInterval(() => undefined, 1000); process.on('SIGTERM', () => process.exit(0));`;

  beforeEach(() => {
    said.length = 0;
    jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((supervisor) => supervisor.stop()));
    jest.restoreAllMocks();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('names a child that was killed, with its last lines, and starts it again', async () => {
    const { service, pids } = child(`console.log('about to serve'); ${serving}`);
    const supervisor = supervise();
    expect(await supervisor.startLayer([service])).toBe(true);
    await until(() => service.lastLines().length > 0);
    process.kill(pids()[0] ?? 0, 'SIGKILL');
    await until(() => said.some((line) => line.includes('runs again')));
    expect(said[0]).toBe(`${service.name} ended (SIGKILL). Its last lines:\n    about to serve`);
    expect(pids()).toHaveLength(2);
    expect(processStart(pids()[1] ?? 0)).not.toBeNull();
  });

  it('gives up after three restarts in a minute', async () => {
    const { service, pids } = child(`console.error('no luck'); process.exit(4);`);
    const supervisor = supervise();
    expect(await supervisor.startLayer([service])).toBe(false);
    await supervisor.failed;
    expect(pids()).toHaveLength(4);
    expect(said.filter((line) => line.startsWith(`${service.name} ended (exit code 4). Its last lines:\n    no luck`))).toHaveLength(4);
    expect(said.at(-1)).toContain('stopping everything');
  });

  it('stops later layers before earlier ones and kills what does not listen', async () => {
    const order = join(folder, 'order');
    const noting = (name: string, delay: number): string =>
      `import { appendFileSync as note } from 'node:fs';
       process.on('SIGTERM', () => setTimeout(() => { note(${JSON.stringify(order)}, '${name} '); process.exit(0); }, ${delay}));
       process.send('ready'); setInterval(() => undefined, 1000);`;
    const supervisor = supervise();
    await supervisor.startLayer([child(noting('database', 0)).service]);
    const stubborn = child(`process.on('SIGTERM', () => undefined); process.send('ready'); setInterval(() => undefined, 1000);`);
    await supervisor.startLayer([child(noting('server', 60)).service, stubborn.service]);
    await supervisor.stop();
    expect(readFileSync(order, 'utf8')).toBe('server database ');
    expect(processStart(stubborn.pids()[0] ?? 0)).toBeNull();
    expect(said).toEqual([]);
  });

  it('restarts on request without counting that as a fault', async () => {
    const { service, pids } = child(serving);
    const supervisor = supervise();
    await supervisor.startLayer([service]);
    for (let round = 0; round < 5; round += 1) await supervisor.restart(service);
    expect(pids()).toHaveLength(6);
    expect(said).toEqual([]);
  });
});

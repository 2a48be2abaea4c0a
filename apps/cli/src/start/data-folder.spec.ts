import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@pamong/platform/net/free-port';
import { processStart } from '@pamong/platform/process/process-identity';
import { choosePort } from './choose-port.js';
import { emptyDataFolder, openDataFolder } from './data-folder.js';
import { StartLock } from './start-lock.js';

describe('the data folder of a start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pamong-data-'));
  const fresh = (name: string): string => join(folder, name);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is emptied, and only when it is ours', () => {
    const ours = fresh('ours');
    openDataFolder(ours);
    mkdirSync(join(ours, 'storage'));
    writeFileSync(join(ours, 'storage', 'file'), 'x');
    emptyDataFolder(ours);
    expect(readdirSync(ours)).toEqual([]);

    const strange = fresh('strange');
    mkdirSync(strange);
    writeFileSync(join(strange, 'thesis.txt'), 'x');
    expect(() => openDataFolder(strange)).toThrow('not Pamong');
    expect(() => emptyDataFolder(strange)).toThrow('nothing was deleted');
    expect(existsSync(join(strange, 'thesis.txt'))).toBe(true);
  });

  it('is kept from a second start, which is told where the first one runs', async () => {
    const dataDir = fresh('locked');
    mkdirSync(dataDir);
    const lock = await StartLock.take(dataDir);
    lock.note({ address: 'http://localhost:3111' });
    await expect(StartLock.take(dataDir)).rejects.toThrow(`Pamong runs at http://localhost:3111 with the data in ${dataDir} (process ${process.pid})`);
    lock.release();
    (await StartLock.take(dataDir)).release();
  });

  it('waits for a start that is stopping', async () => {
    const dataDir = fresh('stopping');
    mkdirSync(dataDir);
    const first = await StartLock.take(dataDir);
    first.note({ stopping: true });
    setTimeout(() => first.release(), 1_800);
    (await StartLock.take(dataDir)).release();
  });

  it('is free again when its holder was killed, whoever has its process number now', async () => {
    const dataDir = fresh('killed');
    mkdirSync(dataDir);
    const stranger = spawn('sleep', ['30'], { stdio: 'ignore' });
    const pid = stranger.pid ?? 0;
    writeFileSync(join(dataDir, 'running.json'), JSON.stringify({ pid, start: 'another boot 1' }));
    expect(processStart(pid)).not.toBeNull();
    (await StartLock.take(dataDir)).release();
    stranger.kill();
  });
});

describe('choosePort', () => {
  it('takes the next free port where somebody reads along, and refuses with its name where nobody does', async () => {
    const taken = await freePort();
    const server = createServer();
    await new Promise<void>((done) => server.listen(taken, '127.0.0.1', done));
    const said: string[] = [];
    const chosen = await choosePort(taken, '127.0.0.1', true, (line) => said.push(line));
    expect(chosen).toBeGreaterThan(taken);
    expect(said).toEqual([`Port ${taken} is taken; using ${chosen}.`]);
    await expect(choosePort(taken, '127.0.0.1', false, () => undefined)).rejects.toThrow(/Port \d+ is taken\. Port \d+ is free: PORT=\d+ npm start/);
    await new Promise((done) => server.close(done));
    expect(await choosePort(taken, '127.0.0.1', false, () => undefined)).toBe(taken);
  });
});

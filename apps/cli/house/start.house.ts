import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from '@pamong/platform/config/child-environment';
import { stopLeftOver } from '@pamong/platform/embedded-postgres/postmaster';
import { freePort } from '@pamong/platform/net/free-port';
import { processStart } from '@pamong/platform/process/process-identity';

const ROOT = join(__dirname, '..', '..', '..');
jest.setTimeout(180_000);

/** `npm start` without npm, on a folder and a port of its own. */
class Start {
  text = '';
  readonly exited: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(command: string, dataDir: string, port: number, args: readonly string[] = []) {
    const switches = { DATABASE_URL: undefined, REDIS_URL: undefined, PUBLIC_URL: undefined, NODE_OPTIONS: undefined, NODE_ENV: undefined };
    const env = childEnvironment({ ...switches, PAMONG_DATA_DIR: dataDir, PAMONG_DEMO: '0', PORT: String(port) });
    this.child = spawn(process.execPath, [join(ROOT, 'apps/cli/bin/pamong.mjs'), command, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.setEncoding('utf8').on('data', (chunk: string) => (this.text += chunk));
    this.exited = new Promise((resolve) => this.child.once('close', resolve));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  async says(part: string | RegExp, patienceMs = 90_000): Promise<void> {
    for (let waited = 0; waited < patienceMs; waited += 50) {
      if (typeof part === 'string' ? this.text.includes(part) : part.test(this.text)) return;
      if (this.child.exitCode !== null) break;
      await sleep(50);
    }
    if (typeof part === 'string' ? this.text.includes(part) : part.test(this.text)) return;
    throw new Error(`It never said ${String(part)}, only:\n${this.text}`);
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

/** Processes of this start: the supervisor's children, found by their parent. */
function childrenOf(pid: number): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
        return Number(parent) === pid ? [{ pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }] : [];
      } catch {
        return [];
      }
    });
}

async function gone(pid: number, patienceMs: number): Promise<boolean> {
  for (let waited = 0; waited < patienceMs && processStart(pid) !== null; waited += 50) await sleep(50);
  return processStart(pid) === null;
}

describe('npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pamong-start-'));
  const dataDir = join(folder, 'data');
  const cluster = join(dataDir, 'postgres', 'cluster');
  const starts: Start[] = [];
  let port = 0;
  const run = (command: string, args: readonly string[] = []): Start => {
    const start = new Start(command, dataDir, port, args);
    starts.push(start);
    return start;
  };

  beforeAll(async () => {
    port = await freePort();
  });
  afterAll(async () => {
    for (const start of starts) start.kill('SIGKILL');
    await stopLeftOver(cluster);
    rmSync(folder, { recursive: true, force: true });
  });

  it('serves, refuses a second start and a reset meanwhile, and replaces a killed API', async () => {
    const first = run('start');
    await first.says(`Pamong is ready: http://localhost:${port}`);
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);

    const second = run('start');
    expect(await second.exited).toBe(1);
    expect(second.text).toContain(`Pamong runs at http://localhost:${port}`);
    const reset = run('reset', ['--yes']);
    expect(await reset.exited).toBe(1);
    expect(reset.text).toContain('Stop it first');

    const api = childrenOf(first.pid).find((child) => child.command.includes('apps/api/'));
    process.kill(api?.pid ?? 0, 'SIGKILL');
    await first.says('API ended (SIGKILL)');
    await first.says('API runs again');
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
  });

  it('leaves nothing behind but the database when it is killed, and adopts that at the next start', async () => {
    const [first] = starts;
    const children = childrenOf(first?.pid ?? 0);
    const servers = children.filter((child) => /apps\/(api|worker)\//.test(child.command));
    const database = children.find((child) => child.command.includes(cluster));
    expect(servers).toHaveLength(2);
    first?.kill('SIGKILL');
    for (const server of servers) expect(await gone(server.pid, 6_000)).toBe(true);
    expect(processStart(database?.pid ?? 0)).not.toBeNull();

    const next = run('start');
    await next.says('PostgreSQL was still running');
    await next.says('Pamong is ready');
    next.kill('SIGTERM');
    const asked = performance.now();
    expect(await next.exited).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5_000);
    expect(processStart(database?.pid ?? 0)).toBeNull();
  });

  it('names a free port when its own is taken and nobody reads along', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    const refused = run('start');
    expect(await refused.exited).toBe(1);
    expect(refused.text).toMatch(new RegExp(`Port ${port} is taken\\. Port \\d+ is free: PORT=\\d+ npm start`));
    await new Promise((done) => server.close(done));
  });

  it('resets only when told so', async () => {
    const unasked = run('reset');
    expect(await unasked.exited).toBe(1);
    expect(unasked.text).toContain('npm run reset -- --yes');
    expect(existsSync(cluster)).toBe(true);
    expect(await run('reset', ['--yes']).exited).toBe(0);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('lists every fault of the environment before it starts anything', async () => {
    const env = childEnvironment({ PORT: 'many', PUBLIC_URL: 'pamong', PAMONG_DATA_DIR: join(folder, 'faulty'), NODE_OPTIONS: undefined });
    const child = spawn(process.execPath, [join(ROOT, 'apps/cli/bin/pamong.mjs'), 'start'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let text = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
    expect(text).toContain('PORT');
    expect(text).toContain('PUBLIC_URL');
  });
});

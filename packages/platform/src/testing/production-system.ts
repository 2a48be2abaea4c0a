import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, closeSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../net/free-port.js';
import type { TestDatabase } from './test-database.js';
import { freshDatabase } from './test-database.js';
import { forgetGroup, registerGroup, runDir } from './test-run.js';
import { serverFlags } from '../process/server-flags.js';

export type SystemPart = 'api' | 'worker';

export interface SystemOptions {
  /** Systems of one name are one system for all test files of the run. */
  readonly name?: string;
  /** More environment for both processes, for example `SMTP_URL` or `REDIS_URL`. */
  readonly env?: Readonly<Record<string, string>>;
  /** False leaves the demo out; default true, as `npm start` fills it. */
  readonly demo?: boolean;
}

interface SystemFile {
  readonly baseUrl: string;
  readonly env: Readonly<Record<string, string>>;
  readonly database: TestDatabase;
  /** Processes that it has, by part. */
  readonly pids: Readonly<Partial<Record<SystemPart, number>>>;
}

const run = promisify(execFile);
const checkout = join(import.meta.dirname, '..', '..', '..', '..');

/**
 * The production build as real processes: API (which serves the web) and worker, on a port, a database and a data folder of
 * their own. Started by the first test file that asks, used by the others, ended with the run.
 */
export class ProductionSystem {
  private constructor(
    private readonly dir: string,
    private state: SystemFile,
  ) {}

  /**
   * Joins the system of the run, starting it if nobody has.
   * @throws Error with the last lines of the process that does not come up
   */
  static async start(options: SystemOptions = {}): Promise<ProductionSystem> {
    const name = options.name ?? 'system';
    const dir = join(runDir(), name);
    const file = join(dir, 'system.json');
    try {
      mkdirSync(dir);
    } catch {
      for (let waited = 0; !existsSync(join(dir, 'ready')); waited += 100) {
        if (waited > 120_000) throw new Error(`The system "${name}" that another test file started is not ready after 120 s`);
        await sleep(100);
      }
      return new ProductionSystem(dir, JSON.parse(readFileSync(file, 'utf8')) as SystemFile);
    }
    const database = await freshDatabase(name.replace(/[^a-z]/g, '_'));
    const port = await freePort();
    const web = join(checkout, 'apps', 'web', 'dist');
    const env = {
      DATABASE_URL: database.url,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATABASE_POOL: '8',
      HOST: '127.0.0.1',
      PORT: String(port),
      NODE_ENV: 'production',
      PAMONG_DEMO: options.demo === false ? '0' : '1',
      PAMONG_DEMO_IN_PRODUCTION: '1',
      PAMONG_DATA_DIR: join(dir, 'data'),
      PAMONG_WEB_DIR: existsSync(join(web, 'index.html')) ? web : '',
      LOG_LEVEL: 'info',
      ...options.env,
    };
    mkdirSync(env.PAMONG_DATA_DIR);
    // What `npm start` does before it starts the servers: migrations, and the demo on an empty database.
    await run(process.execPath, [join(checkout, 'apps/cli/bin/prepare.mjs')], { cwd: checkout, env: childEnvironment(env), timeout: 120_000 });
    // The name that the installation itself uses: a page opened at another one of this machine would be moved there.
    const baseUrl = `http://localhost:${port}`;
    const system = new ProductionSystem(dir, { baseUrl, env, database, pids: {} });
    system.launch('api');
    system.launch('worker');
    await system.ready();
    writeFileSync(join(dir, 'ready'), '');
    return system;
  }

  /**
   * A further API in front of the same database and worker, on a port of its own: a test may end it while the tests of other
   * files go on with the system.
   */
  async besideApi(): Promise<ProductionSystem> {
    const dir = mkdtempSync(`${this.dir}-beside-`);
    const port = await freePort();
    const beside = new ProductionSystem(dir, { ...this.state, baseUrl: `http://localhost:${port}`, env: { ...this.state.env, PORT: String(port) }, pids: {} });
    beside.launch('api');
    await beside.ready();
    return beside;
  }

  /** Ends every process of it; the system of the run ends by itself. */
  async stop(): Promise<void> {
    for (const part of Object.keys(this.state.pids) as SystemPart[]) if (alive(this.pid(part))) await this.end(part, 'SIGTERM');
  }

  /** Origin of web and API, without a trailing slash. */
  get baseUrl(): string {
    return this.state.baseUrl;
  }

  get database(): TestDatabase {
    return this.state.database;
  }

  /** Environment of the processes. */
  get env(): Readonly<Record<string, string>> {
    return this.state.env;
  }

  pid(part: SystemPart): number {
    this.state = JSON.parse(readFileSync(join(this.dir, 'system.json'), 'utf8')) as SystemFile;
    const pid = this.state.pids[part];
    if (pid === undefined) throw new Error(`This system has no ${part}`);
    return pid;
  }

  /** Ends a process at once, in the middle of whatever it does, and does not bring it back. */
  async kill9(part: SystemPart): Promise<void> {
    await this.end(part, 'SIGKILL');
  }

  /** Starts a part that was ended, and waits until the API answers. */
  async start(part: SystemPart): Promise<void> {
    this.launch(part);
    await this.ready();
  }

  /** Stops a part in the ordinary way and starts it again. */
  async restart(part: SystemPart): Promise<void> {
    await this.end(part, 'SIGTERM');
    await this.start(part);
  }

  /** The last lines a part wrote, for a message about its end. */
  lastLines(part: SystemPart, count = 30): string {
    return readFileSync(this.log(part), 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  }

  private launch(part: SystemPart): void {
    const log = openSync(this.log(part), 'a');
    const env = childEnvironment(this.state.env);
    const child = spawn(process.execPath, [...serverFlags, join(checkout, 'apps', part, 'dist', 'main.js')], {
      cwd: checkout,
      env,
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    if (child.pid === undefined) throw new Error(`The ${part} could not be started`);
    child.unref();
    registerGroup(child.pid);
    this.state = { ...this.state, pids: { ...this.state.pids, [part]: child.pid } };
    const file = join(this.dir, 'system.json');
    writeFileSync(`${file}.new`, JSON.stringify(this.state), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  private async end(part: SystemPart, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const pid = this.pid(part);
    // On SIGKILL the whole group: children of the worker (ffmpeg, Typst) die with it, as they do with a machine.
    process.kill(signal === 'SIGKILL' ? -pid : pid, signal);
    for (let waited = 0; alive(pid); waited += 20) {
      if (waited > 20_000) throw new Error(`The ${part} did not stop within 20 s:\n${this.lastLines(part)}`);
      await sleep(20);
    }
    forgetGroup(pid);
  }

  private async ready(): Promise<void> {
    const until = Date.now() + 60_000;
    for (;;) {
      for (const part of Object.keys(this.state.pids) as SystemPart[]) {
        if (!alive(this.pid(part))) throw new Error(`The ${part} ended:\n${this.lastLines(part)}`);
      }
      const answer = await fetch(`${this.baseUrl}/health/ready`).catch(() => null);
      if (answer?.ok) return;
      if (Date.now() > until) throw new Error(`The API is not ready after 60 s:\n${this.lastLines('api')}`);
      await sleep(100);
    }
  }

  private log(part: SystemPart): string {
    return join(this.dir, `${part}.log`);
  }
}

/** Nothing of the developer's shell but what programs need to be found. */
function childEnvironment(env: Readonly<Record<string, string>>): Record<string, string> {
  const { PATH = '', TMPDIR = '/tmp', HOME = '/tmp' } = process.env;
  return { PATH, TMPDIR, HOME, TZ: 'UTC', ...env };
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A child of ours that has ended stays in the table until it is waited for; its state says so.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && process.platform !== 'linux';
  }
}

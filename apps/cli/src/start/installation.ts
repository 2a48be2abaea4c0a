import { join } from 'node:path';
import { childEnvironment } from '@pamong/platform/config/child-environment';
import { ChildService } from './child-service.js';
import { openDataFolder } from './data-folder.js';
import { Output } from './output.js';
import { type DatabaseUrls, PostgresService } from './postgres-service.js';
import { prepareDatabase } from './prepare-database.js';
import { readStartSettings, type StartSettings } from './settings.js';
import { StartLock } from './start-lock.js';
import { stopRequest } from './stop-request.js';
import { Supervisor } from './supervisor.js';
import { serverFlags } from '@pamong/platform/process/server-flags';

export interface InstallationOptions {
  readonly root: string;
  readonly lan: boolean;
  readonly say: (line: string) => void;
}

/** What `npm start` and `pnpm dev` have in common: the data folder, the database, API and worker, and the way to stop. */
export class Installation {
  readonly output: Output;
  readonly supervisor: Supervisor;
  private databaseUrls: DatabaseUrls | undefined;
  private stopReason: string | undefined;
  private readonly asked: Promise<string>;
  private readonly cut = new AbortController();

  private constructor(
    private readonly options: InstallationOptions,
    readonly settings: StartSettings,
    private readonly lock: StartLock,
  ) {
    this.output = new Output(join(this.dataDir, 'logs'), process.stdout.isTTY);
    this.supervisor = new Supervisor(options.say);
    this.asked = stopRequest(() => process.exit(1));
    void this.asked.then((reason) => (this.stopReason = reason));
  }

  /**
   * Reads the environment and takes the data folder.
   * @throws ConfigError or CommandError with a sentence for the person at the keyboard
   */
  static async open(options: InstallationOptions): Promise<Installation> {
    const settings = readStartSettings(options.lan);
    openDataFolder(settings.config.dataDir);
    return new Installation(options, settings, await StartLock.take(settings.config.dataDir));
  }

  get dataDir(): string {
    return this.settings.config.dataDir;
  }

  /** Starts the database, brings it up to date and fills the demo. False when the whole is to stop. */
  async startDatabase(): Promise<boolean> {
    const { config, ownDatabase } = this.settings;
    if (ownDatabase) {
      this.databaseUrls = config.database;
    } else {
      const postgres = new PostgresService(this.dataDir);
      if (!(await this.orAsked(this.supervisor.startLayer([postgres])))) return false;
      if (postgres.adopted) this.options.say('PostgreSQL was still running; going on with it.');
      this.databaseUrls = postgres.urls;
    }
    const out = { output: this.output, say: this.options.say };
    return this.orAsked(prepareDatabase(this.options.root, this.childEnvironment(), out, this.cut.signal));
  }

  /** API or worker, not started yet. */
  server(name: 'API' | 'worker', values: Readonly<Record<string, string>>, stopPatienceMs?: number): ChildService {
    return new ChildService({
      name,
      command: process.execPath,
      // No --enable-source-maps: it reads the map of every module, 40 MB of memory and most of a second.
      args: [...serverFlags, join(this.options.root, 'apps', name.toLowerCase(), 'dist', 'main.js')],
      cwd: this.options.root,
      env: { ...this.childEnvironment(), ...values },
      output: this.output,
      readyWhen: 'ready-message',
      ...(stopPatienceMs === undefined ? {} : { stopPatienceMs }),
    });
  }

  /** The environment of every child: what we got, and where data and database are. */
  childEnvironment(): Record<string, string> {
    const urls = this.databaseUrls;
    return childEnvironment({
      ...this.settings.env,
      DATABASE_URL: urls?.url,
      DATABASE_OWNER_URL: urls?.ownerUrl,
      PAMONG_DATA_DIR: this.dataDir,
      NODE_COMPILE_CACHE: join(this.options.root, 'node_modules', '.cache', 'pamong', 'code'),
    });
  }

  /** Tells a second start where this one is reached. */
  reachedAt(address: string): void {
    this.lock.note({ address });
  }

  /** Waits for a reason to stop, then stops everything. @returns exit code */
  async untilStopped(): Promise<number> {
    const failed = await Promise.race([this.asked.then(() => false), this.supervisor.failed.then(() => true)]);
    return this.close(failed ? 1 : 0);
  }

  /** Stops everything that was started. @returns the exit code, 0 when somebody asked for the stop */
  async close(exitCode: number): Promise<number> {
    this.lock.note({ stopping: true });
    if (this.stopReason !== undefined) this.options.say(`Stopping (${this.stopReason}) ...`);
    this.cut.abort();
    await this.supervisor.stop();
    this.lock.release();
    if (this.stopReason !== undefined) this.options.say('Stopped. Everything is kept.');
    return this.stopReason === undefined ? exitCode : 0;
  }

  /** The work's own answer, or false as soon as somebody wants to stop. */
  orAsked(work: Promise<boolean>): Promise<boolean> {
    return Promise.race([work, this.asked.then(() => false)]);
  }
}

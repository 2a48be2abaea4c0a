import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../net/free-port.js';
import { leashed } from '../process/leash.js';
import { EmbeddedPostgresError, findBinaries, type PostgresBinaries } from './binaries.js';
import { type Cluster, openCluster } from './cluster.js';
import { findRunning, isAlive, type Postmaster, stopPostmaster } from './postmaster.js';
import { APP_ROLE, connectionUrl, ensureRoles, OWNER_ROLE } from './roles.js';
import { asRunAs, SERVER_ENVIRONMENT } from './run-as.js';
import { type PostgresSettings, settingArguments } from './settings.js';

const START_PATIENCE_MS = 60_000;
const LARGEST_LOG_BYTES = 10_000_000;

export interface EmbeddedPostgresOptions {
  /** Folder of the server, made when missing; it holds the cluster, its log and its passwords. */
  readonly dataDir: string;
  /** Port on 127.0.0.1; a free one when left out. */
  readonly port?: number;
  /** More settings of PostgreSQL, or other values than ours. */
  readonly settings?: PostgresSettings;
  /**
   * For tests: quick instead of durable, and the server ends with this process, however that ends.
   * Otherwise it outlives a killed parent, and the next start on the same folder adopts it.
   */
  readonly throwaway?: boolean;
}

/** A running PostgreSQL 18 from npm, with the database `pamong` and its two roles. */
export class EmbeddedPostgres {
  private constructor(
    private readonly cluster: Cluster,
    private readonly process: Postmaster,
    /** True when the server was running already, so whoever started it may still need it. */
    readonly adopted: boolean,
    /** Settles when the server has ended, asked or not. */
    readonly exited: Promise<void>,
  ) {}

  /**
   * Starts the server of a folder, or adopts the one that is still running on it.
   * @throws EmbeddedPostgresError with a sentence for the person at the keyboard
   */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const binaries = findBinaries();
    const cluster = await openCluster(resolve(options.dataDir), binaries);
    const running = await adopt(cluster);
    if (running) return new EmbeddedPostgres(cluster, running, true, watch(running.pid));

    for (let attempt = 1; ; attempt += 1) {
      const port = options.port ?? (await freePort());
      const { child, exited } = launch(cluster, binaries, port, options);
      const failure = await ready(cluster, port, exited);
      if (failure === null) {
        await ensureRoles(superuserUrl(cluster, port), cluster.passwords, options.throwaway === true);
        // On a leash the child is the shell that holds it; the server itself is named in its own file.
        const pid = findRunning(cluster.data)?.pid ?? child.pid ?? 0;
        return new EmbeddedPostgres(cluster, { pid, port }, false, exited);
      }
      child.kill('SIGINT');
      await exited;
      const portTaken = failure.includes('could not bind') || failure.includes('Address already in use');
      if (options.port !== undefined || !portTaken || attempt === 5) throw new EmbeddedPostgresError(failure);
    }
  }

  get port(): number {
    return this.process.port;
  }

  get pid(): number {
    return this.process.pid;
  }

  /** For the application: may read and write what the migrations granted. */
  get url(): string {
    return connectionUrl(APP_ROLE, this.cluster.passwords.app, this.port);
  }

  /** For migrations: owns the database and all in it. */
  get ownerUrl(): string {
    return connectionUrl(OWNER_ROLE, this.cluster.passwords.owner, this.port);
  }

  /** The superuser, for making and cloning databases. */
  get adminUrl(): string {
    return superuserUrl(this.cluster, this.port);
  }

  /** The last lines of the server's log, for a message about its end. */
  lastLines(count = 15): string[] {
    return tail(this.cluster.log, count);
  }

  /**
   * Stops the server; clients are cut off, nothing committed is lost.
   * @param patienceMs how long each gentler way may take before the next one
   */
  async stop(patienceMs = 1500): Promise<void> {
    // Neither the child nor the watch keeps this process alive, and it must not end before they do.
    const hold = setInterval(() => undefined, 1000);
    await stopPostmaster(this.pid, patienceMs);
    await this.exited;
    clearInterval(hold);
  }
}

function superuserUrl(cluster: Cluster, port: number): string {
  return connectionUrl('postgres', cluster.passwords.superuser, port, 'postgres');
}

/** A server that is starting or stopping is waited for; null when none runs, or none any longer. */
async function adopt(cluster: Cluster): Promise<Postmaster | null> {
  const until = performance.now() + START_PATIENCE_MS;
  for (let running = findRunning(cluster.data); running !== null; running = findRunning(cluster.data)) {
    if ((await answers(cluster, running.port)) === null) {
      await ensureRoles(superuserUrl(cluster, running.port), cluster.passwords, false);
      return running;
    }
    if (performance.now() > until) {
      throw new EmbeddedPostgresError(`A PostgreSQL (process ${running.pid}) runs on ${cluster.data} but does not answer. Stop it and start again.`);
    }
    await sleep(100);
  }
  return null;
}

function launch(cluster: Cluster, binaries: PostgresBinaries, port: number, options: EmbeddedPostgresOptions): { child: ChildProcess; exited: Promise<void> } {
  const throwaway = options.throwaway === true;
  const server = asRunAs(cluster.runAs, binaries.postgres, ['-D', cluster.data, ...settingArguments(throwaway, port, options.settings)]);
  const { command, args } = throwaway ? leashed(server.command, server.args, 'INT') : server;
  const log = openLog(cluster.log);
  const child = spawn(command, args, {
    ...server.options,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    // A group of its own: Ctrl C must reach the application first and the database last.
    detached: true,
    stdio: [throwaway ? 'pipe' : 'ignore', log, log],
  });
  closeSync(log);
  const exited = new Promise<void>((done) => {
    child.once('error', () => done());
    child.once('exit', () => done());
  });
  child.unref();
  // The pipe of the leash must not keep this process alive either.
  const leash: unknown = child.stdin;
  (leash as { unref?: () => void } | null)?.unref?.();
  return { child, exited };
}

/** Waits until the server answers: null, or why it never will. */
async function ready(cluster: Cluster, port: number, exited: Promise<void>): Promise<string | null> {
  let ended = false;
  void exited.then(() => (ended = true));
  const until = performance.now() + START_PATIENCE_MS;
  let reason = 'no answer';
  while (!ended && performance.now() < until) {
    const answer = await answers(cluster, port);
    if (answer === null && findRunning(cluster.data)?.port === port) return null;
    reason = answer ?? 'another server answers on its port';
    await sleep(20);
  }
  return `PostgreSQL did not start (${reason}). Its last lines:\n${tail(cluster.log, 15).join('\n')}`;
}

async function answers(cluster: Cluster, port: number): Promise<string | null> {
  const client = new Client({ connectionString: superuserUrl(cluster, port), connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return null;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** An adopted server is nobody's child here, so its end is found by looking. */
async function watch(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(250, undefined, { ref: false });
}

function openLog(path: string): number {
  try {
    if (statSync(path).size > LARGEST_LOG_BYTES) truncateSync(path);
  } catch {
    // There is no log yet.
  }
  return openSync(path, 'a', 0o600);
}

function tail(path: string, count: number): string[] {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-count);
  } catch {
    return [];
  }
}

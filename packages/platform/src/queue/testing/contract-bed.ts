import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Database } from '../../database/database.js';
import { Notifications } from '../../live/notifications.js';
import { createLogger } from '../../log/logger.js';
import { Outbox } from '../../outbox/outbox.js';
import { startRedis } from '../../testing/redis-server.js';
import type { TestRedis } from '../../testing/redis-server.js';
import { dropDatabase, freshDatabase } from '../../testing/test-database.js';
import type { TestDatabase } from '../../testing/test-database.js';
import { forgetGroup, registerGroup } from '../../testing/test-run.js';
import type { HandlerRegistry } from '../handler-registry.js';
import { QueueSystem } from '../queue-system.js';
import { contractHandlers, traceTable } from './contract-jobs.js';

/** What a handler of the contract test left behind. */
export interface Trace {
  readonly phase: string;
  readonly attempt: number | null;
  readonly pid: number;
  readonly trace_id: string | null;
  readonly at: Date;
}

/** Asks again and again until there is an answer. @throws Error naming what did not come */
export async function until<T>(what: string, find: () => Promise<T | undefined>, patienceMs = 10_000): Promise<T> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`Not within ${patienceMs} ms: ${what}`);
    await sleep(20);
  }
}

/** A database of its own, a Redis where asked for, and workers of the contract's handlers on them. */
export class ContractBed {
  readonly outbox = new Outbox();
  private readonly workers: QueueSystem[] = [];

  private constructor(
    private readonly home: TestDatabase,
    private readonly redis: TestRedis | undefined,
    readonly database: Database,
    readonly notifications: Notifications,
    readonly logger = createLogger('contract', 'silent'),
  ) {}

  static async open(backend: 'PostgreSQL' | 'Redis'): Promise<ContractBed> {
    const home = await freshDatabase(`queue_${backend.toLowerCase()}`);
    const owner = new pg.Client({ connectionString: home.ownerUrl });
    await owner.connect();
    await owner.query(traceTable);
    await owner.end();
    const redis = backend === 'Redis' ? await startRedis() : undefined;
    const database = await Database.open({ url: home.url, entities: [], poolSize: 6 });
    const notifications = new Notifications({ url: home.url, logger: createLogger('contract', 'silent') });
    await notifications.start();
    return new ContractBed(home, redis, database, notifications);
  }

  /** A worker of this process, not started yet. */
  worker(registry: HandlerRegistry = contractHandlers(this.database), leaseMs = 8_000): QueueSystem {
    const { database, notifications, logger } = this;
    const concurrency = { quick: 4, documents: 2, media: 2 };
    const system = new QueueSystem({ database, notifications, logger, registry, databaseUrl: this.home.url, redisUrl: this.redis?.url, concurrency, leaseMs });
    this.workers.push(system);
    return system;
  }

  /** A worker process, to be killed; it runs until then. */
  async startProcess(): Promise<ChildProcess> {
    const script = join(import.meta.dirname, '..', '..', '..', 'dist', 'queue', 'testing', 'contract-process.js');
    const urls = [this.home.url, ...(this.redis === undefined ? [] : [this.redis.url])];
    const child = spawn(process.execPath, [script, ...urls], { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    const { pid } = child;
    if (pid === undefined) throw new Error('The worker process could not be started');
    registerGroup(pid);
    child.once('exit', () => forgetGroup(pid));
    await once(child.stdout, 'data');
    return child;
  }

  traces(job: string, key: string): Promise<Trace[]> {
    return this.database.query<Trace>('select phase, attempt, pid, trace_id, at from contract_trace where job = $1 and key = $2 order by id', [job, key]);
  }

  /** Waits for a handler to reach a phase. */
  trace(job: string, key: string, phase: string): Promise<Trace> {
    return until(`${job} ${phase}`, async () => (await this.traces(job, key)).find((each) => each.phase === phase));
  }

  async phases(job: string, key: string): Promise<string[]> {
    return (await this.traces(job, key)).map((each) => each.phase);
  }

  async stopWorkers(): Promise<void> {
    for (const system of this.workers.splice(0)) {
      await system.stop(500);
      await system.close();
    }
  }

  async close(): Promise<void> {
    await this.notifications.close();
    await this.database.close();
    await this.redis?.stop();
    await dropDatabase(this.home);
  }
}

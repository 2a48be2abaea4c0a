import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Database } from '../database/database.js';
import { newId } from '../ids/new-id.js';
import { Notifications } from '../live/notifications.js';
import { createLogger } from '../log/logger.js';
import { withTrace } from '../log/trace.js';
import { Outbox } from '../outbox/outbox.js';
import { redisServer, startRedis } from '../testing/redis-server.js';
import type { TestRedis } from '../testing/redis-server.js';
import { describeWhere } from '../testing/requirements.js';
import type { TestDatabase } from '../testing/test-database.js';
import { dropDatabase, freshDatabase } from '../testing/test-database.js';
import { forgetGroup, registerGroup } from '../testing/test-run.js';
import { contractHandlers, failAlways, failFirst, happened, note, noteOnce, ofTomorrow, takeTime, tick, traceTable } from './contract/contract-jobs.js';
import { OutboxRelay } from './outbox-relay.js';
import { QueueSystem } from './queue-system.js';

jest.setTimeout(60_000);

interface Trace {
  readonly phase: string;
  readonly attempt: number | null;
  readonly pid: number;
  readonly trace_id: string | null;
  readonly at: Date;
}

const logger = createLogger('contract', 'silent');
const outbox = new Outbox();

async function until<T>(what: string, find: () => Promise<T | undefined>, patienceMs = 10_000): Promise<T> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`Not within ${patienceMs} ms: ${what}`);
    await sleep(20);
  }
}

/** What every backend owes, in the same words for each. */
function contract(backend: 'PostgreSQL' | 'Redis'): void {
  let home: TestDatabase;
  let redis: TestRedis | undefined;
  let database: Database;
  let notifications: Notifications;
  const open: QueueSystem[] = [];

  beforeAll(async () => {
    home = await freshDatabase(`queue_${backend.toLowerCase()}`);
    const owner = new pg.Client({ connectionString: home.ownerUrl });
    await owner.connect();
    await owner.query(traceTable);
    await owner.end();
    redis = backend === 'Redis' ? await startRedis() : undefined;
    database = await Database.open({ url: home.url, entities: [], poolSize: 6 });
    notifications = new Notifications({ url: home.url, logger });
    await notifications.start();
  });

  afterEach(async () => {
    for (const system of open.splice(0)) {
      await system.stop(500);
      await system.close();
    }
  });

  afterAll(async () => {
    await notifications.close();
    await database.close();
    await redis?.stop();
    await dropDatabase(home);
  });

  function worker(registry = contractHandlers(database), leaseMs = 8_000): QueueSystem {
    const concurrency = { quick: 4, documents: 2, media: 2 };
    const system = new QueueSystem({ database, notifications, logger, registry, databaseUrl: home.url, redisUrl: redis?.url, concurrency, leaseMs });
    open.push(system);
    return system;
  }

  const traces = (job: string, key: string) =>
    database.query<Trace>('select phase, attempt, pid, trace_id, at from contract_trace where job = $1 and key = $2 order by id', [job, key]);
  const trace = (job: string, key: string, phase: string, patienceMs?: number) =>
    until(`${job} ${phase}`, async () => (await traces(job, key)).find((each) => each.phase === phase), patienceMs);
  const phases = async (job: string, key: string) => (await traces(job, key)).map((each) => each.phase);

  test('delivers committed jobs and events, with the trace id of whoever asked', async () => {
    await worker().start();
    const key = newId();
    const traceId = newId();
    await withTrace(traceId, () =>
      database.tx(async (tx) => {
        await outbox.add(tx, note, { key });
        await outbox.publish(tx, happened, { key });
      }),
    );
    for (const name of [note.name, 'contract.first-listener', 'contract.second-listener']) {
      expect(await trace(name, key, 'done')).toMatchObject({ attempt: 1, trace_id: traceId });
    }
    expect(await database.query('select 1 from outbox where dispatched_at is null')).toEqual([]);
  });

  test('delivers nothing of a transaction that was rolled back', async () => {
    await worker().start();
    const lost = newId();
    const failing = database.tx(async (tx) => {
      await outbox.add(tx, note, { key: lost });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    const kept = newId();
    await database.tx((tx) => outbox.add(tx, note, { key: kept }));
    await trace(note.name, kept, 'done');
    expect(await phases(note.name, lost)).toEqual([]);
  });

  test('tries again with growing pauses until it works', async () => {
    await worker().start();
    const key = newId();
    await database.tx((tx) => outbox.add(tx, failFirst, { key, times: 2 }));
    await trace(failFirst.name, key, 'done');
    const [first, second, third] = (await traces(failFirst.name, key)).map((each) => each.at.getTime());
    expect(await phases(failFirst.name, key)).toEqual(['failed', 'failed', 'done']);
    // One second and two, less the jitter of a fifth.
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(750);
    expect((third ?? 0) - (second ?? 0)).toBeGreaterThan(1_500);
  });

  test('keeps a job that failed for good, with its reason, until somebody runs it again', async () => {
    const system = worker();
    await system.start();
    const key = newId();
    await database.tx((tx) => outbox.add(tx, failAlways, { key }));
    await trace(failAlways.name, key, 'failed for good');
    const failed = await until('the failed job', async () => (await system.queues.failedJobs()).find((job) => job.name === failAlways.name));
    expect(failed).toMatchObject({ queue: 'documents', attempts: 2, reason: 'It never works' });
    expect(await system.queues.retryFailed(failed.queue, failed.id)).toBe(true);
    await until('four attempts', async () => ((await traces(failAlways.name, key)).length === 4 ? true : undefined));
  });

  test('does not repeat a payload that does not fit', async () => {
    const system = worker();
    await system.start();
    const id = newId();
    await database.query(`insert into outbox (id, kind, name, payload, available_at) values ($1, 'job', $2, '{"key": 7}', now())`, [id, note.name]);
    await database.query(`select pg_notify('pamong_outbox', '')`);
    const failed = await until('the failed job', async () => (await system.queues.failedJobs()).find((job) => job.id === id));
    expect(failed.attempts).toBe(1);
    expect(failed.reason).toContain('The payload does not fit');
  });

  test('a row that is sent twice has one effect, whether the queue or the handler notices', async () => {
    await worker().start();
    const key = newId();
    for (let time = 1; time <= 2; time += 1) {
      await database.tx((tx) => outbox.add(tx, noteOnce, { key }));
      await until(`run ${time}`, async () => ((await phases(noteOnce.name, key)).filter((phase) => phase === 'begun').length === time ? true : undefined));
    }
    expect((await phases(noteOnce.name, key)).filter((phase) => phase === 'effect')).toHaveLength(1);
  });

  test('a relay that dies after the queue took a row leaves one job, and the row to the next relay', async () => {
    const system = worker(undefined, 1_000);
    const key = newId();
    await database.tx((tx) => outbox.add(tx, note, { key }));
    const died = new Promise<void>((resolve) => {
      const dying = { addBulk: (jobs: Parameters<typeof system.queues.addBulk>[0]) => system.queues.addBulk(jobs).then(resolve).then(() => new Promise<void>(() => undefined)) };
      const relay = new OutboxRelay({ database, queues: dying, registry: contractHandlers(database), notifications, logger, leaseMs: 1_000 });
      relay.start();
    });
    await died;
    expect(await database.query('select 1 from outbox where dispatched_at is null')).toHaveLength(1);
    await system.start();
    await until('the row is marked', async () => ((await database.query('select 1 from outbox where dispatched_at is null')).length === 0 ? true : undefined));
    await trace(note.name, key, 'done');
    await sleep(200);
    expect(await phases(note.name, key)).toEqual(['done']);
  });

  test('keeps a delayed job until its moment', async () => {
    await worker().start();
    const key = newId();
    const notBefore = new Date(Date.now() + 1_500);
    await database.tx((tx) => outbox.add(tx, note, { key }, { notBefore }));
    const { at } = await trace(note.name, key, 'done');
    const late = at.getTime() - notBefore.getTime();
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(1_500);
  });

  test('parks a job of a newer release until that release runs', async () => {
    const old = worker();
    await old.start();
    const key = newId();
    await database.tx((tx) => outbox.add(tx, ofTomorrow, { key }));
    const parked = await until('parked', async () => (await database.query<{ last_error: string }>('select last_error from outbox where name = $1 and last_error is not null', [ofTomorrow.name]))[0]);
    expect(parked.last_error).toContain('Unknown job');
    const registry = contractHandlers(database);
    const seen = new Promise<string>((resolve) => registry.handles(ofTomorrow, async (payload) => resolve(payload.key)));
    await old.stop();
    await worker(registry).start();
    expect(await seen).toBe(key);
  });

  test('a graceful stop lets short work finish and gives long work back at once', async () => {
    const stopping = worker();
    await stopping.start();
    const [short, long] = [newId(), newId()];
    await database.tx(async (tx) => {
      await outbox.add(tx, takeTime, { key: short, ms: 300 });
      await outbox.add(tx, takeTime, { key: long, ms: 4_000 });
    });
    await trace(takeTime.name, short, 'begun');
    await trace(takeTime.name, long, 'begun');
    const begun = performance.now();
    await stopping.stop(1_000);
    expect(performance.now() - begun).toBeLessThan(2_500);
    expect(await phases(takeTime.name, short)).toEqual(['begun', 'done']);
    expect(await phases(takeTime.name, long)).toEqual(['begun']);
    await worker().start();
    // Sooner than the lock would have let go of it.
    await until('begun again', async () => ((await phases(takeTime.name, long)).length > 1 ? true : undefined), 4_000);
  });

  test('runs schedules, and forgets those that are no longer defined', async () => {
    const system = worker();
    await system.start([{ job: tick, pattern: '* * * * * *', timeZone: 'Asia/Jakarta' }]);
    await until('two ticks', async () => ((await traces(tick.name, 'tick')).length >= 2 ? true : undefined));
    await system.queues.applySchedules([]);
    await sleep(1_200);
    const before = (await traces(tick.name, 'tick')).length;
    await sleep(1_500);
    expect((await traces(tick.name, 'tick')).length).toBe(before);
  });

  test('a job whose process is killed in the middle is run by another within 15 s', async () => {
    const key = newId();
    const victim = await startProcess(home.url, redis?.url);
    await database.tx((tx) => outbox.add(tx, takeTime, { key, ms: 2_000 }));
    const { pid } = await trace(takeTime.name, key, 'begun');
    expect(pid).toBe(victim.pid);
    victim.kill('SIGKILL');
    const killed = performance.now();
    await worker().start();
    await until('begun again', async () => ((await phases(takeTime.name, key)).filter((phase) => phase === 'begun').length === 2 ? true : undefined), 20_000);
    expect(performance.now() - killed).toBeLessThan(15_000);
    await trace(takeTime.name, key, 'done');
  });
}

async function startProcess(...urls: readonly (string | undefined)[]): Promise<ChildProcess> {
  const script = join(__dirname, '..', '..', 'dist', 'queue', 'contract', 'contract-process.js');
  const child = spawn(process.execPath, [script, ...urls.filter((url) => url !== undefined)], { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const { pid } = child;
  if (pid === undefined) throw new Error('The worker process could not be started');
  registerGroup(pid);
  child.once('exit', () => forgetGroup(pid));
  await once(child.stdout, 'data');
  return child;
}

describe('queue on PostgreSQL', () => contract('PostgreSQL'));
describeWhere(redisServer, 'queue on Redis', () => contract('Redis'));

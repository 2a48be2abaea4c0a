import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../ids/new-id.js';
import { withTrace } from '../log/trace.js';
import { redisServer } from '../testing/redis-server.js';
import { describeWhere } from '../testing/requirements.js';
import { OutboxRelay } from './outbox-relay.js';
import { ContractBed, until } from './testing/contract-bed.js';
import { contractHandlers, failAlways, failFirst, happened, inCrowd, note, noteOnce, ofTomorrow, takeTime, tick } from './testing/contract-jobs.js';

jest.setTimeout(60_000);

/** What every backend owes, in the same words for each. */
function contract(backend: 'PostgreSQL' | 'Redis'): void {
  let bed: ContractBed;
  beforeAll(async () => {
    bed = await ContractBed.open(backend);
  });
  afterEach(() => bed.stopWorkers());
  afterAll(() => bed.close());

  test('delivers committed jobs and events, with the trace id of whoever asked', async () => {
    await bed.worker().start();
    const key = newId();
    const traceId = newId();
    await withTrace(traceId, () =>
      bed.database.tx(async (tx) => {
        await bed.outbox.add(tx, note, { key });
        await bed.outbox.publish(tx, happened, { key });
      }),
    );
    for (const name of [note.name, 'contract.first-listener', 'contract.second-listener']) {
      expect(await bed.trace(name, key, 'done')).toMatchObject({ attempt: 1, trace_id: traceId });
    }
    expect(await bed.database.query('select 1 from outbox where dispatched_at is null')).toEqual([]);
  });

  test('delivers nothing of a transaction that was rolled back', async () => {
    await bed.worker().start();
    const lost = newId();
    const failing = bed.database.tx(async (tx) => {
      await bed.outbox.add(tx, note, { key: lost });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    const kept = newId();
    await bed.database.tx((tx) => bed.outbox.add(tx, note, { key: kept }));
    await bed.trace(note.name, kept, 'done');
    expect(await bed.phases(note.name, lost)).toEqual([]);
  });

  test('tries again with growing pauses until it works', async () => {
    await bed.worker().start();
    const key = newId();
    await bed.database.tx((tx) => bed.outbox.add(tx, failFirst, { key, times: 2 }));
    await bed.trace(failFirst.name, key, 'done');
    const [first, second, third] = (await bed.traces(failFirst.name, key)).map((each) => each.at.getTime());
    expect(await bed.phases(failFirst.name, key)).toEqual(['failed', 'failed', 'done']);
    // One second and two, less the jitter of a fifth.
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(750);
    expect((third ?? 0) - (second ?? 0)).toBeGreaterThan(1_500);
  });

  test('runs every member of a crowd under its own trace, and all of them again when one fails', async () => {
    const members = Array.from({ length: 6 }, (_, index) => ({ key: newId(), traceId: newId(), fails: index === 1 }));
    for (const { key, fails, traceId } of members) {
      await withTrace(traceId, () => bed.database.tx((tx) => bed.outbox.add(tx, inCrowd, { key, fails })));
    }
    await bed.worker().start();
    for (const { key, traceId } of members) expect(await bed.trace(inCrowd.name, key, 'done')).toMatchObject({ trace_id: traceId });
    const phases = await Promise.all(members.map(({ key }) => bed.phases(inCrowd.name, key)));
    // Four travelled with the one that failed, two on their own.
    expect(phases[1]).toEqual(['failed', 'done']);
    await until('their second run', async () => ((await bed.phases(inCrowd.name, members[3]?.key ?? '')).length === 2 ? true : undefined));
    expect(await bed.phases(inCrowd.name, members[4]?.key ?? '')).toEqual(['done']);
  });

  test('keeps a job that failed for good, with its reason, until somebody runs it again', async () => {
    const system = bed.worker();
    await system.start();
    const key = newId();
    await bed.database.tx((tx) => bed.outbox.add(tx, failAlways, { key }));
    await bed.trace(failAlways.name, key, 'failed for good');
    const failed = await until('the failed job', async () => (await system.queues.failedJobs()).find((job) => job.name === failAlways.name));
    expect(failed).toMatchObject({ queue: 'documents', attempts: 2, reason: 'It never works' });
    expect(await system.queues.retryFailed(failed.queue, failed.id)).toBe(true);
    await until('four attempts', async () => ((await bed.traces(failAlways.name, key)).length === 4 ? true : undefined));
  });

  test('does not repeat a payload that does not fit', async () => {
    const system = bed.worker();
    await system.start();
    const id = newId();
    await bed.database.query(`insert into outbox (id, kind, name, payload, available_at) values ($1, 'job', $2, '{"key": 7}', now())`, [id, note.name]);
    await bed.database.query(`select pg_notify('pamong_outbox', '')`);
    const failed = await until('the failed job', async () => (await system.queues.failedJobs()).find((job) => job.id === id));
    expect(failed.attempts).toBe(1);
    expect(failed.reason).toContain('The payload does not fit');
  });

  test('a row that is sent twice has one effect, whether the queue or the handler notices', async () => {
    await bed.worker().start();
    const key = newId();
    for (let time = 1; time <= 2; time += 1) {
      await bed.database.tx((tx) => bed.outbox.add(tx, noteOnce, { key }));
      await until(`run ${time}`, async () => ((await bed.phases(noteOnce.name, key)).filter((phase) => phase === 'begun').length === time ? true : undefined));
    }
    expect((await bed.phases(noteOnce.name, key)).filter((phase) => phase === 'effect')).toHaveLength(1);
  });

  test('a relay that dies after the queue took a row leaves one job, and the row to the next relay', async () => {
    const system = bed.worker(undefined, 1_000);
    const key = newId();
    await bed.database.tx((tx) => bed.outbox.add(tx, note, { key }));
    const died = new Promise<void>((resolve) => {
      const dying = { addBulk: (jobs: Parameters<typeof system.queues.addBulk>[0]) => system.queues.addBulk(jobs).then(resolve).then(() => new Promise<void>(() => undefined)) };
      const relay = new OutboxRelay({ ...bed, queues: dying, registry: contractHandlers(bed.database), leaseMs: 1_000 });
      relay.start();
    });
    await died;
    expect(await bed.database.query('select 1 from outbox where dispatched_at is null')).toHaveLength(1);
    await system.start();
    await until('the row is marked', async () => ((await bed.database.query('select 1 from outbox where dispatched_at is null')).length === 0 ? true : undefined));
    await bed.trace(note.name, key, 'done');
    await sleep(200);
    expect(await bed.phases(note.name, key)).toEqual(['done']);
  });

  test('keeps a delayed job until its moment', async () => {
    await bed.worker().start();
    const key = newId();
    const notBefore = new Date(Date.now() + 1_500);
    await bed.database.tx((tx) => bed.outbox.add(tx, note, { key }, { notBefore }));
    const { at } = await bed.trace(note.name, key, 'done');
    const late = at.getTime() - notBefore.getTime();
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(1_500);
  });

  test('parks a job of a newer release until that release runs', async () => {
    const old = bed.worker();
    await old.start();
    const key = newId();
    await bed.database.tx((tx) => bed.outbox.add(tx, ofTomorrow, { key }));
    const parked = await until('parked', async () => (await bed.database.query<{ last_error: string }>('select last_error from outbox where name = $1 and last_error is not null', [ofTomorrow.name]))[0]);
    expect(parked.last_error).toContain('Unknown job');
    const registry = contractHandlers(bed.database);
    const seen = new Promise<string>((resolve) => registry.handles(ofTomorrow, async (payload) => resolve(payload.key)));
    await old.stop();
    await bed.worker(registry).start();
    expect(await seen).toBe(key);
  });

  test('a graceful stop lets short work finish and gives long work back at once', async () => {
    const stopping = bed.worker();
    await stopping.start();
    const [short, long] = [newId(), newId()];
    await bed.database.tx(async (tx) => {
      await bed.outbox.add(tx, takeTime, { key: short, ms: 300 });
      await bed.outbox.add(tx, takeTime, { key: long, ms: 4_000 });
    });
    await bed.trace(takeTime.name, short, 'begun');
    await bed.trace(takeTime.name, long, 'begun');
    const begun = performance.now();
    await stopping.stop(1_000);
    expect(performance.now() - begun).toBeLessThan(2_500);
    expect(await bed.phases(takeTime.name, short)).toEqual(['begun', 'done']);
    expect(await bed.phases(takeTime.name, long)).toEqual(['begun']);
    await bed.worker().start();
    // Sooner than the lock would have let go of it.
    await until('begun again', async () => ((await bed.phases(takeTime.name, long)).length > 1 ? true : undefined), 4_000);
  });

  test('runs schedules, and forgets those that are no longer defined', async () => {
    const system = bed.worker();
    await system.start([{ job: tick, pattern: '* * * * * *', timeZone: 'Asia/Jakarta' }]);
    await until('two ticks', async () => ((await bed.traces(tick.name, 'tick')).length >= 2 ? true : undefined));
    await system.queues.applySchedules([]);
    await sleep(1_200);
    const before = (await bed.traces(tick.name, 'tick')).length;
    await sleep(1_500);
    expect((await bed.traces(tick.name, 'tick')).length).toBe(before);
  });

  test('a job whose process is killed in the middle is run by another within 15 s', async () => {
    const key = newId();
    const victim = await bed.startProcess();
    await bed.database.tx((tx) => bed.outbox.add(tx, takeTime, { key, ms: 2_000 }));
    const { pid } = await bed.trace(takeTime.name, key, 'begun');
    expect(pid).toBe(victim.pid);
    victim.kill('SIGKILL');
    const killed = performance.now();
    await bed.worker().start();
    await until('begun again', async () => ((await bed.phases(takeTime.name, key)).filter((phase) => phase === 'begun').length === 2 ? true : undefined), 20_000);
    expect(performance.now() - killed).toBeLessThan(15_000);
    await bed.trace(takeTime.name, key, 'done');
  });
}

describe('queue on PostgreSQL', () => contract('PostgreSQL'));
describeWhere(redisServer, 'queue on Redis', () => contract('Redis'));

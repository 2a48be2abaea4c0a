import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { Database } from '../database/database.js';
import { newId } from '../ids/new-id.js';
import { Notifications } from '../live/notifications.js';
import { createLogger } from '../log/logger.js';
import { defineJob } from '../outbox/job.js';
import { Outbox } from '../outbox/outbox.js';
import type { TestDatabase } from '../testing/test-database.js';
import { dropDatabase, freshDatabase } from '../testing/test-database.js';
import { HandlerRegistry } from './handler-registry.js';
import type { NewJob } from './job-queues.js';
import { OutboxRelay } from './outbox-relay.js';

const logger = createLogger('test', 'silent');
const job = defineJob({ name: 'relay-spec.go', payload: z.object({ key: z.string() }) });
const registry = new HandlerRegistry();
registry.handles(job, async () => undefined);

/** A queue whose refusals the test decides; the relay itself and its rows are real. */
class QueueDouble {
  readonly taken: string[] = [];
  readonly sizes: number[] = [];
  refuses: (jobs: readonly NewJob[]) => boolean = () => false;

  async addBulk(jobs: readonly NewJob[]): Promise<void> {
    this.sizes.push(jobs.length);
    if (this.refuses(jobs)) throw new Error('refused');
    this.taken.push(...jobs.map(({ data }) => (data.payload as { key: string }).key));
  }
}

describe('OutboxRelay', () => {
  let home: TestDatabase;
  let database: Database;
  let notifications: Notifications;
  const relays: OutboxRelay[] = [];

  beforeAll(async () => {
    home = await freshDatabase('relay');
    database = await Database.open({ url: home.url, entities: [], poolSize: 6 });
    notifications = new Notifications({ url: home.url, logger });
    await notifications.start();
  });
  afterEach(async () => {
    for (const relay of relays.splice(0)) await relay.stop();
  });
  afterAll(async () => {
    await notifications.close();
    await database.close();
    await dropDatabase(home);
  });

  function relay(queues: QueueDouble, options: { batchSize?: number; leaseMs?: number } = {}): OutboxRelay {
    const made = new OutboxRelay({ database, queues, registry, notifications, logger, ...options });
    relays.push(made);
    made.start();
    return made;
  }

  const add = (...keys: readonly string[]) =>
    database.tx(async (tx) => {
      for (const key of keys) await new Outbox().add(tx, job, { key });
    });
  const waiting = () => database.query<{ attempts: number; last_error: string | null }>('select attempts, last_error from outbox where dispatched_at is null');

  async function until(holds: () => boolean | Promise<boolean>, patienceMs = 8_000): Promise<void> {
    for (const end = performance.now() + patienceMs; !(await holds()); await sleep(10)) {
      if (performance.now() > end) throw new Error('It did not happen');
    }
  }

  test('is woken by a commit, far sooner than by its poll', async () => {
    const queue = new QueueDouble();
    relay(queue);
    await sleep(200);
    const begun = performance.now();
    await add('woken');
    await until(() => queue.taken.includes('woken'));
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  test('moves more rows than a batch without waiting in between, in the order in which they were added', async () => {
    const keys = Array.from({ length: 250 }, (_, index) => `ordered-${String(index).padStart(3, '0')}`);
    await add(...keys);
    const queue = new QueueDouble();
    relay(queue, { batchSize: 100 });
    await until(() => queue.taken.length === 250, 4_000);
    expect(queue.taken).toEqual(keys);
    expect(queue.sizes).toEqual([100, 100, 50]);
  });

  test('two relays share the rows and send none twice', async () => {
    await add(...Array.from({ length: 400 }, (_, index) => `shared-${index}`));
    const [one, two] = [new QueueDouble(), new QueueDouble()];
    relay(one, { batchSize: 20 });
    relay(two, { batchSize: 20 });
    await until(async () => (await waiting()).length === 0);
    const all = [...one.taken, ...two.taken];
    expect(all).toHaveLength(400);
    expect(new Set(all).size).toBe(400);
  });

  test('keeps what the queue refuses, says why in the row and tries again', async () => {
    const queue = new QueueDouble();
    queue.refuses = () => true;
    await add('later');
    relay(queue);
    await until(async () => (await waiting())[0]?.last_error === 'refused');
    queue.refuses = () => false;
    await until(() => queue.taken.includes('later'));
    await until(async () => (await waiting()).length === 0);
  });

  test('one row that the queue never takes does not hold up the others of its batch for long', async () => {
    const queue = new QueueDouble();
    queue.refuses = (jobs) => jobs.some(({ data }) => (data.payload as { key: string }).key === 'poison');
    await add('before', 'poison', 'after');
    // As after three tries in one batch, which takes seven seconds.
    await database.query('update outbox set attempts = 3 where dispatched_at is null');
    relay(queue, { leaseMs: 300 });
    await until(() => queue.taken.includes('before') && queue.taken.includes('after'));
    const [poison, ...others] = await waiting();
    expect(others).toEqual([]);
    expect(poison?.last_error).toBe('refused');
    await database.query('delete from outbox where dispatched_at is null');
  });

  test('an event that nobody subscribed to is done', async () => {
    await database.query(`insert into outbox (id, kind, name, payload, available_at) values ($1, 'event', 'relay-spec.unheard', '{}', now())`, [newId()]);
    relay(new QueueDouble());
    await until(async () => (await waiting()).length === 0);
  });
});

import { Database } from '../database/database.js';
import { newId } from '../ids/new-id.js';
import { FakeClock } from '../testing/fake-clock.js';
import type { TestDatabase } from '../testing/test-database.js';
import { dropDatabase, freshDatabase } from '../testing/test-database.js';
import { OutboxPurge } from './outbox-purge.js';

describe('OutboxPurge', () => {
  let home: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    home = await freshDatabase('purge');
    database = await Database.open({ url: home.url, entities: [], poolSize: 2 });
  });
  afterAll(async () => {
    await database.close();
    await dropDatabase(home);
  });

  const row = (name: string, dispatchedAt: string | null) =>
    database.query(`insert into outbox (id, kind, name, payload, available_at, dispatched_at) values ($1, 'job', $2, '{}', '2026-01-01', $3)`, [newId(), name, dispatchedAt]);

  test('deletes what was dispatched more than three days ago, in batches, and never what still waits', async () => {
    await row('waiting', null);
    await row('yesterday', '2026-03-09T12:00:00Z');
    await row('last-week', '2026-03-03T12:00:00Z');
    // More than one batch.
    await database.query(`insert into outbox (id, kind, name, payload, available_at, dispatched_at)
      select gen_random_uuid(), 'job', 'bulk', '{}', '2026-01-01', '2026-02-01' from generate_series(1, 5001)`);
    await database.query(`insert into handled_job (job_name, key, handled_at) values ('a', 'old', '2025-11-01'), ('a', 'new', '2026-03-01')`);
    const purge = new OutboxPurge(database, new FakeClock('2026-03-10T12:00:00Z'));
    expect(await purge.run()).toBe(5_003);
    expect(await database.query('select name from outbox order by name')).toEqual([{ name: 'waiting' }, { name: 'yesterday' }]);
    expect(await database.query('select key from handled_job')).toEqual([{ key: 'new' }]);
    expect(await purge.run()).toBe(0);
  });

  test('stops between batches when it is told to', async () => {
    await database.query(`insert into outbox (id, kind, name, payload, available_at, dispatched_at)
      select gen_random_uuid(), 'job', 'bulk', '{}', '2026-01-01', '2026-02-01' from generate_series(1, 5001)`);
    const purge = new OutboxPurge(database, new FakeClock('2026-03-10T12:00:00Z'));
    expect(await purge.run(AbortSignal.abort())).toBe(5_000);
    expect(await purge.run()).toBe(1);
  });
});

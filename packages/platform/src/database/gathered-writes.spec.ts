import { setTimeout as sleep } from 'node:timers/promises';
import type { TestDatabase } from '../testing/test-database.js';
import { dropDatabase, freshDatabase } from '../testing/test-database.js';
import { Database } from './database.js';
import { GatheredWrites } from './gathered-writes.js';

interface Note {
  readonly id: number;
  /** Below zero is refused by a constraint. */
  readonly value: number;
}

describe('GatheredWrites', () => {
  let home: TestDatabase;
  let database: Database;
  let statements: (readonly Note[])[];

  beforeAll(async () => {
    home = await freshDatabase('gathered');
    const owner = await Database.open({ url: home.ownerUrl, entities: [], poolSize: 1 });
    await owner.query('create table note (id int primary key, value int not null check (value >= 0), history int[] not null)');
    await owner.query('grant select, insert, update on note to public');
    await owner.close();
    database = await Database.open({ url: home.url, entities: [], poolSize: 6 });
  });
  afterAll(async () => {
    await database.close();
    await dropDatabase(home);
  });
  beforeEach(() => {
    statements = [];
  });

  /** @param answer stands between the commit and the answer to whoever waits for it */
  function notes(options: { largest?: number; answer?: () => Promise<void> } = {}): GatheredWrites<Note, number> {
    return new GatheredWrites<Note, number>({
      keyOf: ({ id }) => String(id).padStart(6, '0'),
      ...(options.largest === undefined ? {} : { largest: options.largest }),
      write: async (items) => {
        statements.push(items);
        const rows = await database.query<{ id: number; length: number }>(
          `insert into note as n select g.id, g.value, array[g.value] from jsonb_to_recordset($1::jsonb) as g(id int, value int)
           on conflict (id) do update set value = excluded.value, history = n.history || excluded.value
           returning id, cardinality(history) as length`,
          [JSON.stringify(items)],
        );
        await options.answer?.();
        return items.map(({ id }) => rows.find((row) => row.id === id)?.length ?? 0);
      },
    });
  }

  const stored = async (id: number) => (await database.query<{ history: number[] }>('select history from note where id = $1', [id]))[0]?.history;

  it('writes what arrives together in one statement, sorted by key, and answers each for itself', async () => {
    const gathered = notes();
    expect(await Promise.all([5, 3, 4].map((id) => gathered.add({ id, value: id })))).toEqual([1, 1, 1]);
    expect(statements.map((items) => items.map(({ id }) => id))).toEqual([[3, 4, 5]]);
  });

  it('sends a lone item at once, and answers nobody before their commit', async () => {
    const gathered = notes();
    const begun = performance.now();
    await gathered.add({ id: 10, value: 1 });
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(await stored(10)).toEqual([1]);
    expect(await gathered.add({ id: 10, value: 2 })).toBe(2);
    expect(statements).toHaveLength(2);
  });

  it('keeps the order of one key and never has it twice in a statement', async () => {
    const gathered = notes();
    const answers = [1, 2, 3].flatMap((value) => [gathered.add({ id: 20, value }), gathered.add({ id: 20 + value, value })]);
    expect(await Promise.all(answers)).toEqual([1, 1, 2, 1, 3, 1]);
    expect(await stored(20)).toEqual([1, 2, 3]);
    expect(statements.map((items) => items.length)).toEqual([4, 1, 1]);
  });

  it('bounds a statement, and gathers while one is on its way', async () => {
    const gathered = notes({ largest: 4 });
    await Promise.all(Array.from({ length: 10 }, (_unused, index) => gathered.add({ id: 40 + index, value: index })));
    expect(statements.map((items) => items.length)).toEqual([4, 4, 2]);
  });

  it('lets an item that the database refuses fail alone', async () => {
    const gathered = notes();
    const outcomes = await Promise.allSettled([1, -1, 3].map((value, index) => gathered.add({ id: 60 + index, value })));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { constraint: 'note_value_check' } });
    expect([await stored(60), await stored(61), await stored(62)]).toEqual([[1], undefined, [3]]);
    // The keys are free again.
    expect(await gathered.add({ id: 61, value: 1 })).toBe(1);
  });

  it('tells everybody of a statement when it was not one of them that broke it', async () => {
    let broken = true;
    const gathered = notes({ answer: () => (broken ? Promise.reject(new Error('the connection broke')) : Promise.resolve()) });
    const outcomes = await Promise.allSettled([70, 71].map((id) => gathered.add({ id, value: 1 })));
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && String(outcome.reason))).toEqual(Array(2).fill('Error: the connection broke'));
    expect(statements).toHaveLength(1);
    broken = false;
    expect(await gathered.add({ id: 70, value: 2 })).toBe(2);
  });

  it('does not let others wait for a row that somebody holds', async () => {
    const gathered = notes();
    await gathered.add({ id: 80, value: 1 });
    const own: Promise<number>[] = [];
    await database.tx(async (tx) => {
      await tx.query('select 1 from note where id = 80 for update');
      own.push(gathered.add({ id: 80, value: 2 }));
      await sleep(50);
      const others = [81, 82].map((id) => gathered.add({ id, value: 3 }));
      own.push(gathered.add({ id: 80, value: 3 }));
      expect(await Promise.all(others)).toEqual([1, 1]);
    });
    expect(await Promise.all(own)).toEqual([2, 3]);
    expect(await stored(80)).toEqual([1, 2, 3]);
  });
});

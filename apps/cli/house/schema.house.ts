import { allEntities } from '@pamong/domain/all-entities';
import { allMigrations } from '@pamong/domain/migrations/all-migrations';
import { migrate, rollback } from '@pamong/domain/migrations/migrate';
import { Database } from '@pamong/platform/database/database';
import type { TestDatabase } from '@pamong/platform/testing/test-database';
import { dropDatabase, emptyDatabase, freshDatabase } from '@pamong/platform/testing/test-database';
import { describeSchema } from './describe-schema.js';

describe('migrations', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await emptyDatabase();
  });
  afterAll(() => dropDatabase(database));

  test('go up, all the way down, and up again to the same schema', async () => {
    expect(await migrate(database.ownerUrl)).toHaveLength(allMigrations.length);
    const first = await describeSchema(database.ownerUrl);
    expect(first.length).toBeGreaterThan(50);
    expect(await migrate(database.ownerUrl)).toEqual([]);
    await rollback(database.ownerUrl, allMigrations.length);
    const left = await describeSchema(database.ownerUrl);
    // What remains is TypeORM's own list of migrations.
    expect(left.filter((line) => !/\bmigrations(_id_seq|_pkey)?\b|PK_/.test(line))).toEqual([]);
    await migrate(database.ownerUrl);
    expect(await describeSchema(database.ownerUrl)).toEqual(first);
  });

  test('each goes one step back and forth', async () => {
    for (let steps = 1; steps <= allMigrations.length; steps += 1) {
      const before = await describeSchema(database.ownerUrl);
      await rollback(database.ownerUrl, steps);
      expect(await migrate(database.ownerUrl)).toHaveLength(steps);
      expect(await describeSchema(database.ownerUrl)).toEqual(before);
    }
  });

  test('stand in the order of their time stamps', () => {
    const stamps = allMigrations.map((migration) => Number(/\d{13}$/.exec(migration.name)?.[0]));
    expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
    expect(new Set(stamps).size).toBe(stamps.length);
  });
});

/**
 * What TypeORM's schema builder would change so that the database were as the entities say. Entities here are mappers: they name columns
 * and keys only. Foreign keys, unique, check and exclusion constraints, indexes and defaults stand in the migrations' SQL and nowhere
 * else, so the builder wishes to drop each of them; those lines say nothing about drift and are left out. They are held by the up-down-up
 * test above, and by the tests of the features whose faults they refuse. Everything else is compared: tables, columns, types, lengths,
 * nullability, arrays, generated columns and primary keys.
 */
const livesInSql = [
  /^ALTER TABLE "\w+" DROP CONSTRAINT "\w+"$/,
  /^DROP INDEX "public"\."\w+"$/,
  /^ALTER TABLE "\w+" ALTER COLUMN "\w+" DROP DEFAULT$/,
];

async function drift(db: Database): Promise<string[]> {
  const [entity] = allEntities;
  if (entity === undefined) throw new Error('There are no entities');
  const wishes = await db.repository(entity).manager.connection.driver.createSchemaBuilder().log();
  // A key that differs is dropped and added again: the second line is the one that is kept.
  return wishes.upQueries.map(({ query }) => query).filter((query) => !livesInSql.some((pattern) => pattern.test(query)));
}

describe('entities', () => {
  let database: TestDatabase;
  let db: Database;

  beforeAll(async () => {
    database = await freshDatabase('drift');
    db = await Database.open({ url: database.ownerUrl, entities: allEntities, poolSize: 2 });
  });
  afterAll(async () => {
    await db.close();
    await dropDatabase(database);
  });

  test('are what the migrations made: TypeORM itself would change nothing but what lives in SQL alone', async () => {
    expect(allEntities.length).toBeGreaterThan(20);
    expect(await drift(db)).toEqual([]);
  });

  test('and a difference would be found', async () => {
    await db.query('alter table setting add column stray text');
    await db.query('alter table certificate alter column minutes type bigint');
    await db.query('alter table certificate alter column number drop not null');
    await db.query('alter table inbox_message drop constraint inbox_message_pkey');
    await db.query('drop table quiz_answer');
    const found = (await drift(db)).join('\n');
    for (const sign of ['"stray"', '"minutes"', '"number" SET NOT NULL', '"inbox_message" ADD', 'CREATE TABLE "quiz_answer"']) expect(found).toContain(sign);
  });
});

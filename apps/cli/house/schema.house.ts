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

describe('entities', () => {
  test('name only tables and columns that the migrations made, with their types and nullability', async () => {
    const database = await freshDatabase('drift');
    const db = await Database.open({ url: database.ownerUrl, entities: allEntities, poolSize: 2 });
    try {
      const columns = await db.query<{ table: string; column: string; nullable: boolean; type: string }>(
        `select table_name as table, column_name as column, is_nullable = 'YES' as nullable, udt_name as type from information_schema.columns where table_schema = 'public'`,
      );
      const known = new Map(columns.map((column) => [`${column.table}.${column.column}`, column]));
      const faults: string[] = [];
      let compared = 0;
      for (const entity of allEntities) {
        const metadata = db.repository(entity).metadata;
        for (const column of metadata.columns) {
          compared += 1;
          const name = `${metadata.tableName}.${column.databaseName}`;
          const real = known.get(name);
          if (real === undefined) faults.push(`${name}: not in the database`);
          else {
            if (real.nullable !== column.isNullable) faults.push(`${name}: ${real.nullable ? 'nullable' : 'not null'} in the database only`);
            const type = typeName(column.type, column.isArray);
            if (type !== real.type) faults.push(`${name}: ${type} in the entity, ${real.type} in the database`);
          }
        }
      }
      expect(compared).toBeGreaterThan(50);
      expect(faults).toEqual([]);
    } finally {
      await db.close();
      await dropDatabase(database);
    }
  });
});

/** PostgreSQL's own name of a column type as entities write it. */
function typeName(type: unknown, array: boolean): string {
  const written = typeof type === 'function' ? type.name.toLowerCase() : String(type);
  const names: Readonly<Record<string, string>> = {
    string: 'varchar',
    number: 'int4',
    boolean: 'bool',
    date: 'date',
    timestamptz: 'timestamptz',
    'timestamp with time zone': 'timestamptz',
    integer: 'int4',
    int: 'int4',
    smallint: 'int2',
    bigint: 'int8',
    'character varying': 'varchar',
    'double precision': 'float8',
    real: 'float4',
  };
  const name = names[written] ?? written;
  return array ? `_${name}` : name;
}

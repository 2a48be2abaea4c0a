import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@pamong/platform/config/config';
import { Database } from '@pamong/platform/database/database';
import { createLogger } from '@pamong/platform/log/logger';
import { dropDatabase, freshDatabase } from '@pamong/platform/testing/test-database';
import type { TestDatabase } from '@pamong/platform/testing/test-database';

import { seedDemo } from './seed-demo.js';
import { isSeeded } from './seeded.js';

jest.setTimeout(120_000);

const logger = createLogger('seed-test', 'silent');

describe('pamong seed', () => {
  let database: TestDatabase;
  let admin: Database;
  let dir: string;

  const config = (demo = '1') => loadConfig({ DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl, DATABASE_POOL: '6', PAMONG_DEMO: demo, PAMONG_DATA_DIR: dir });

  async function counts(): Promise<Record<string, number>> {
    const tables = await admin.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    );
    const found: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await admin.query<{ count: number }>(`select count(*)::int as count from "${name}"`);
      found[name] = row?.count ?? 0;
    }
    return found;
  }

  beforeAll(async () => {
    database = await freshDatabase('seed');
    dir = mkdtempSync(join(tmpdir(), 'pamong-seed-'));
    admin = await Database.open({ url: database.ownerUrl, entities: [], poolSize: 2 });
  });
  afterAll(async () => {
    await admin.close();
    await dropDatabase(database);
    rmSync(dir, { recursive: true, force: true });
  });

  it('refuses outside of demo mode', async () => {
    await expect(seedDemo(config('0'), logger)).rejects.toThrow('PAMONG_DEMO=1');
  });

  it('fills the demo within seconds, and a second run changes nothing', async () => {
    expect(await isSeeded(database.url)).toBe(false);
    const first = await seedDemo(config(), logger);
    expect(first).toMatchObject({ agencies: 5, people: 26 });
    expect(first.tookMs).toBeLessThan(15_000);
    const after = await counts();
    expect(after).toMatchObject({ organisation: 42, person: 26, account: 26, person_number: 26, contract_period: 4 });
    expect(await isSeeded(database.url)).toBe(true);
    await seedDemo(config(), logger);
    expect(await counts()).toEqual(after);
  });
});

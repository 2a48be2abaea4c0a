import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresBackend, Queue, setDefaultBackendFactory } from 'bullmq';
import { Pool } from 'pg';
import { EmbeddedPostgres } from '../embedded-postgres/embedded-postgres.js';
import { migrateQueue } from './migrate-queue.js';

jest.setTimeout(60_000);

describe('migrateQueue', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pamong-queue-'));
  let server: EmbeddedPostgres;
  beforeAll(async () => {
    server = await EmbeddedPostgres.start({ dataDir: join(folder, 'pg'), throwaway: true });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('runs again after the application has made sequences of its own', async () => {
    await migrateQueue(server.ownerUrl, 'pamong_app');
    const pool = new Pool({ connectionString: server.url, options: '-c search_path=bullmq,public' });
    setDefaultBackendFactory(createPostgresBackend);
    const queue = new Queue('probe', { connection: pool as never });
    await queue.add('job', {});
    await queue.close();
    const made = await pool.query(`select from pg_class where relkind = 'S' and relowner = 'pamong_app'::regrole`);
    expect(made.rowCount).toBeGreaterThan(0);
    await pool.end();
    await expect(migrateQueue(server.ownerUrl, 'pamong_app')).resolves.toBeUndefined();
  });
});

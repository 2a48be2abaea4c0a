import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createLogger } from '../log/logger.js';
import { EmbeddedPostgres } from '../embedded-postgres/embedded-postgres.js';
import { JobQueues } from './job-queues.js';
import { migrateQueue } from './migrate-queue.js';
import { openQueueBackend } from './queue-backend.js';

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
    const logger = createLogger('test', 'silent');
    const backend = openQueueBackend({ databaseUrl: server.url, logger });
    const queues = new JobQueues(backend, logger);
    // As many as travel in bulk, which makes a sequence.
    await queues.addBulk(Array.from({ length: 20 }, (_unused, index) => ({ id: `job-${index}`, route: { name: 'probe.run', queue: 'quick', attempts: 1 }, data: { payload: {} } })));
    await queues.close();
    await backend.close();

    const client = new Client({ connectionString: server.url });
    await client.connect();
    const made = await client.query(`select from pg_class where relkind = 'S' and relowner = 'pamong_app'::regrole`);
    await client.end();
    expect(made.rowCount).toBeGreaterThan(0);
    await expect(migrateQueue(server.ownerUrl, 'pamong_app')).resolves.toBeUndefined();
  });
});

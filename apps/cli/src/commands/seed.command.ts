import { migrate } from '@pamong/domain/migrations/migrate';
import { loadConfig } from '@pamong/platform/config/config';
import { createLogger } from '@pamong/platform/log/logger';
import { seedDemo } from '../demo/seed/seed-demo.js';
import { openDatabase } from '../start/open-database.js';
import { readStartSettings } from '../start/settings.js';

/** `pamong seed`: fills the demo in the database of the environment, or in the embedded one. */
export async function seed(): Promise<number> {
  const { env } = readStartSettings(false);
  const database = await openDatabase();
  try {
    await migrate(database.ownerUrl);
    const config = loadConfig({ ...env, DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl });
    // The documents that it files are the application's alone.
    process.umask(0o077);
    const report = await seedDemo(config, createLogger('seed', config.logLevel));
    console.log(`The demo is there: ${report.agencies} agencies, ${report.people} people (${(report.tookMs / 1000).toFixed(1)} s).`);
    return 0;
  } finally {
    await database.close();
  }
}

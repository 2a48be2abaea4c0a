import { loadConfig } from '@pamong/platform/config/config';
import { createLogger } from '@pamong/platform/log/logger';
import { leaveWithParent } from '@pamong/platform/process/leave-with-parent';
import { migrate } from '@pamong/domain/migrations/migrate';
import { isSeeded } from '../demo/seed/seeded.js';

/** Migrates the database of the environment and fills the demo where it is on. */
export async function prepare(say: (line: string) => void): Promise<void> {
  leaveWithParent();
  const config = loadConfig();
  const ran = await migrate(config.database.ownerUrl);
  if (ran.length > 0) say(`The database was brought up to date (${ran.length} migrations).`);
  if (!config.demo || (await isSeeded(config.database.url))) return;
  // Loaded only here: a later start finds the demo and should not pay for the whole domain.
  const { seedDemo } = await import('../demo/seed/seed-demo.js');
  const report = await seedDemo(config, createLogger('seed', config.logLevel));
  say(`The demo was filled in ${(report.tookMs / 1000).toFixed(1)} s: ${report.agencies} agencies, ${report.people} people.`);
}

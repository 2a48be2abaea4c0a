import { loadConfig } from '@pamong/platform/config/config';
import { createLogger } from '@pamong/platform/log/logger';
import { leaveWithParent } from '@pamong/platform/process/leave-with-parent';
import { migrate } from '@pamong/domain/migrations/migrate';
import { CommandError } from '../command.js';
import { isSeeded } from '../demo/seed/seeded.js';

/** Migrates the database of the environment and fills the demo where it is on. */
export async function prepare(say: (line: string) => void): Promise<void> {
  leaveWithParent();
  const config = loadConfig();
  const ran = await migrate(config.database.ownerUrl).catch((error: unknown) => {
    throw explain(error, config.database.ownerUrl);
  });
  if (ran.length > 0) say(`The database was brought up to date (${ran.length} migrations).`);
  if (!config.demo || (await isSeeded(config.database.url))) return;
  // Loaded only here: a later start finds the demo and should not pay for the whole domain.
  const { seedDemo } = await import('../demo/seed/seed-demo.js');
  const report = await seedDemo(config, createLogger('seed', config.logLevel));
  say(`The demo was filled in ${(report.tookMs / 1000).toFixed(1)} s: ${report.agencies} agencies, ${report.people} people.`);
}

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET']);
/** SQLSTATE of a refused login and of a database that does not exist. */
const REFUSED = new Set(['28P01', '28000', '3D000']);

/** The two faults that an operator makes get a sentence; anything else keeps its stack. */
function explain(error: unknown, url: string): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const { host, username, pathname } = new URL(url);
  if (UNREACHABLE.has(code)) return new CommandError(`No database answers at ${host} (${code}).`);
  if (REFUSED.has(code)) return new CommandError(`The database at ${host} refused ${username} for ${pathname.slice(1)}: ${message}.`);
  return error;
}

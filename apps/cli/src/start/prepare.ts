import { loadConfig } from '@pamong/platform/config/config';
import { leaveWithParent } from '@pamong/platform/process/leave-with-parent';
import { migrate } from '@pamong/domain/migrations/migrate';

/** Migrates the database of the environment and fills the demo where it is on. */
export async function prepare(say: (line: string) => void): Promise<void> {
  leaveWithParent();
  const config = loadConfig();
  const ran = await migrate(config.database.ownerUrl);
  if (ran.length > 0) say(`The database was brought up to date (${ran.length} migrations).`);
}

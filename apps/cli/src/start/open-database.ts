import { openDataFolder } from './data-folder.js';
import { type DatabaseUrls, PostgresService } from './postgres-service.js';
import { readStartSettings } from './settings.js';

/** A database for one command. */
export interface OpenDatabase extends DatabaseUrls {
  /** Stops the embedded server, unless it was running before. */
  close(): Promise<void>;
}

/** The database that a start with this environment would use, whether one is running or not. */
export async function openDatabase(): Promise<OpenDatabase> {
  const { config, ownDatabase } = readStartSettings(false);
  if (ownDatabase) return { ...config.database, close: () => Promise.resolve() };
  openDataFolder(config.dataDir);
  const postgres = new PostgresService(config.dataDir);
  await postgres.start();
  return { ...postgres.urls, close: () => (postgres.adopted ? Promise.resolve() : postgres.stop()) };
}

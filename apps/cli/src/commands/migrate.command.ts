import { migrate as migrateDatabase } from '@pamong/domain/migrations/migrate';
import { openDatabase } from '../start/open-database.js';

/** `pamong migrate`: brings the database of the environment, or the embedded one, up to date. */
export async function migrate(): Promise<number> {
  const database = await openDatabase();
  try {
    const ran = await migrateDatabase(database.ownerUrl);
    console.log(ran.length === 0 ? 'The database is up to date.' : ran.map((name) => `Applied ${name}`).join('\n'));
    return 0;
  } finally {
    await database.close();
  }
}

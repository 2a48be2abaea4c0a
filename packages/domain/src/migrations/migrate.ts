import { migrateQueue } from '@pamong/platform/queue/migrate-queue';
import { DataSource } from 'typeorm';
import { allMigrations } from './all-migrations.js';

/**
 * What the application role may do. It owns nothing: it reads and writes rows, and on the append-only tables it may only add.
 */
const grants = `
  do $$
  begin
    if exists (select from pg_roles where rolname = 'pamong_app') then
      grant usage on schema public to pamong_app;
      grant select, insert, update, delete on all tables in schema public to pamong_app;
      grant usage on all sequences in schema public to pamong_app;
      revoke insert, update, delete on migrations from pamong_app;
      revoke update, delete on audit_event from pamong_app;
      if to_regclass('public.course_version') is not null then
        revoke update, delete on course_version, lesson_version from pamong_app;
      end if;
      if to_regclass('public.ledger_entry') is not null then
        revoke update, delete on ledger_entry from pamong_app;
      end if;
    end if;
  end $$;
`;

/** A connection of the owner role for schema work, without entities. */
function ownerSource(url: string): DataSource {
  return new DataSource({ type: 'postgres', url, migrations: [...allMigrations], migrationsTransactionMode: 'each', applicationName: 'pamong-migrate' });
}

/**
 * Brings the schema, and the queue's own schema beside it, to the newest migration and renews the application role's grants. Safe to run by several processes at once.
 * @param url connection of the owner role
 * @returns names of the migrations that ran now
 */
export async function migrate(url: string): Promise<string[]> {
  return withOwner(url, async (source) => {
    const ran = await source.runMigrations();
    await source.query(grants);
    await migrateQueue(url, 'pamong_app');
    return ran.map((migration) => migration.name);
  });
}

/** Takes back the newest `steps` migrations. */
export async function rollback(url: string, steps: number): Promise<void> {
  await withOwner(url, async (source) => {
    for (let step = 0; step < steps; step += 1) await source.undoLastMigration();
  });
}

/** Names of migrations that have not run yet; the health check asks with the application's own connection. */
export function pendingMigrations(executed: readonly string[]): string[] {
  const done = new Set(executed);
  return allMigrations.map((migration) => migration.name).filter((name) => !done.has(name));
}

async function withOwner<T>(url: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = ownerSource(url);
  await source.initialize();
  try {
    // One migration at a time for the whole installation; a second process waits here and finds nothing to do.
    await source.query('select pg_advisory_lock(7263531)');
    return await work(source);
  } finally {
    await source.destroy();
  }
}

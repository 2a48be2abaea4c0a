import pg from 'pg';

const schema = 'bullmq';

/**
 * Makes or renews BullMQ's tables and functions (schema `bullmq`) and lets the application's role use them.
 * Run at deploy, with the owner's connection; running workers never migrate. Safe to run again.
 * @param appRole the role of the application, where there is one
 */
export async function migrateQueue(ownerUrl: string, appRole: string): Promise<void> {
  // Loaded here: the API knows the migrations, too, but never runs them and need not hold BullMQ in memory.
  const { runMigrations } = await import('bullmq');
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'pamong-migrate-queue' });
  await client.connect();
  try {
    await runMigrations(client, schema);
    const known = await client.query('select 1 from pg_roles where rolname = $1', [appRole]);
    if (known.rowCount === 0) return;
    const role = client.escapeIdentifier(appRole);
    // CREATE too: BullMQ makes a sequence per queue when the first job is added. The right ends at this schema.
    await client.query(`
      grant usage, create on schema ${schema} to ${role};
      grant select, insert, update, delete on all tables in schema ${schema} to ${role};
      grant execute on all functions in schema ${schema} to ${role};
    `);
    // One by one: the sequences that the application's role made itself are its own, and not ours to grant.
    const sequences = await client.query<{ name: string }>(
      `select quote_ident(relname) as name from pg_class where relnamespace = $1::regnamespace and relkind = 'S' and relowner = current_user::regrole`,
      [schema],
    );
    for (const { name } of sequences.rows) await client.query(`grant usage, select, update on sequence ${schema}.${name} to ${role}`);
  } finally {
    await client.end();
  }
}

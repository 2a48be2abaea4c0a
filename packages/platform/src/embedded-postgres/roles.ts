import { Client } from 'pg';

export interface RolePasswords {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

export const DATABASE = 'pamong';
export const OWNER_ROLE = 'pamong_owner';
export const APP_ROLE = 'pamong_app';

/** A connection string for one of the roles. */
export function connectionUrl(user: string, password: string, port: number, database = DATABASE): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Makes the two roles and the database, or brings their passwords up to date. The owner runs the migrations; the
 * application's role owns nothing and gets its rights, table by table, from the migrations.
 * @param createDatabases lets the owner make databases, which only the tests need
 */
export async function ensureRoles(adminUrl: string, passwords: RolePasswords, createDatabases: boolean): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const roles = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [[OWNER_ROLE, APP_ROLE]]);
    const known = new Set(roles.rows.map((row) => row.rolname));
    for (const [role, password, extra] of [
      [OWNER_ROLE, passwords.owner, createDatabases ? 'createdb' : 'nocreatedb'],
      [APP_ROLE, passwords.app, 'nocreatedb'],
    ] as const) {
      await client.query(`${known.has(role) ? 'alter' : 'create'} role ${role} login nosuperuser nocreaterole ${extra} password ${client.escapeLiteral(password)}`);
    }
    const databases = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (databases.rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`);
  } finally {
    await client.end();
  }
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from '../embedded-postgres/embedded-postgres.js';
import { registerCluster, runDir } from './test-run.js';

/** Where the run's cluster is; written once, read by every worker. */
export interface ClusterAddress {
  /** Superuser connection to the database `postgres`. */
  readonly adminUrl: string;
  readonly ownerUrl: string;
  /** The application role's. */
  readonly url: string;
  /** The migrated database that others are cloned from; it takes no connections. */
  readonly template: string;
}

/** True once the run has a cluster. */
export function hasCluster(): boolean {
  return existsSync(addressFile());
}

/**
 * Starts the one cluster of a run and migrates the template. The server ends with this process.
 * @param migrate brings an empty database to the newest schema; gets the owner role's URL
 * @param options.durable waits for the disk as production does, for measurements; tests are quick instead
 * @returns the server's process id
 */
export async function startTestCluster(migrate: (ownerUrl: string) => Promise<void>, options: { durable?: boolean } = {}): Promise<number> {
  const dataDir = join(runDir(), 'postgres');
  registerCluster(join(dataDir, 'cluster'));
  const server = await EmbeddedPostgres.start({ dataDir, throwaway: options.durable !== true });
  await migrate(server.ownerUrl);
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  try {
    const template = new URL(server.ownerUrl).pathname.slice(1);
    // Nobody may connect any longer: a clone is refused while somebody looks at its source.
    await admin.query(`alter database ${admin.escapeIdentifier(template)} with allow_connections false`);
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [template]);
    const address: ClusterAddress = { adminUrl: server.adminUrl, ownerUrl: server.ownerUrl, url: server.url, template };
    writeFileSync(addressFile(), JSON.stringify(address), { mode: 0o600 });
  } finally {
    await admin.end();
  }
  return server.pid;
}

/** @throws Error when the run has no cluster */
export function clusterAddress(): ClusterAddress {
  return JSON.parse(readFileSync(addressFile(), 'utf8')) as ClusterAddress;
}

function addressFile(): string {
  return join(runDir(), 'cluster.json');
}

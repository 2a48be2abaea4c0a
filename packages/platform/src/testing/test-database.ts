import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { ClusterAddress } from './test-cluster.js';
import { clusterAddress } from './test-cluster.js';

/** A database of the run's cluster. */
export interface TestDatabase {
  readonly name: string;
  /** For the code under test: the application role, which owns nothing. */
  readonly url: string;
  /** For migrations and for looking past the application's grants. */
  readonly ownerUrl: string;
}

/**
 * The database of this Jest worker: a clone of the migrated template, made on first use and shared by all files the
 * worker runs, one after the other. Each test makes its own organisation and people; nothing is truncated.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `worker_${process.env['JEST_WORKER_ID'] ?? '0'}_${process.pid}`;
  return withAdmin(async (admin, address) => {
    const known = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (known.rowCount === 0) await create(admin, name, address.template);
    return databaseAt(address, name);
  });
}

/**
 * A clone of the migrated template for one test file alone, for tests that count rows or start a system of their own.
 * @param purpose lower-case letters and underscores; part of the name
 */
export async function freshDatabase(purpose: string): Promise<TestDatabase> {
  return withAdmin(async (admin, address) => {
    const name = `${purpose}_${randomBytes(5).toString('hex')}`;
    await create(admin, name, address.template);
    return databaseAt(address, name);
  });
}

/** A database without any table, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return withAdmin(async (admin, address) => {
    const name = `empty_${randomBytes(5).toString('hex')}`;
    await create(admin, name, 'template0');
    return databaseAt(address, name);
  });
}

/** Removes a database that `freshDatabase` or `emptyDatabase` made, with whoever is still connected to it. */
export async function dropDatabase(database: TestDatabase): Promise<void> {
  await withAdmin((admin) => admin.query(`drop database if exists ${admin.escapeIdentifier(database.name)} with (force)`));
}

async function create(admin: pg.Client, name: string, template: string): Promise<void> {
  const owner = new URL(clusterAddress().ownerUrl).username;
  await admin.query(
    `create database ${admin.escapeIdentifier(name)} owner ${admin.escapeIdentifier(owner)} template ${admin.escapeIdentifier(template)}`,
  );
}

function databaseAt(address: ClusterAddress, name: string): TestDatabase {
  const at = (url: string) => {
    const changed = new URL(url);
    changed.pathname = `/${name}`;
    return changed.href;
  };
  return { name, url: at(address.url), ownerUrl: at(address.ownerUrl) };
}

async function withAdmin<T>(work: (admin: pg.Client, address: ClusterAddress) => Promise<T>): Promise<T> {
  const address = clusterAddress();
  const admin = new pg.Client({ connectionString: address.adminUrl });
  await admin.connect();
  try {
    return await work(admin, address);
  } finally {
    await admin.end();
  }
}

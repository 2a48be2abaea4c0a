import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedPostgres } from './embedded-postgres.js';
import { findRunning, isAlive } from './postmaster.js';

jest.setTimeout(60_000);

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('EmbeddedPostgres', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pamong-pg-'));
  const dataDir = join(folder, 'postgres');
  const open: EmbeddedPostgres[] = [];
  const start = async (options: { throwaway?: boolean } = {}): Promise<EmbeddedPostgres> => {
    const server = await EmbeddedPostgres.start({ dataDir, ...options });
    open.push(server);
    return server;
  };

  afterAll(async () => {
    for (const server of open) if (isAlive(server.pid)) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts a PostgreSQL 18 with both roles and every extension the product needs', async () => {
    const server = await start();
    const [version] = await ask(server.url, `select current_setting('server_version_num')::int / 10000 as major, current_user as who, current_setting('fsync') as fsync`);
    expect(version).toEqual({ major: 18, who: 'pamong_app', fsync: 'on' });
    for (const extension of ['pg_trgm', 'unaccent', 'citext', 'ltree', 'btree_gin', 'pgcrypto']) {
      await ask(server.ownerUrl, `create extension if not exists ${extension}`);
    }
    const stems = await ask(server.ownerUrl, `select to_tsvector('indonesian', 'membaca')::text as stem, upper('é') as upper`);
    expect(stems).toEqual([{ stem: `'baca':1`, upper: 'É' }]);
    await ask(server.ownerUrl, 'create table kept (id uuid primary key default uuidv7())');
    await expect(ask(server.url, 'select * from kept')).rejects.toThrow('permission denied');
    expect(statSync(join(dataDir, 'passwords.json')).mode & 0o777).toBe(0o600);
  });

  it('adopts the server that is still running, and stops it', async () => {
    const [first] = open;
    const second = await start();
    expect(second.adopted).toBe(true);
    expect({ pid: second.pid, port: second.port }).toEqual({ pid: first?.pid, port: first?.port });
    await second.stop();
    expect(isAlive(second.pid)).toBe(false);
    await first?.exited;
  });

  it('is not misled by the file of a dead server whose process number a stranger has now', async () => {
    const stranger = spawn('sleep', ['30'], { stdio: 'ignore' });
    const cluster = join(dataDir, 'cluster');
    writeFileSync(join(cluster, 'postmaster.pid'), `${stranger.pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`);
    try {
      expect(findRunning(cluster)).toBeNull();
      const server = await start();
      expect(server.adopted).toBe(false);
      expect(await ask(server.ownerUrl, 'select count(*)::int as tables from pg_tables where tablename = $$kept$$')).toEqual([{ tables: 1 }]);
    } finally {
      stranger.kill();
    }
  });

  it('comes back after its server was killed', async () => {
    const killed = open.at(-1);
    process.kill(killed?.pid ?? 0, 'SIGKILL');
    await killed?.exited;
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(await ask(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('gives tests a quick server that stops by itself', async () => {
    const server = await EmbeddedPostgres.start({ dataDir: join(folder, 'quick'), throwaway: true });
    expect(await ask(server.ownerUrl, `select current_setting('fsync') as fsync`)).toEqual([{ fsync: 'off' }]);
    await ask(server.ownerUrl, 'create database pamong_test_1 template pamong');
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
  });
});

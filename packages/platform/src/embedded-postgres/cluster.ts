import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError, type PostgresBinaries } from './binaries.js';
import type { RolePasswords } from './roles.js';
import { asRunAs, chooseRunAs, giveTo, type RunAs, SERVER_ENVIRONMENT } from './run-as.js';

const VERSION = '18';

/** The folder of one embedded server: the cluster itself, its log, and the passwords beside it. */
export interface Cluster {
  /** PostgreSQL's own folder. */
  readonly data: string;
  readonly log: string;
  readonly runAs: RunAs;
  readonly passwords: RolePasswords;
}

/**
 * Opens the cluster below `folder`, making it the first time (about a second).
 * @throws EmbeddedPostgresError when the folder cannot be used, with what to do about it
 */
export async function openCluster(folder: string, binaries: PostgresBinaries): Promise<Cluster> {
  // Another user must be able to pass through to the cluster, never to read what lies beside it.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  chmodSync(folder, 0o711);
  const data = join(folder, 'cluster');
  const secrets = join(folder, 'passwords.json');
  const runAs = chooseRunAs(folder, data, binaries.postgres);
  if (!existsSync(data)) await initialise(folder, data, secrets, binaries, runAs);
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version !== VERSION) {
    throw new EmbeddedPostgresError(`${data} was written by PostgreSQL ${version}, and this is PostgreSQL ${VERSION}: restore a backup into a new folder.`);
  }
  return { data, log: join(folder, 'server.log'), runAs, passwords: readPasswords(secrets) };
}

async function initialise(folder: string, data: string, secrets: string, binaries: PostgresBinaries, runAs: RunAs): Promise<void> {
  const passwords: RolePasswords = { superuser: newPassword(), owner: newPassword(), app: newPassword() };
  writeFileSync(secrets, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });

  // Built under another name: a start that was interrupted here leaves nothing that looks like a cluster.
  const draft = `${data}.new`;
  const passwordFile = join(folder, 'superuser.tmp');
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(draft, { mode: 0o700 });
  giveTo(runAs, draft);
  writeFileSync(passwordFile, passwords.superuser, { mode: 0o600 });
  giveTo(runAs, passwordFile);
  try {
    const { command, args, options } = asRunAs(runAs, binaries.initdb, [
      ...['--pgdata', draft, '--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      // Independent of the machine's locales; lists that people read name a collation in their queries.
      ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
      '--no-sync',
    ]);
    // In a group of its own, so that Ctrl C does not tear it apart: whoever waits here decides what to do.
    const made = spawn(command, args, { ...options, cwd: '/', env: SERVER_ENVIRONMENT, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [made.stdout, made.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (text += part));
    const ended = await new Promise<string | null>((resolve) => {
      made.once('error', (error) => resolve(error.message));
      made.once('close', (code) => resolve(code === 0 ? null : text.trim().split('\n').slice(-6).join('\n')));
    });
    if (ended !== null) throw new EmbeddedPostgresError(`PostgreSQL could not make its folder ${data}:\n${ended}`);
    renameSync(draft, data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function readPasswords(secrets: string): RolePasswords {
  try {
    return JSON.parse(readFileSync(secrets, 'utf8')) as RolePasswords;
  } catch {
    throw new EmbeddedPostgresError(`The passwords of the embedded PostgreSQL (${secrets}) are missing or unreadable; without them its data cannot be opened.`);
  }
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

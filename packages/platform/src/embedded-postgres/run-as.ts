import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { EmbeddedPostgresError } from './binaries.js';

/**
 * PostgreSQL refuses to run as root. As anybody else it runs as that person (`self`); root either lends it another
 * user (`user`) or puts it in a user namespace in which it is nobody (`namespace`: needs no second user and works
 * below folders that only root may enter).
 */
export type RunAs = { readonly kind: 'self' } | { readonly kind: 'user'; readonly uid: number; readonly gid: number } | { readonly kind: 'namespace' };

const NAMESPACE = ['--user', '--map-user=65534', '--map-group=65534'];
/** System commands only, and nothing of our own environment, so that a PGDATA or PGPORT lying around changes nothing. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Decides as whom PostgreSQL runs for a folder.
 * @param folder an existing folder of ours that holds, or will hold, the cluster
 * @param cluster the cluster itself; when it exists, its owner decides
 * @throws EmbeddedPostgresError when nobody can
 */
export function chooseRunAs(folder: string, cluster: string, postgres: string): RunAs {
  const me = userInfo().uid;
  const owner = existsSync(cluster) ? statSync(cluster).uid : undefined;
  if (me !== 0) {
    if (owner !== undefined && owner !== me && me !== -1) {
      throw new EmbeddedPostgresError(
        `${cluster} belongs to another user (id ${owner}). Start as that user, or give it to yourself: sudo chown -R ${userInfo().username} ${folder}`,
      );
    }
    return { kind: 'self' };
  }
  if (owner !== undefined && owner !== 0) return { kind: 'user', uid: owner, gid: statSync(cluster).gid };
  if (owner === undefined) {
    const existing = lookUp('postgres');
    if (existing && canRun(existing, folder, postgres)) return existing;
  }
  if (namespacesWork(postgres)) return { kind: 'namespace' };
  if (owner === undefined) {
    const created = lookUp('postgres') ?? createUser();
    if (created && canRun(created, folder, postgres)) return created;
  }
  throw new EmbeddedPostgresError(
    [
      'PostgreSQL does not run as root, and this machine offers no way around it: user namespaces are switched off,',
      `and no other user can enter ${folder}. Start as an ordinary user, move the folder to where others may enter`,
      '(not below /root), or set DATABASE_URL to a PostgreSQL 18 server of your own.',
    ].join(' '),
  );
}

/** The command line, and the options of spawn, that run a PostgreSQL program as decided. */
export function asRunAs(runAs: RunAs, command: string, args: readonly string[]): { command: string; args: string[]; options: { uid?: number; gid?: number } } {
  if (runAs.kind === 'namespace') return { command: 'unshare', args: [...NAMESPACE, command, ...args], options: {} };
  return { command, args: [...args], options: runAs.kind === 'user' ? { uid: runAs.uid, gid: runAs.gid } : {} };
}

/** Gives a file or folder to the user that PostgreSQL will run as, where that is another one. */
export function giveTo(runAs: RunAs, path: string): void {
  if (runAs.kind === 'user') chownSync(path, runAs.uid, runAs.gid);
}

function lookUp(name: string): Extract<RunAs, { kind: 'user' }> | undefined {
  const ask = (flag: string): number => {
    const answer = spawnSync('id', [flag, name], { encoding: 'utf8', env: SERVER_ENVIRONMENT });
    return answer.status === 0 ? Number(answer.stdout.trim()) : Number.NaN;
  };
  const [uid, gid] = [ask('-u'), ask('-g')];
  return Number.isNaN(uid) || Number.isNaN(gid) ? undefined : { kind: 'user', uid, gid };
}

function createUser(): Extract<RunAs, { kind: 'user' }> | undefined {
  try {
    const args = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'];
    execFileSync('useradd', args, { stdio: 'ignore', env: SERVER_ENVIRONMENT });
    return lookUp('postgres');
  } catch {
    return undefined;
  }
}

function canRun(user: { uid: number; gid: number }, folder: string, postgres: string): boolean {
  const script = 'test -x "$1" && "$2" --version';
  const answer = spawnSync('/bin/sh', ['-c', script, 'probe', folder, postgres], { uid: user.uid, gid: user.gid, cwd: '/', stdio: 'ignore', env: SERVER_ENVIRONMENT });
  return answer.status === 0;
}

function namespacesWork(postgres: string): boolean {
  return spawnSync('unshare', [...NAMESPACE, postgres, '--version'], { cwd: '/', stdio: 'ignore', env: SERVER_ENVIRONMENT }).status === 0;
}

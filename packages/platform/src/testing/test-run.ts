import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, chmodSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * One run of the tests: a folder in the system's temporary directory that holds everything the run makes (clusters,
 * data folders, logs), and the list of what it started. Its path travels to Jest's workers in the environment.
 * Whatever happens to the processes of the run, a reaper ends what they started and removes the folder.
 */
const variable = 'PAMONG_TEST_RUN';

export interface TestRun {
  /** Absolute path of the run's folder. */
  readonly dir: string;
  /** Ends every registered process and removes the folder. */
  stop(): Promise<void>;
}

/** The folder of the run that this process belongs to, or null outside of one. */
export function currentRunDir(): string | null {
  const dir = process.env[variable];
  return dir !== undefined && existsSync(dir) ? dir : null;
}

/**
 * The folder of the run, for those who need one.
 * @throws Error outside of a run
 */
export function runDir(): string {
  const dir = currentRunDir();
  if (dir === null) throw new Error('No test run: start this file through `npm test` or Jest, whose global setup makes one');
  return dir;
}

/**
 * Makes the folder of a run, starts its reaper and tells child processes about it.
 * @param reaperPath compiled `reaper.js`
 */
export function startTestRun(reaperPath: string): TestRun {
  const dir = mkdtempSync(join(realpathSync(tmpdir()), 'pamong-test-'));
  // PostgreSQL never runs as root: its other user has to get through to its data folder.
  chmodSync(dir, 0o711);
  mkdirSync(join(dir, 'started'));
  mkdirSync(join(dir, 'logs'));
  process.env[variable] = dir;
  const reaper = spawn(process.execPath, [reaperPath, dir], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  reaper.unref();
  // The pipe closes when this process ends, however it ends; that is the reaper's signal.
  (reaper.stdin as unknown as { unref(): void }).unref();
  let stopping: Promise<void> | undefined;
  return {
    dir,
    stop: () =>
      (stopping ??= sweep(dir).then(() => {
        delete process.env[variable];
        reaper.stdin.end();
      })),
  };
}

/** Puts a process group (started with `detached: true`) on the list of what the end of the run ends. */
export function registerGroup(pid: number): void {
  writeFileSync(join(runDir(), 'started', `group-${pid}`), '');
}

/** Takes a process group off the list, once it has been ended. */
export function forgetGroup(pid: number): void {
  rmSync(join(runDir(), 'started', `group-${pid}`), { force: true });
}

/** Puts a PostgreSQL data folder on the list; its server is found through `postmaster.pid`. */
export function registerCluster(dataDir: string): void {
  writeFileSync(join(runDir(), 'started', `cluster-${Buffer.from(dataDir).toString('hex').slice(-32)}`), dataDir);
}

/** Ends everything on the list of the run in `dir`, politely first, and removes the folder. */
export async function sweep(dir: string): Promise<void> {
  const list = join(dir, 'started');
  const entries = existsSync(list) ? readdirSync(list) : [];
  const groups = entries.filter((entry) => entry.startsWith('group-')).map((entry) => -Number(entry.slice('group-'.length)));
  for (const group of groups) signal(group, 'SIGTERM');
  for (let waited = 0; waited < 3_000 && groups.some(alive); waited += 50) await sleep(50);
  for (const group of groups) signal(group, 'SIGKILL');
  const servers = entries.filter((entry) => entry.startsWith('cluster-')).flatMap((entry) => postmaster(readFileSync(join(list, entry), 'utf8')));
  // SIGINT is PostgreSQL's fast shutdown.
  for (const server of servers) signal(server, 'SIGINT');
  for (let waited = 0; waited < 5_000 && servers.some(alive); waited += 50) await sleep(50);
  for (const server of servers) signal(server, 'SIGQUIT');
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

function postmaster(dataDir: string): number[] {
  try {
    const pid = Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 1 ? [pid] : [];
  } catch {
    return []; // stopped in the usual way: nothing to do
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // already gone
  }
}

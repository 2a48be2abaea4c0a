import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVER_ENVIRONMENT } from './run-as.js';

/** What a running server wrote into `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** Reads `postmaster.pid`; null when there is none or it is still being written. */
export function readPostmaster(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) && port > 0 ? { pid, port } : null;
  } catch {
    return null;
  }
}

/** Whether a process runs. One that has ended but that nobody has collected (a container without an init) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * The server that is running on this cluster, if there is one. A process number is used again after a restart of
 * the machine or in a container, so a living process counts only if its command line names this cluster; a file
 * that names a stranger is removed, because PostgreSQL itself would take the stranger for a running server.
 */
export function findRunning(cluster: string): Postmaster | null {
  const found = readPostmaster(cluster);
  if (found === null) return null;
  if (isAlive(found.pid) && commandLine(found.pid).includes(cluster)) return found;
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return null;
}

function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8', env: SERVER_ENVIRONMENT }).stdout ?? '';
  }
}

/**
 * Stops a server: "fast" (clients are cut off, everything is written), then "immediate" if that takes too long,
 * which loses nothing committed and is repaired at the next start.
 */
export async function stopPostmaster(pid: number, patienceMs: number): Promise<void> {
  if (await signalled(pid, 'SIGINT', patienceMs)) return;
  if (await signalled(pid, 'SIGQUIT', patienceMs)) return;
  await signalled(pid, 'SIGKILL', patienceMs);
}

/** Stops the server that a killed start left running on a cluster, if there is one. */
export async function stopLeftOver(cluster: string): Promise<void> {
  const running = findRunning(cluster);
  if (running !== null) await stopPostmaster(running.pid, 3_000);
}

async function signalled(pid: number, signal: NodeJS.Signals, patienceMs: number): Promise<boolean> {
  try {
    process.kill(pid, signal);
  } catch {
    return true;
  }
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    if (!isAlive(pid)) return true;
    await sleep(15);
  }
  return !isAlive(pid);
}

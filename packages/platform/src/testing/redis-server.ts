import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../net/free-port.js';
import type { Requirement } from './requirements.js';
import { findProgram, program } from './requirements.js';
import { forgetGroup, registerGroup, runDir } from './test-run.js';

const names = ['redis-server', 'valkey-server'] as const;

/** For `describeWhere`: tests of the queue on Redis run where the machine has a server. */
export const redisServer: Requirement = program('queue on Redis', ...names);

export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts an empty Redis (or Valkey); nothing is written to disk.
 * @param at a port, for a server that comes back; otherwise one of its own
 * @throws Error where there is none; see `redisServer`
 */
export async function startRedis(at?: number): Promise<TestRedis> {
  const server = findProgram(...names);
  if (server === null) throw new Error(redisServer.otherwise);
  const port = at ?? (await freePort());
  const dir = mkdtempSync(join(runDir(), 'redis-'));
  const child = spawn(server, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir, '--maxmemory-policy', 'noeviction'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${server} could not be started`);
  registerGroup(pid);
  const exited = once(child, 'exit');
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (/Ready to accept connections/.test(output)) resolve();
    });
    void exited.then(() => reject(new Error(`${server} ended at once:\n${output}`)));
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      forgetGroup(pid);
    },
  };
}

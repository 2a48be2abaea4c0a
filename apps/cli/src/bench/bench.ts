import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { migrate } from '@pamong/domain/migrations/migrate';
import { freePort } from '@pamong/platform/net/free-port';
import { ProductionSystem } from '@pamong/platform/testing/production-system';
import { startTestCluster } from '@pamong/platform/testing/test-cluster';
import { startTestRun } from '@pamong/platform/testing/test-run';
import { reaperPath } from '../check/shared-run.js';
import { allJourneys } from './all-journeys.js';
import { BenchBed } from './bench-bed.js';
import type { Figures, Server } from './figures.js';
import { figuresOf, table } from './figures.js';
import type { Journey } from './journey.js';
import { bareRow } from './journeys/bare-row.journey.js';
import { load } from './load.js';
import { cpuSeconds, memoryMb } from './processes.js';

export interface BenchOptions {
  /** Names of journeys; none means all. */
  readonly names: readonly string[];
  /** For each journey. */
  readonly seconds: number;
  readonly connections: number;
  /** File for the figures as JSON. */
  readonly output: string;
  readonly redisUrl?: string;
}

/**
 * Measures journeys on a system of its own: the production build, a durable database, generated people, on this machine.
 * @param root folder of the checkout
 * @returns the figures, the yardstick first and last
 */
export async function bench(root: string, options: BenchOptions): Promise<readonly Figures[]> {
  const chosen = allJourneys.filter((journey) => options.names.length === 0 || options.names.includes(journey.name));
  const unknown = options.names.filter((name) => !allJourneys.some((journey) => journey.name === name));
  if (unknown.length > 0) throw new Error(`No journey is called ${unknown.join(', ')}; there are ${allJourneys.map((journey) => journey.name).join(', ')}`);
  const run = startTestRun(reaperPath(root));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => void run.stop().then(() => process.exit(130)));
  try {
    const databasePid = await startTestCluster(async (ownerUrl) => void (await migrate(ownerUrl)), { durable: true });
    const env = { LOG_LEVEL: 'warn', DATABASE_POOL: '20', ...(options.redisUrl === undefined ? {} : { REDIS_URL: options.redisUrl }) };
    const system = await ProductionSystem.start({ name: 'bench', demo: false, env });
    const idle = { api: memoryMb(system.pid('api')), worker: memoryMb(system.pid('worker')) };
    const bed = await BenchBed.open(system.env);
    const bare = await startBareServer(system.env);
    const measure = async (journey: Journey, origin: string, pids: Readonly<Partial<Record<Server, number>>>, yardstick: number | null): Promise<Figures> => {
      const visitors = await journey.prepare(bed);
      const order = { journey: journey.name, origin, connections: journey.connections ?? options.connections, visitors };
      // A short run first: connections, compiled code and caches are warm in production too.
      if (journey.once !== true) await load({ ...order, seconds: Math.min(2, options.seconds) }, run.dir);
      const before = spent(pids);
      const result = await load({ ...order, seconds: options.seconds }, run.dir);
      const used = spent(pids, before);
      const figures = figuresOf(journey, result, used, yardstick);
      console.log(`${journey.name}: ${figures.requestsPerSecond.toFixed(0)} requests/s, ${figures.errors} errors`);
      for (const [fault, count] of Object.entries(result.errors).slice(0, 3)) console.log(`  ${count} times ${fault}`);
      return figures;
    };
    const served = { api: system.pid('api'), worker: system.pid('worker'), database: databasePid };
    const yard = { api: bare.pid, database: databasePid };
    const lines = [await measure(bareRow, bare.origin, yard, null)];
    const yardstick = lines[0]?.requestsPerSecond ?? 0;
    // By its address, like the yardstick: a name costs a look-up for each connection.
    for (const journey of chosen) lines.push(await measure(journey, system.baseUrl.replace('localhost', '127.0.0.1'), served, yardstick));
    // The machine's other work must not have changed in between: the yardstick again.
    lines.push(await measure(bareRow, bare.origin, yard, yardstick));
    const memory = { idle, loaded: { api: memoryMb(system.pid('api')), worker: memoryMb(system.pid('worker')) } };
    const mode = options.redisUrl === undefined ? 'queue on PostgreSQL' : 'queue on Redis';
    const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
    console.log(`\n${machine}; ${mode}; database and load on the same machine\n\n${table(lines)}\n`);
    const mb = (values: { api: number; worker: number }) => `API ${values.api.toFixed(0)} MB, worker ${values.worker.toFixed(0)} MB`;
    console.log(`Memory at idle: ${mb(memory.idle)}; after the load: ${mb(memory.loaded)}`);
    mkdirSync(dirname(options.output), { recursive: true });
    writeFileSync(options.output, `${JSON.stringify({ measuredAt: new Date().toISOString(), machine, mode, memory, journeys: lines }, null, 2)}\n`);
    bare.stop();
    await bed.close();
    return lines;
  } finally {
    await run.stop();
  }
}

/** CPU-seconds of each server, less what they had used before. */
function spent(pids: Readonly<Partial<Record<Server, number>>>, before?: Readonly<Record<Server, number>>): Record<Server, number> {
  const of = (server: Server) => (pids[server] === undefined ? 0 : cpuSeconds(pids[server]) - (before?.[server] ?? 0));
  return { api: of('api'), worker: of('worker'), database: of('database') };
}

async function startBareServer(env: Readonly<Record<string, string>>): Promise<{ origin: string; pid: number; stop(): void }> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.js')], {
    env: { ...process.env, ...env, PORT: String(port), NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await Promise.race([once(child, 'message'), once(child, 'exit').then(() => Promise.reject(new Error('The bare server ended at once')))]);
  return { origin: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => child.kill() };
}

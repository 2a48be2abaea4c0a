import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Visitor } from './journey.js';

/** What the load process is told to do. */
export interface LoadOrder {
  readonly journey: string;
  readonly origin: string;
  readonly connections: number;
  readonly seconds: number;
  readonly visitors: readonly Visitor[];
}

/** What it measured; times in milliseconds. */
export interface LoadResult {
  readonly seconds: number;
  readonly connections: number;
  /** Of each request. */
  readonly latencies: readonly number[];
  /** Of each whole visit that succeeded. */
  readonly visits: readonly number[];
  /** How often each fault happened. */
  readonly errors: Readonly<Record<string, number>>;
}

const run = promisify(execFile);

/** Runs the load process to its end. `dir` takes its order. */
export async function load(order: LoadOrder, dir: string): Promise<LoadResult> {
  const file = join(dir, `load-${order.journey}.json`);
  writeFileSync(file, JSON.stringify(order), { mode: 0o600 });
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'load-process.js'), file], {
    maxBuffer: 512e6,
    timeout: (order.seconds + 60) * 1000,
  });
  return JSON.parse(stdout) as LoadResult;
}

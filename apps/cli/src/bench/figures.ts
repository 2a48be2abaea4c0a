import type { LoadResult } from './load.js';

/** Whose processors' time is counted. */
export type Server = 'api' | 'worker' | 'database';

/** One line of the table. */
export interface Figures {
  readonly journey: string;
  readonly summary: string;
  readonly connections: number;
  readonly visits: number;
  readonly visitsPerSecond: number;
  readonly requestsPerSecond: number;
  /** Of requests, milliseconds. */
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly errors: number;
  readonly faults: Readonly<Record<string, number>>;
  /** CPU-seconds of API, worker and database for one visit. */
  readonly cpuPerVisit: number;
  /** The same by process; the database with all of its own. */
  readonly cpuBy: Readonly<Record<Server, number>>;
  /** Requests a second as a part of the yardstick's. */
  readonly ratio: number;
}

/** The value below which `part` (0 to 1) of the sorted values lie; 0 for none. */
export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * part) - 1))] ?? 0;
}

export function figuresOf(journey: { name: string; summary: string }, result: LoadResult, cpuSeconds: Readonly<Record<Server, number>>, yardstick: number | null): Figures {
  const sorted = result.latencies.toSorted((a, b) => a - b);
  const requestsPerSecond = result.latencies.length / result.seconds;
  const each = (seconds: number) => (result.visits.length === 0 ? 0 : seconds / result.visits.length);
  const cpuBy = { api: each(cpuSeconds.api), worker: each(cpuSeconds.worker), database: each(cpuSeconds.database) };
  const errors = Object.values(result.errors).reduce((sum, count) => sum + count, 0);
  return {
    journey: journey.name,
    summary: journey.summary,
    connections: result.connections,
    visits: result.visits.length,
    visitsPerSecond: result.visits.length / result.seconds,
    requestsPerSecond,
    median: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    errors,
    faults: result.errors,
    cpuPerVisit: cpuBy.api + cpuBy.worker + cpuBy.database,
    cpuBy,
    ratio: yardstick === null ? 1 : requestsPerSecond / yardstick,
  };
}

/** The table for people. */
export function table(lines: readonly Figures[]): string {
  const heads = ['journey', 'at once', 'visits/s', 'req/s', 'ratio', 'median', 'p95', 'p99 ms', 'errors', 'CPU ms/visit', 'API', 'worker', 'database'];
  const rows = lines.map((line) => [
    line.journey,
    String(line.connections),
    line.visitsPerSecond.toFixed(1),
    line.requestsPerSecond.toFixed(0),
    line.ratio.toFixed(2),
    line.median.toFixed(1),
    line.p95.toFixed(1),
    line.p99.toFixed(1),
    String(line.errors),
    ...[line.cpuPerVisit, line.cpuBy.api, line.cpuBy.worker, line.cpuBy.database].map((seconds) => (seconds * 1000).toFixed(2)),
  ]);
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const format = (row: readonly string[]) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
  return [format(heads), ...rows.map(format)].join('\n');
}

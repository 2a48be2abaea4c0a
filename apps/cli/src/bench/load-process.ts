/**
 * The load, in a process of its own so that its work is not the server's. Reads its order from the file named on the command line
 * and writes what it measured to standard output. Bounded in connections and time, and only towards this machine.
 */
import { readFileSync } from 'node:fs';
import { Client } from 'undici';
import { allJourneys } from './all-journeys.js';
import type { Connection, HttpAnswer, Journey, SendOptions, Visitor } from './journey.js';
import { bareRow } from './journeys/bare-row.journey.js';
import type { LoadOrder, LoadResult } from './load.js';

const largestLoad = { connections: 256, seconds: 600 };

const order = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as LoadOrder;
const journey = [bareRow, ...allJourneys].find((candidate) => candidate.name === order.journey);
if (journey === undefined) throw new Error(`No journey is called ${order.journey}`);
const { hostname } = new URL(order.origin);
if (hostname !== '127.0.0.1') throw new Error(`The load goes to this machine only, not to ${hostname}`);
process.stdout.write(JSON.stringify(await run(journey)));

async function run(found: Journey): Promise<LoadResult> {
  const connections = Math.min(order.connections, largestLoad.connections, order.visitors.length);
  const seconds = Math.min(order.seconds, largestLoad.seconds);
  const latencies: number[] = [];
  const visits: number[] = [];
  const errors = new Map<string, number>();
  const started = performance.now();
  const until = started + seconds * 1000;
  const worker = async (index: number): Promise<void> => {
    const client = new Client(order.origin, { pipelining: 1, headersTimeout: 30_000, bodyTimeout: 30_000 });
    const connection = timed(client, latencies);
    const share = order.visitors.filter((_visitor, at) => at % connections === index);
    for (let turn = 0; performance.now() < until && (turn === 0 || found.once !== true); turn += 1) {
      for (const visitor of share) {
        if (performance.now() >= until) break;
        const visitStarted = performance.now();
        try {
          await found.visit(connection, visitor, turn);
          visits.push(performance.now() - visitStarted);
        } catch (error) {
          const text = (error as Error).message.slice(0, 200);
          errors.set(text, (errors.get(text) ?? 0) + 1);
        }
      }
    }
    await client.close();
  };
  await Promise.all(Array.from({ length: connections }, (_unused, index) => worker(index)));
  return { seconds: (performance.now() - started) / 1000, connections, latencies, visits, errors: Object.fromEntries(errors) };
}

function timed(client: Client, latencies: number[]): Connection {
  return {
    send: async (method, path, options: SendOptions = {}): Promise<HttpAnswer> => {
      const began = performance.now();
      const answer = await client.request({
        method,
        path,
        headers: {
          ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(options.raw === undefined ? {} : { 'content-type': 'application/octet-stream' }),
          ...(options.cookie === undefined ? {} : { cookie: options.cookie }),
          ...options.headers,
        },
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
        ...(options.raw === undefined ? {} : { body: options.raw }),
      });
      const text = await answer.body.text();
      latencies.push(performance.now() - began);
      const fine = options.expect === undefined ? answer.statusCode >= 200 && answer.statusCode < 300 : options.expect.includes(answer.statusCode);
      if (!fine) throw new Error(`${method} ${path.replace(/[0-9a-f-]{36}/g, ':id')}: ${answer.statusCode} ${text.slice(0, 120)}`);
      const json = String(answer.headers['content-type'] ?? '').includes('json') && text !== '';
      return { status: answer.statusCode, body: json ? (JSON.parse(text) as unknown) : undefined, headers: answer.headers };
    },
  };
}

export type { Visitor };

import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Database } from '../../database/database.js';
import { defineEvent, defineJob } from '../../outbox/job.js';
import { HandlerRegistry } from '../handler-registry.js';
import { handledOnce } from '../handled-once.js';

/** Jobs of the queue's contract test; loaded by nothing else. */
const Key = z.object({ key: z.string() });

export const note = defineJob({ name: 'contract.note', payload: Key });
export const noteOnce = defineJob({ name: 'contract.note-once', payload: Key });
export const failFirst = defineJob({ name: 'contract.fail-first', payload: z.object({ key: z.string(), times: z.number() }), attempts: 4 });
export const inCrowd = defineJob({ name: 'contract.in-crowd', payload: z.object({ key: z.string(), fails: z.boolean() }), attempts: 3, together: 4 });
export const failAlways = defineJob({ name: 'contract.fail-always', payload: Key, attempts: 2, queue: 'documents' });
export const takeTime = defineJob({ name: 'contract.take-time', payload: z.object({ key: z.string(), ms: z.number() }), queue: 'media' });
export const tick = defineJob({ name: 'contract.tick', payload: z.strictObject({}) });
/** Defined, and handled by no one: what an older release sees of a newer one. */
export const ofTomorrow = defineJob({ name: 'contract.of-tomorrow', payload: Key });
export const happened = defineEvent({ name: 'contract.happened', payload: Key });

/** Where the handlers leave their traces; the owner makes it, the application role writes. */
export const traceTable = `
  create table if not exists contract_trace (
    id bigint generated always as identity primary key,
    job text not null, key text not null, phase text not null, attempt int, pid int not null, trace_id text,
    at timestamptz not null default clock_timestamp());
  grant select, insert, update, delete on contract_trace to public`;

/** Handlers that write what they do, so that a test sees it whichever process they ran in. */
export function contractHandlers(database: Database): HandlerRegistry {
  const registry = new HandlerRegistry();
  const write = (job: string, key: string, phase: string, attempt: number, traceId: string) =>
    database.query('insert into contract_trace (job, key, phase, attempt, pid, trace_id) values ($1, $2, $3, $4, $5, $6)', [job, key, phase, attempt, process.pid, traceId]);

  registry.handles(note, async ({ key }, { attempt, traceId }) => {
    await write(note.name, key, 'done', attempt, traceId);
  });
  registry.handles(noteOnce, async ({ key }, { attempt, traceId }) => {
    await write(noteOnce.name, key, 'begun', attempt, traceId);
    await database.tx(async (tx) => {
      if (!(await handledOnce(tx, noteOnce.name, key))) return;
      await tx.query(`insert into contract_trace (job, key, phase, pid) values ($1, $2, 'effect', $3)`, [noteOnce.name, key, process.pid]);
    });
  });
  registry.handles(failFirst, async ({ key, times }, { attempt, traceId }) => {
    await write(failFirst.name, key, attempt <= times ? 'failed' : 'done', attempt, traceId);
    if (attempt <= times) throw new Error(`Attempt ${attempt} fails`);
  });
  registry.handles(inCrowd, async ({ key, fails }, { attempt, traceId }) => {
    const failsNow = fails && attempt === 1;
    await write(inCrowd.name, key, failsNow ? 'failed' : 'done', attempt, traceId);
    if (failsNow) throw new Error('Not yet');
  });
  registry.handles(failAlways, async ({ key }, { attempt, traceId, lastAttempt }) => {
    await write(failAlways.name, key, lastAttempt ? 'failed for good' : 'failed', attempt, traceId);
    throw new Error('It never works');
  });
  // Deaf to its signal, like a handler that waits for somebody else's program.
  registry.handles(takeTime, async ({ key, ms }, { attempt, traceId }) => {
    await write(takeTime.name, key, 'begun', attempt, traceId);
    await sleep(ms);
    await write(takeTime.name, key, 'done', attempt, traceId);
  });
  registry.handles(tick, async (_payload, { attempt, traceId }) => {
    await write(tick.name, 'tick', 'done', attempt, traceId);
  });
  for (const name of ['contract.first-listener', 'contract.second-listener']) {
    registry.on(happened, name, async ({ key }, { attempt, traceId }) => {
      await write(name, key, 'done', attempt, traceId);
    });
  }
  return registry;
}

import { currentTraceId } from '../log/trace.js';
import type { Reader, Tx } from '../database/database.js';
import { newId } from '../ids/new-id.js';
import type { EventDefinition, JobDefinition } from './job.js';

/** PostgreSQL channel on which a commit with new outbox rows wakes the relay. */
export const outboxChannel = 'pamong_outbox';

/**
 * Work that must happen if, and only if, the transaction commits. The relay of the worker moves the rows to the queue.
 */
export class Outbox {
  /**
   * Adds a job to the transaction.
   * @param options.notBefore earliest moment to run it; default at once
   */
  async add<Payload>(tx: Tx, job: JobDefinition<Payload>, payload: Payload, options: { notBefore?: Date } = {}): Promise<void> {
    await this.insert(tx, 'job', job.name, job.payload.parse(payload), options.notBefore);
  }

  /**
   * Makes a change and adds its job in one statement, which is atomic by itself: for hot paths, where a transaction around two
   * statements takes four round trips. The job is added when the change touched a row.
   * @param change an `update` or `insert` with `returning`
   * @returns what the change returned
   */
  async addWith<Row, Payload>(reader: Reader, change: { readonly sql: string; readonly params: readonly unknown[] }, job: JobDefinition<Payload>, payload: Payload): Promise<Row[]> {
    const next = change.params.length + 1;
    return reader.query<Row>(
      `with changed as (${change.sql}), added as (
         insert into outbox (id, kind, name, payload, trace_id, available_at)
         select $${next}::uuid, 'job', $${next + 1}::text, $${next + 2}::jsonb, $${next + 3}::text, now() from changed limit 1 returning id),
       woken as (select pg_notify('${outboxChannel}', '') from added)
       select changed.* from changed left join woken on true`,
      [...change.params, newId(), job.name, JSON.stringify(job.payload.parse(payload)), currentTraceId() ?? null],
    );
  }

  /** Announces that something happened; the relay makes one job of it for each subscriber. */
  async publish<Payload>(tx: Tx, event: EventDefinition<Payload>, payload: Payload): Promise<void> {
    await this.insert(tx, 'event', event.name, event.payload.parse(payload), undefined);
  }

  private async insert(tx: Tx, kind: 'job' | 'event', name: string, payload: unknown, notBefore: Date | undefined): Promise<void> {
    await tx.query(
      `with added as (
         insert into outbox (id, kind, name, payload, trace_id, available_at)
         values ($1, $2, $3, $4, $5, coalesce($6, now())) returning id)
       select pg_notify('${outboxChannel}', '') from added`,
      [newId(), kind, name, JSON.stringify(payload), currentTraceId() ?? null, notBefore ?? null],
    );
  }
}

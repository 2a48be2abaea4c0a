import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../database/database.js';
import type { Notifications } from '../live/notifications.js';
import type { Logger } from '../log/logger.js';
import { outboxChannel } from '../outbox/outbox.js';
import type { HandlerRegistry } from './handler-registry.js';
import { groupJobs } from './group-jobs.js';
import type { JobQueues, NewJob } from './job-queues.js';

interface OutboxRow {
  readonly id: string;
  readonly kind: 'job' | 'event';
  readonly name: string;
  readonly payload: unknown;
  readonly trace_id: string | null;
  readonly attempts: number;
}

export interface OutboxRelayOptions {
  readonly database: Database;
  readonly queues: Pick<JobQueues, 'addBulk'>;
  readonly registry: HandlerRegistry;
  readonly notifications: Notifications;
  readonly logger: Logger;
  /** Rows moved at once. Default 500. */
  readonly batchSize?: number;
  /** Milliseconds after which rows that a relay took, and did not finish, are free again. Default 8,000. */
  readonly leaseMs?: number;
  /** Slow poll behind the notifications, in milliseconds. Default 5,000. */
  readonly pollMs?: number;
}

/**
 * `full`: there may be more rows. `last`: these were all that were due. `refused`: the queue did not take rows, so asking it at
 * once for the next ones is no use.
 */
type Batch = 'full' | 'last' | 'empty' | 'refused';

/** From this attempt on a row travels alone, so that one bad row does not hold up the others of its batch. */
const aloneFromAttempt = 4;
const unparkEveryMs = 60_000;
/** After a batch a wake waits until so long after the one before: a crowd's rows move together, a lone row does not wait. */
const gatherMs = 40;
/** After a batch that was not full the next look comes so soon, instead of asking each time which row is due next. */
const lookAgainMs = 1_000;

/**
 * Moves committed outbox rows to the queue. Several relays may run: each takes rows under a lease that others skip.
 * A crash after the queue took a row and before the row is marked sends it again under the same job id.
 */
export class OutboxRelay {
  private timer: NodeJS.Timeout | undefined;
  private unsubscribe: (() => void) | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private unparkedAt = 0;
  private begunAt = 0;

  private readonly batchSize: number;

  constructor(private readonly options: OutboxRelayOptions) {
    this.batchSize = options.batchSize ?? 500;
  }

  start(): void {
    this.unsubscribe = this.options.notifications.onNotify(outboxChannel, { onMessage: () => this.wake(), onGap: () => this.wake() });
    this.wake();
  }

  /** Ends after the batch in hand, or at once when the queue does not answer: the rows are free again when their lease ends. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.unsubscribe?.();
    clearTimeout(this.timer);
    await Promise.race([this.running, sleep(2_000, undefined, { ref: false })]);
  }

  /** Looks for rows now; calls while it is looking make it look once more. */
  wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    const rest = this.begunAt + gatherMs - performance.now();
    if (rest > 0) this.timer = setTimeout(() => this.begin(), rest);
    else this.begin();
  }

  private begin(): void {
    if (this.stopped) return;
    this.again = false;
    this.begunAt = performance.now();
    this.running = this.drain().finally(() => {
      this.running = undefined;
      // Woken after the last look at the rows.
      if (this.again) this.wake();
    });
  }

  private async drain(): Promise<void> {
    const pollMs = this.options.pollMs ?? 5_000;
    let pause = pollMs;
    try {
      await this.unpark();
      let outcome: Batch;
      do outcome = await this.relayBatch();
      while (outcome === 'full' && !this.stopped);
      pause = outcome === 'last' ? Math.min(pollMs, lookAgainMs) : await this.untilNextDue(pollMs);
    } catch (error) {
      this.options.logger.warn({ err: error }, 'The outbox cannot be relayed at the moment');
    }
    if (!this.stopped) this.timer = setTimeout(() => this.wake(), pause);
  }

  private async relayBatch(): Promise<Batch> {
    const rows = await this.take();
    if (rows.length === 0) return 'empty';
    const known: OutboxRow[] = [];
    for (const row of rows) {
      if (row.kind === 'job' && !this.options.registry.route(row.name)) await this.park(row);
      else known.push(row);
    }
    const together = known.filter((row) => row.attempts < aloneFromAttempt);
    if (together.length > 0 && !(await this.send(together))) return 'refused';
    for (const row of known.filter((each) => each.attempts >= aloneFromAttempt)) {
      // The rest of the batch comes back when its lease ends.
      if (!(await this.send([row]))) return 'refused';
    }
    return rows.length < this.batchSize ? 'last' : 'full';
  }

  private async take(): Promise<OutboxRow[]> {
    const { database, leaseMs = 8_000 } = this.options;
    const rows = await database.query<OutboxRow>(
      `update outbox set lease_until = now() + $1::int * interval '1 millisecond', attempts = attempts + 1
       where id in (
         select id from outbox
         where dispatched_at is null and available_at <= now() and (lease_until is null or lease_until < now())
         order by available_at limit $2 for update skip locked)
       returning id, kind, name, payload, trace_id, attempts`,
      [leaseMs, this.batchSize],
    );
    return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  private async send(rows: readonly OutboxRow[]): Promise<boolean> {
    const ids = rows.map((row) => row.id);
    try {
      await this.options.queues.addBulk(groupJobs(rows.flatMap((row) => this.jobsOf(row))));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.options.logger.warn({ err: error, rows: rows.length }, 'The queue did not take outbox rows; they stay and are tried again');
      await this.options.database.query(
        `update outbox set lease_until = null, last_error = $2, available_at = now() + least(300, power(2, attempts - 1)) * interval '1 second'
         where id = any($1)`,
        [ids, message.slice(0, 500)],
      );
      return false;
    }
    await this.options.database.query('update outbox set dispatched_at = now(), lease_until = null, last_error = null where id = any($1)', [ids]);
    return true;
  }

  private jobsOf(row: OutboxRow): NewJob[] {
    const data = { payload: row.payload, ...(row.trace_id === null ? {} : { traceId: row.trace_id }) };
    if (row.kind === 'event') {
      return this.options.registry.subscribersOf(row.name).map((route) => ({ id: `${row.id}-${route.name}`, route, data }));
    }
    const route = this.options.registry.route(row.name);
    return route ? [{ id: row.id, route, data }] : [];
  }

  /** A job that this release does not know stays in the outbox, with the reason, until a release that does. */
  private async park(row: OutboxRow): Promise<void> {
    this.options.logger.error({ outboxId: row.id, job: row.name }, 'An outbox row names an unknown job; it is parked');
    await this.options.database.query(
      `update outbox set available_at = 'infinity', lease_until = null, last_error = 'Unknown job: no handler in this release' where id = $1`,
      [row.id],
    );
  }

  private async unpark(): Promise<void> {
    if (Date.now() - this.unparkedAt < unparkEveryMs) return;
    this.unparkedAt = Date.now();
    await this.options.database.query(
      `update outbox set available_at = now() where dispatched_at is null and available_at = 'infinity' and kind = 'job' and name = any($1)`,
      [this.options.registry.names()],
    );
  }

  /** Milliseconds until a row becomes due or another relay's lease ends, at most `atMost`. */
  private async untilNextDue(atMost: number): Promise<number> {
    const [row] = await this.options.database.query<{ ms: number | null }>(
      `select ceil(extract(epoch from min(greatest(available_at, coalesce(lease_until, available_at))) - now()) * 1000)::float8 as ms
       from outbox where dispatched_at is null and available_at <= now() + $1::int * interval '1 millisecond'`,
      [atMost],
    );
    return Math.min(atMost, Math.max(1, row?.ms ?? atMost));
  }
}

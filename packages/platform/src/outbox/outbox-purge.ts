import * as z from 'zod';
import type { Clock } from '../clock/clock.js';
import type { Database } from '../database/database.js';
import { defineSchedule } from '../queue/schedule.js';
import { defineJob } from './job.js';

/** Removes what the outbox and the list of handled jobs no longer need. */
export const purgeOutbox = defineJob({ name: 'outbox.purge-dispatched', payload: z.strictObject({}), attempts: 3 });

/** Once an hour, off the full hour where other schedules crowd. */
defineSchedule({ job: purgeOutbox, pattern: '17 * * * *' });

const day = 24 * 3600 * 1000;
/**
 * Dispatched rows are kept for three days instead of being deleted at once: they say what was asked for and when, and they
 * can be sent again when a Redis without persistence lost its jobs.
 */
const keepDispatchedMs = 3 * day;
/** Longer than a failed job may wait for somebody to run it again (30 days). */
const keepHandledMs = 90 * day;
const batchSize = 5_000;

/** Deletes in batches, so that no statement holds locks or floods the log for long. Safe to run twice at once. */
export class OutboxPurge {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @param signal stops between two batches
   * @returns rows deleted
   */
  async run(signal?: AbortSignal): Promise<number> {
    const now = this.clock.now().getTime();
    const outbox = `delete from outbox where id in (
      select id from outbox where dispatched_at < $1 order by dispatched_at limit ${batchSize} for update skip locked) returning 1`;
    const handled = `delete from handled_job where (job_name, key) in (
      select job_name, key from handled_job where handled_at < $1 limit ${batchSize} for update skip locked) returning 1`;
    return (await this.inBatches(outbox, new Date(now - keepDispatchedMs), signal)) + (await this.inBatches(handled, new Date(now - keepHandledMs), signal));
  }

  private async inBatches(sql: string, before: Date, signal: AbortSignal | undefined): Promise<number> {
    let total = 0;
    for (;;) {
      const deleted = (await this.database.query(sql, [before])).length;
      total += deleted;
      if (deleted < batchSize || signal?.aborted) return total;
    }
  }
}

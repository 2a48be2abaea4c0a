import { Queue } from 'bullmq';
import type { IQueueBackend } from 'bullmq';
import type { Logger } from '../log/logger.js';
import { queueNames } from '../outbox/job.js';
import type { QueueName } from '../outbox/job.js';
import type { JobRoute } from './handler-registry.js';
import type { QueueBackend } from './queue-backend.js';
import type { ScheduleDefinition } from './schedule.js';

/** What a job carries in the queue. */
export interface JobData {
  readonly payload: unknown;
  readonly traceId?: string;
  /** More of the same job, asked for at about the same time. */
  readonly others?: readonly JobData[];
}

type BullQueue = Queue<JobData, unknown, string, JobData, unknown, string, IQueueBackend, unknown>;

/** A job on its way into the queue. */
export interface NewJob {
  /** Deterministic, so that a row which is relayed twice is one job while the first is still known. No colon. */
  readonly id: string;
  readonly route: Pick<JobRoute, 'name' | 'queue' | 'attempts' | 'together'>;
  readonly data: JobData;
}

export interface FailedJob {
  readonly queue: QueueName;
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: Date;
}

/** Finished jobs stay long enough to recognise a row that a crashed relay sends again (its lease is seconds), not longer. */
const keepCompletedSeconds = 600;
const keepFailedSeconds = 30 * 24 * 3600;

/**
 * Up to so many jobs are added one by one: BullMQ on PostgreSQL makes two temporary tables for each bulk, which costs as much as
 * five or six single jobs.
 */
const fewJobs = 4;

/** First pause after a failure; it doubles each time: 1, 2, 4 ... 64 s, about two minutes over eight tries. */
const firstBackoffMs = 1_000;

/** The producing side of the queue: what the relay, the schedules and the health page need. */
export class JobQueues {
  private readonly queues: ReadonlyMap<QueueName, BullQueue>;

  constructor(backend: QueueBackend, logger: Logger) {
    this.queues = new Map(queueNames.map((name) => [name, openQueue(name, backend, logger)]));
  }

  /** Puts jobs on their queues: many in one round trip a queue, a few one by one. Jobs whose id is known already are left as they are. */
  async addBulk(jobs: readonly NewJob[]): Promise<void> {
    for (const [name, queue] of this.queues) {
      const own = jobs.flatMap((job) => (job.route.queue === name ? [{ name: job.route.name, data: job.data, opts: { ...optionsOf(job.route), jobId: job.id } }] : []));
      if (own.length > fewJobs) await queue.addBulk(own);
      // In their order, and a crash in between does no harm: what is asked for again under the same id is not added again.
      else for (const job of own) await queue.add(job.name, job.data, job.opts);
    }
  }

  /** Makes the queue's schedules equal to the given ones. */
  async applySchedules(schedules: readonly ScheduleDefinition[]): Promise<void> {
    for (const { job, pattern, timeZone } of schedules) {
      const template = { name: job.name, data: { payload: {} }, opts: optionsOf(job) };
      await this.queue(job.queue).upsertJobScheduler(job.name, { pattern, tz: timeZone }, template);
    }
    const wanted = new Set(schedules.map(({ job }) => `${job.queue} ${job.name}`));
    for (const [name, queue] of this.queues) {
      for (const scheduler of await queue.getJobSchedulers()) {
        if (!wanted.has(`${name} ${scheduler.key}`)) await queue.removeJobScheduler(scheduler.key);
      }
    }
  }

  /** The latest jobs that failed for good, newest first, at most `limit` of each queue. */
  async failedJobs(limit = 50): Promise<FailedJob[]> {
    const found: FailedJob[] = [];
    for (const [name, queue] of this.queues) {
      for (const job of await queue.getFailed(0, limit - 1)) {
        found.push({ queue: name, id: job.id ?? '', name: job.name, reason: job.failedReason ?? '', attempts: job.attemptsMade, failedAt: new Date(job.finishedOn ?? 0) });
      }
    }
    return found.toSorted((a, b) => b.failedAt.getTime() - a.failedAt.getTime());
  }

  /** Runs a failed job again, with all its attempts. @returns false when it is not there or has not failed */
  async retryFailed(name: QueueName, id: string): Promise<boolean> {
    const job = await this.queue(name).getJob(id);
    if (!job || !(await job.isFailed())) return false;
    await job.retry('failed', { resetAttemptsMade: true });
    return true;
  }

  /** Jobs per state over all queues, for the health page. */
  async counts(): Promise<Record<'waiting' | 'active' | 'delayed' | 'failed', number>> {
    const total = { waiting: 0, active: 0, delayed: 0, failed: 0 };
    for (const queue of this.queues.values()) {
      const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
      for (const state of ['waiting', 'active', 'delayed', 'failed'] as const) total[state] += counts[state] ?? 0;
    }
    return total;
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private queue(name: QueueName): BullQueue {
    const queue = this.queues.get(name);
    if (!queue) throw new Error(`No queue ${name}`);
    return queue;
  }
}

function openQueue(name: QueueName, backend: QueueBackend, logger: Logger): BullQueue {
  // Nobody reads BullMQ's event stream here; a short one costs less to trim.
  const options = { connection: backend.connection, streams: { events: { maxLen: 100 } }, ...(backend.prefix === '' ? {} : { prefix: backend.prefix }) };
  const queue: BullQueue = new Queue(name, options, backend.factory);
  queue.on('error', (error) => logger.warn({ reason: error.message, queue: name }, 'The queue reported an error'));
  return queue;
}

function optionsOf(route: Pick<JobRoute, 'attempts'>) {
  return {
    attempts: route.attempts,
    backoff: { type: 'exponential', delay: firstBackoffMs, jitter: 0.2 },
    removeOnComplete: { age: keepCompletedSeconds },
    removeOnFail: { age: keepFailedSeconds },
    stackTraceLimit: 3,
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { UnrecoverableError, WaitingError, Worker } from 'bullmq';
import type { IQueueBackend, Job, JobProgress } from 'bullmq';
import * as z from 'zod';
import { newId } from '../ids/new-id.js';
import type { Logger } from '../log/logger.js';
import { withTrace } from '../log/trace.js';
import { queueNames } from '../outbox/job.js';
import type { QueueName } from '../outbox/job.js';
import type { HandlerRegistry, JobContext, JobRoute } from './handler-registry.js';
import type { JobData } from './job-queues.js';
import type { QueueBackend } from './queue-backend.js';

type BullJob = Job<JobData, void>;
type BullWorker = Worker<JobData, void, string, IQueueBackend, JobProgress, unknown>;

/**
 * A killed process holds its jobs until their lock ends; a sweep marks them and the next one takes them back. So a job comes
 * back at most 6 + 2 x 2 s after the kill. The lock is renewed every 3 s, so a handler must not block the event loop that long.
 */
const lockMs = 6_000;
const sweepMs = 2_000;
/** How often a job may lose its worker before it counts as the killer itself. */
const maxStalledCount = 10;

export interface JobRunnerOptions {
  readonly backend: QueueBackend;
  readonly registry: HandlerRegistry;
  readonly logger: Logger;
  /** Jobs side by side in this process, a queue. */
  readonly concurrency: Readonly<Record<QueueName, number>>;
}

const reasonToStop = 'The worker stops';

/** Fetches jobs and calls their handlers. */
export class JobRunner {
  private workers: BullWorker[] = [];
  private stopping: Promise<void> | undefined;

  constructor(private readonly options: JobRunnerOptions) {}

  /** Begins to fetch jobs. */
  async start(): Promise<void> {
    this.workers = queueNames.map((name) => this.openWorker(name));
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  /**
   * Stops fetching, lets running jobs finish for `patienceMs`, then gives the rest back to the queue, where another worker
   * (or this one, started again) finds them at once.
   */
  stop(patienceMs = 2_000): Promise<void> {
    this.stopping ??= this.finish(patienceMs);
    return this.stopping;
  }

  private async finish(patienceMs: number): Promise<void> {
    const closed = Promise.all(this.workers.map((worker) => worker.close())).then(() => true);
    if (await Promise.race([closed, sleep(patienceMs, false, { ref: false })])) return;
    for (const worker of this.workers) worker.cancelAllJobs(reasonToStop);
    await closed;
  }

  private openWorker(name: QueueName): BullWorker {
    const { backend, concurrency, logger } = this.options;
    const worker: BullWorker = new Worker(
      name,
      // Three parameters: BullMQ makes the signal only for a processor that declares it.
      (job: BullJob, token: string | undefined, signal: AbortSignal | undefined) => this.process(name, job, token ?? '', signal),
      {
        connection: backend.connection,
        ...(backend.prefix === '' ? {} : { prefix: backend.prefix }),
        concurrency: concurrency[name],
        lockDuration: lockMs,
        stalledInterval: sweepMs,
        maxStalledCount,
        // A new job wakes the worker by itself; this is the slow poll behind that.
        drainDelay: 30,
        runRetryDelay: 1_000,
      },
      backend.factory,
    );
    worker.on('error', (error) => logger.warn({ reason: error.message, queue: name }, 'The queue reported an error'));
    worker.on('stalled', (id) => logger.warn({ queue: name, id }, 'A job lost its worker and waits again'));
    // Another worker may have it already: whoever goes on here could only do it twice.
    worker.on('lockRenewalFailed', (ids) => {
      for (const id of ids) worker.cancelJob(id, 'The job was lost to another worker');
    });
    return worker;
  }

  private async process(queue: QueueName, job: BullJob, token: string, signal = new AbortController().signal): Promise<void> {
    const { others = [], ...first } = job.data;
    const faults: Error[] = [];
    for (const data of [first, ...others]) {
      const fault = signal.aborted ? new Error(String(signal.reason)) : await this.processOne(queue, job, data, signal);
      if (fault === undefined) continue;
      if (signal.reason === reasonToStop) {
        await job.moveToWait(token);
        throw new WaitingError();
      }
      faults.push(fault);
    }
    // One that may work later is worth a run of all; one that never will is not.
    const fault = faults.find((each) => !(each instanceof UnrecoverableError)) ?? faults[0];
    if (fault !== undefined) throw fault;
  }

  /** Runs one payload under its own trace and writes its line. @returns what it failed with */
  private processOne(queue: QueueName, job: BullJob, data: JobData, signal: AbortSignal): Promise<Error | undefined> {
    const traceId = data.traceId ?? newId();
    return withTrace(traceId, async () => {
      const line = { job: job.name, queue, id: job.id, attempt: job.attemptsMade + 1 };
      const begun = performance.now();
      const ms = () => Math.round((performance.now() - begun) * 10) / 10;
      const lastAttempt = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
      try {
        const route = this.options.registry.route(job.name);
        // An older release during a rolling deploy: a newer worker will know the job.
        if (!route) throw new Error('No handler in this release');
        await this.run(route, data.payload, { attempt: line.attempt, lastAttempt, signal, traceId, progress: (percent) => job.updateProgress(percent) });
        this.options.logger.info({ ...line, ms: ms(), outcome: 'done' }, 'job');
        return undefined;
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        if (signal.aborted && signal.reason === reasonToStop) {
          this.options.logger.info({ ...line, ms: ms(), outcome: 'given back' }, 'job');
          return error;
        }
        const final = lastAttempt || error instanceof UnrecoverableError;
        this.options.logger[final ? 'error' : 'warn']({ ...line, ms: ms(), outcome: final ? 'failed' : 'will retry', err: error }, 'job');
        return error;
      }
    });
  }

  private async run(route: JobRoute, raw: unknown, context: JobContext): Promise<void> {
    const payload = route.payload.safeParse(raw);
    // Trying again would not change the payload.
    if (!payload.success) throw new UnrecoverableError(`The payload does not fit: ${z.prettifyError(payload.error)}`);
    // A handler that ignores the signal must not keep the job from going back; this process is about to end.
    await Promise.race([route.handle(payload.data, context), aborted(context.signal)]);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(new Error(String(signal.reason)));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

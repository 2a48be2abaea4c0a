import type * as z from 'zod';
import type { EventDefinition, JobDefinition, QueueName } from '../outbox/job.js';

/** What a handler knows about its run besides the payload. */
export interface JobContext {
  /** 1 for the first try; a run that a crash cut short does not count. */
  readonly attempt: number;
  /** True when a failure now is final. */
  readonly lastAttempt: boolean;
  /** Aborted when the process stops or the job was lost to another worker: end early, clean up, throw. */
  readonly signal: AbortSignal;
  /** Of the request that caused the job; log lines carry it by themselves. */
  readonly traceId: string;
  /** Notes how far the job is, in percent, for whoever looks at the queue. */
  progress(percent: number): Promise<void>;
}

/** Everything comes twice: a handler that runs again, also after half a run, must end in the same state. */
export type JobHandler<Payload> = (payload: Payload, context: JobContext) => Promise<void>;

/** How the queue calls one handler: of a job, or of one subscription to an event. */
export interface JobRoute {
  /** The job's name, or the subscriber's; unique among both. */
  readonly name: string;
  readonly queue: QueueName;
  readonly attempts: number;
  /** How many may travel as one job of the queue; absent: one. */
  readonly together?: number;
  readonly payload: z.ZodType;
  readonly handle: JobHandler<unknown>;
}

/** Who takes which job and who listens to which event, in this process. */
export class HandlerRegistry {
  private readonly routes = new Map<string, JobRoute>();
  private readonly subscribers = new Map<string, JobRoute[]>();

  /** @throws when the job has a handler already */
  handles<Payload>(job: JobDefinition<Payload>, handle: JobHandler<Payload>): void {
    this.add({ name: job.name, queue: job.queue, attempts: job.attempts, together: job.together, payload: job.payload, handle: handle as JobHandler<unknown> });
  }

  /**
   * Subscribes to an event.
   * @param name `feature.what-the-subscriber-does`; it names the subscription in the queue, so keep it when code moves
   * @throws when the name is taken
   */
  on<Payload>(event: EventDefinition<Payload>, name: string, handle: JobHandler<Payload>, options: { queue?: QueueName; attempts?: number } = {}): void {
    const route: JobRoute = { name, queue: options.queue ?? 'quick', attempts: options.attempts ?? 8, payload: event.payload, handle: handle as JobHandler<unknown> };
    this.add(route);
    this.subscribers.set(event.name, [...(this.subscribers.get(event.name) ?? []), route]);
  }

  /** The handler of a job or subscription. */
  route(name: string): JobRoute | undefined {
    return this.routes.get(name);
  }

  /** The subscriptions to an event; none is fine. */
  subscribersOf(eventName: string): readonly JobRoute[] {
    return this.subscribers.get(eventName) ?? [];
  }

  /** Names of all jobs and subscriptions. */
  names(): readonly string[] {
    return [...this.routes.keys()];
  }

  /** @throws naming every defined job that nobody handles */
  assertComplete(jobs: readonly JobDefinition[]): void {
    const orphans = jobs.filter((job) => !this.routes.has(job.name)).map((job) => job.name);
    if (orphans.length > 0) throw new Error(`No handler for: ${orphans.join(', ')}`);
  }

  private add(route: JobRoute): void {
    if (this.routes.has(route.name)) throw new Error(`Two handlers are called ${route.name}`);
    this.routes.set(route.name, route);
  }
}

import type * as z from 'zod';

/** A command for the worker, with exactly one handler. Payloads carry ids, not data. */
export interface JobDefinition<Payload = unknown> {
  readonly kind: 'job';
  /** `feature.command-in-imperative`, for example `quizzes.grade-attempt`. */
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** Tries before the job is left as failed; default 8. */
  readonly attempts: number;
  /** Jobs of one queue run side by side up to its limit; heavy work keeps out of the way of quick work. */
  readonly queue: QueueName;
  /**
   * How many of them, asked for at about the same time, may travel as one job of the queue; default 1. For crowds of quick ones,
   * where the queue costs more than the work. The handler still gets them one by one; when one fails, all of them run again.
   */
  readonly together: number;
}

/** Something that happened, to which any number of later features may subscribe. */
export interface EventDefinition<Payload = unknown> {
  readonly kind: 'event';
  /** `feature.past-tense`, for example `quizzes.attempt-graded`. */
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
}

/** `quick`: milliseconds (grading, inbox). `documents`: certificates. `media`: minutes (transcoding). */
export type QueueName = 'quick' | 'documents' | 'media';

export const queueNames: readonly QueueName[] = ['quick', 'documents', 'media'];

const definedJobs = new Map<string, JobDefinition>();

/** Defines a job; the worker does not boot unless exactly one handler takes it. */
export function defineJob<Payload>(definition: {
  name: string;
  payload: z.ZodType<Payload>;
  attempts?: number;
  queue?: QueueName;
  together?: number;
}): JobDefinition<Payload> {
  if (definedJobs.has(definition.name)) throw new Error(`Job ${definition.name} is defined twice`);
  const job: JobDefinition<Payload> = { kind: 'job', attempts: 8, queue: 'quick', together: 1, ...definition };
  definedJobs.set(job.name, job as JobDefinition);
  return job;
}

export function defineEvent<Payload>(definition: { name: string; payload: z.ZodType<Payload> }): EventDefinition<Payload> {
  return { kind: 'event', ...definition };
}

/** Every job that loaded code defines. */
export function allJobs(): readonly JobDefinition[] {
  return [...definedJobs.values()];
}

import type { JobDefinition } from '../outbox/job.js';

/** A job that runs by the calendar. The worker registers all of them at boot and forgets those that are no longer defined. */
export interface ScheduleDefinition {
  readonly job: JobDefinition<Record<string, never>>;
  /** Cron with five fields, or six with seconds first. */
  readonly pattern: string;
  /** IANA time zone in which the pattern is read. */
  readonly timeZone: string;
}

const definedSchedules = new Map<string, ScheduleDefinition>();

/** Lets a job without payload run by a cron pattern; in Jakarta's time unless told otherwise. */
export function defineSchedule(schedule: { job: JobDefinition<Record<string, never>>; pattern: string; timeZone?: string }): ScheduleDefinition {
  if (definedSchedules.has(schedule.job.name)) throw new Error(`Job ${schedule.job.name} has two schedules`);
  const defined = { timeZone: 'Asia/Jakarta', ...schedule };
  definedSchedules.set(schedule.job.name, defined);
  return defined;
}

/** Every schedule that loaded code defines. */
export function allSchedules(): readonly ScheduleDefinition[] {
  return [...definedSchedules.values()];
}

import { Clock } from '@pamong/platform/clock/clock';

/**
 * A clock that the seed sets, so that the services themselves write a past: a course published three months ago,
 * a quiz taken last week. It never runs ahead of the day on which the demo is made.
 */
export class StoryClock extends Clock {
  private current: Date;

  constructor(
    /** The moment of the first run; every date of the demo is relative to it. */
    readonly today: Date,
  ) {
    super();
    this.current = today;
  }

  now(): Date {
    return this.current;
  }

  set(moment: Date): void {
    this.current = new Date(Math.min(moment.getTime(), this.today.getTime()));
  }

  /** Sets the clock to `days` before today, at `hour` in UTC. */
  setDaysAgo(days: number, hour = 2): void {
    const moment = new Date(this.today.getTime() - days * 86_400_000);
    moment.setUTCHours(hour, 0, 0, 0);
    this.set(moment);
  }

  advanceSeconds(seconds: number): void {
    this.set(new Date(this.current.getTime() + seconds * 1000));
  }

  /**
   * A point of the counted year so far.
   * @param startsOn first day of the year that counts, `YYYY-MM-DD`
   * @param at 0 is that first day, 1 is today
   */
  within(startsOn: string, at: number): Date {
    const start = Date.parse(`${startsOn}T03:00:00Z`);
    return new Date(start + Math.max(0, this.today.getTime() - start) * at);
  }
}

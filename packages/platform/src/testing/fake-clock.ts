import { Clock } from '../clock/clock.js';

/** A clock that stands until a test moves it. */
export class FakeClock extends Clock {
  private current: number;

  /** @param start a date or an ISO string with its zone */
  constructor(start: Date | string = '2026-11-23T02:00:00Z') {
    super();
    this.current = new Date(start).getTime();
  }

  override now(): Date {
    return new Date(this.current);
  }

  set(moment: Date | string): void {
    this.current = new Date(moment).getTime();
  }

  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number; milliseconds?: number }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 } = by;
    this.current += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
  }
}

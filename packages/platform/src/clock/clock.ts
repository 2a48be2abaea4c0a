/**
 * The only source of the present moment. Services take it by injection so that tests can set the time
 * and so that a rule never depends on the machine's zone.
 */
export abstract class Clock {
  abstract now(): Date;
}

/** The machine's own clock, used everywhere but in tests. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A started service: how to learn that it ended. */
export interface Running {
  /** Settles when it has ended, asked or not, with how: "exit code 1", "SIGKILL". */
  readonly ended: Promise<string>;
}

/** Something that the supervisor keeps running: a process of ours, or the database. */
export interface Service {
  /** As people know it: "API", "worker", "PostgreSQL". */
  readonly name: string;
  /**
   * Starts it; settles when it serves.
   * @throws Error with how it ended, when it ended before it served
   */
  start(): Promise<Running>;
  /** Its last lines of output, oldest first. */
  lastLines(): readonly string[];
  /** Asks it to stop and, when that takes longer than it may, makes it. */
  stop(): Promise<void>;
}

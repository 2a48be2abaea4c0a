import type { BenchBed } from './bench-bed.js';

/** What one generated visitor carries into the load process; must survive JSON. */
export type Visitor = Readonly<Record<string, string | number | readonly string[]>>;

export interface HttpAnswer {
  readonly status: number;
  /** The parsed JSON, or undefined for an empty or another answer. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** One kept-alive connection of a visitor; every request is timed. */
export interface Connection {
  /**
   * Sends a request and reads the whole answer.
   * @throws Error when the answer is not one of `expect` (default: any 2xx), which counts as an error of the journey
   */
  send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, options?: SendOptions): Promise<HttpAnswer>;
}

export interface SendOptions {
  readonly body?: unknown;
  /** Bytes to send as they are, instead of JSON. */
  readonly raw?: Buffer;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly expect?: readonly number[];
}

/**
 * Something people do, as the load process does it over and over. To add one: a file in `journeys/`, and its line in `all-journeys.ts`.
 */
export interface Journey {
  readonly name: string;
  /** One line for the table's reader. */
  readonly summary: string;
  /** Visitors at once; default 8, one connection each. */
  readonly connections?: number;
  /**
   * Makes the people and things the journey needs.
   * @returns one entry a visitor; each connection takes its share of them, one visit each, and begins again at the end
   */
  prepare(bed: BenchBed): Promise<readonly Visitor[]>;
  /** One visit. `turn` counts the visits of this visitor from 0. Waiting inside is part of the visit. */
  visit(connection: Connection, visitor: Visitor, turn: number): Promise<void>;
  /** True when a visitor can visit once only, so the run ends when all have. */
  readonly once?: boolean;
}

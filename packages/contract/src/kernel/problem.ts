import type { ErrorCode } from '../all-errors.js';

/** Values a sentence about the problem may name: counts, minutes, titles. Never secrets. */
export type ProblemParams = Readonly<Record<string, string | number | boolean>>;

/** The one exception of the domain: a code that every client has a sentence for, and the values in that sentence. */
export class Problem extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: ProblemParams = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
}

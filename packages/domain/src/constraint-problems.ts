import { Problem } from '@pamong/contract/kernel/problem';
import type { ErrorCode } from '@pamong/contract/all-errors';
import { violatedConstraint } from '@pamong/platform/database/database';

const codes = new Map<string, ErrorCode>();

/**
 * Says what a violated constraint means to people. Features call it beside the repository that may violate it,
 * instead of asking the database beforehand.
 */
export function explainConstraints(meanings: Readonly<Record<string, ErrorCode>>): void {
  for (const [constraint, code] of Object.entries(meanings)) codes.set(constraint, code);
}

/** The problem behind a database error, if its constraint was explained. */
export function problemOfConstraint(error: unknown): Problem | null {
  const code = codes.get(violatedConstraint(error) ?? '');
  return code === undefined ? null : new Problem(code);
}

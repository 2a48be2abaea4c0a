/** What is known of a finished attempt. */
export interface PastAttempt {
  readonly submittedAt: Date | null;
  readonly passed: boolean | null;
}

export interface AttemptLimits {
  /** Null: as many as one likes. */
  readonly maxAttempts: number | null;
  readonly retryAfterMinutes: number;
}

export type Blocked = { readonly code: 'QUIZ_ATTEMPTS_USED' | 'QUIZ_PAUSE'; readonly until: Date | null };

/** Why a learner may not start another attempt now, or null when they may. */
export function blockedBy(past: readonly PastAttempt[], limits: AttemptLimits, now: Date): Blocked | null {
  if (limits.maxAttempts !== null && past.length >= limits.maxAttempts) return { code: 'QUIZ_ATTEMPTS_USED', until: null };
  // After a pass one may try again for a better score without waiting.
  if (past.some((attempt) => attempt.passed === true)) return null;
  const last = Math.max(0, ...past.map((attempt) => attempt.submittedAt?.getTime() ?? 0));
  const until = new Date(last + limits.retryAfterMinutes * 60_000);
  return last > 0 && until > now ? { code: 'QUIZ_PAUSE', until } : null;
}

/**
 * May the key and the explanations be shown? After a pass, or when no attempt is left to which they would help.
 */
export function keyIsOpen(past: readonly PastAttempt[], limits: AttemptLimits): boolean {
  if (past.some((attempt) => attempt.submittedAt === null)) return false;
  return past.some((attempt) => attempt.passed === true) || (limits.maxAttempts !== null && past.length >= limits.maxAttempts);
}

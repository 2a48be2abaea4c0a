import type { Reader } from '../database/database.js';

/** PostgreSQL channel that carries live messages between processes. */
export const liveChannel = 'pamong_live';

/**
 * A message for the open pages of one person. It is a hint, never the only copy: a page that missed it
 * reads the same state from its route. At most 7,900 bytes, the limit of NOTIFY.
 */
export interface LiveMessage {
  readonly personId: string;
  /** `feature.topic`, for example `quizzes.attempt-graded`. */
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Sends live messages; delivered by PostgreSQL when (and only if) the transaction commits. */
export class Live {
  async send(reader: Reader, message: LiveMessage): Promise<void> {
    await reader.query('select pg_notify($1, $2)', [liveChannel, JSON.stringify(message)]);
  }
}

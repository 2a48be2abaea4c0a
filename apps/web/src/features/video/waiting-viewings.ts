import { ApiProblem } from '@pamong/contract/client';
import { api } from '../../shared/api/client.js';

/** What a viewing has played and the server has not confirmed. */
interface Waiting {
  readonly lessonId: string;
  readonly positionMs: number;
  readonly intervals: readonly (readonly [number, number])[];
}

const prefix = 'pamong.watch.';

/** Keeps a report in the browser until the server has it; where storage is closed it lasts as long as the page. */
export function rememberViewing(viewingId: string, waiting: Waiting): void {
  try {
    localStorage.setItem(prefix + viewingId, JSON.stringify(waiting));
  } catch {
    // Full or closed: the page itself still repeats its reports.
  }
}

export function forgetViewing(viewingId: string): void {
  try {
    localStorage.removeItem(prefix + viewingId);
  } catch {
    // Then there was nothing to forget.
  }
}

/**
 * Tells the server what earlier pages on this device could not: closed without a network, killed, reloaded.
 * Reports are idempotent, so nobody has to know whether the last one arrived.
 */
export async function sendWaiting(): Promise<void> {
  for (const [viewingId, waiting] of listWaiting()) {
    try {
      await api.video.watch({ params: { viewingId }, body: { intervals: waiting.intervals.map(([from, until]): [number, number] => [from, until]), positionMs: waiting.positionMs } });
      forgetViewing(viewingId);
    } catch (error) {
      // Refused for good (somebody else's, or gone): keeping it would repeat it for ever.
      if (error instanceof ApiProblem && error.problem.status < 500 && error.code !== 'SIGN_IN_REQUIRED') forgetViewing(viewingId);
    }
  }
}

function listWaiting(): [string, Waiting][] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => [key.slice(prefix.length), JSON.parse(localStorage.getItem(key) ?? '') as Waiting]);
  } catch {
    return [];
  }
}

import { ApiProblem } from '@pamong/contract/client';
import { api } from '../../shared/api/client.js';

/** What a viewing has played and the server has not confirmed. */
interface Waiting {
  readonly lessonId: string;
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number;
  readonly positionMs: number;
  readonly intervals: readonly (readonly [number, number])[];
}

const prefix = 'pamong.watch.';
const keepUnknownMs = 14 * 86_400_000;

/** Keeps a report in the browser until the server has it; where storage is closed it lasts as long as the page. */
export function rememberViewing(viewingId: string, waiting: Omit<Waiting, 'at'>): void {
  try {
    localStorage.setItem(prefix + viewingId, JSON.stringify({ ...waiting, at: Date.now() } satisfies Waiting));
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
      // On a shared computer it may be the report of whoever signs in next; it waits for them, but not for ever.
      const unknown = error instanceof ApiProblem && error.code === 'VIEWING_UNKNOWN' && Date.now() - waiting.at > keepUnknownMs;
      const refused = error instanceof ApiProblem && error.code === 'INPUT_INVALID';
      if (unknown || refused) forgetViewing(viewingId);
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

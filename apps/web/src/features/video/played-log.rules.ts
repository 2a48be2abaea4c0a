/** `[from, until)` in milliseconds of the recording, or in whole seconds where it says so. */
export type Span = readonly [from: number, until: number];

/** Jumps up to this are the slack between two reports of a player; a longer one is a seek. */
const slackMs = 900;
/** What the server takes in one report. */
const maxSpans = 400;

/**
 * What this device has played of a recording in one viewing. It forgets nothing until the server has confirmed it, so a beat
 * that was lost is repeated by the next one, and a page that comes back online tells everything.
 */
export class PlayedLog {
  private last: { position: number; at: number } | null = null;

  constructor(private spans: Span[] = []) {}

  /**
   * The player stands at `position` while it plays.
   * @param now any clock that only goes forward, in milliseconds
   * @param rate playback speed
   */
  tick(position: number, now: number, rate: number): void {
    const last = this.last;
    this.last = { position, at: now };
    if (!last) return;
    const moved = position - last.position;
    // Only what could have been played in the time that passed: everything else was a jump.
    if (moved > 0 && moved <= (now - last.at) * rate + slackMs) this.spans = merge([...this.spans, [Math.round(last.position), Math.round(position)]]);
  }

  /** The player has stopped or jumped: what comes next begins a new stretch. */
  pause(): void {
    this.last = null;
  }

  /** What the server does not know yet: every stretch with a second that it has not confirmed. */
  unconfirmed(confirmed: readonly Span[], length: number): [number, number][] {
    const open = this.spans.filter(([from, until]) => {
      // A second counts by half: the edges that were hardly touched need no confirmation.
      const first = Math.floor((from + 500) / 1_000);
      const last = Math.min(length, Math.floor((until + 500) / 1_000));
      return last > first && !confirmed.some(([a, b]) => a <= first && last <= b);
    });
    return open.slice(0, maxSpans).map(([from, until]) => [from, until]);
  }

  get all(): readonly Span[] {
    return this.spans;
  }
}

/** Ordered spans without overlaps; those that touch become one. */
export function merge(spans: readonly Span[]): Span[] {
  const merged: [number, number][] = [];
  for (const [from, until] of spans.filter((span) => span[1] > span[0]).toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], until);
    else merged.push([from, until]);
  }
  return merged;
}

/** What lies between the spans, in whole seconds: the parts that were not watched. */
export function gaps(watched: readonly Span[], length: number): [number, number][] {
  const missing: [number, number][] = [];
  let at = 0;
  for (const [from, until] of merge(watched)) {
    if (from > at) missing.push([at, from]);
    at = Math.max(at, until);
  }
  if (at < length) missing.push([at, length]);
  return missing;
}

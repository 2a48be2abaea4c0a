/** `[from, until)`, in milliseconds of a recording where it was played, in whole seconds where it counts. */
export type Span = readonly [from: number, until: number];

/**
 * The whole seconds of which at least half was played, as ordered spans that do not touch.
 * @param intervals what was played, in milliseconds; in any order, overlapping or not
 * @param length seconds that the recording has; what lies behind is dropped
 */
export function secondsPlayed(intervals: readonly Span[], length: number): Span[] {
  const whole: Span[] = [];
  // Milliseconds played of seconds at the edges of an interval; two intervals may share one.
  const edges = new Map<number, number>();
  for (const [from, until] of merge(intervals)) {
    const end = Math.min(until, length * 1_000);
    const first = Math.ceil(from / 1_000);
    const last = Math.floor(end / 1_000);
    if (last > first) whole.push([first, last]);
    // One second holds both ends, or the head belongs to the second before the first whole one and the tail to the last.
    if (Math.floor(from / 1_000) === Math.floor(end / 1_000)) add(edges, Math.floor(from / 1_000), end - from);
    else {
      add(edges, first - 1, first * 1_000 - from);
      add(edges, last, end - last * 1_000);
    }
  }
  const halves = [...edges].filter(([second, played]) => played >= 500 && second < length).map(([second]): Span => [second, second + 1]);
  return merge([...whole, ...halves]);
}

/** Ordered spans without overlaps; those that touch become one; empty and inverted ones vanish. */
export function merge(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(([from, until]) => until > from).toSorted((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, until] of sorted) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], until);
    else merged.push([from, until]);
  }
  return merged;
}

/** Seconds in spans that do not overlap. */
export const sizeOf = (spans: readonly Span[]): number => spans.reduce((sum, [from, until]) => sum + until - from, 0);

/** PostgreSQL's text of an `int4multirange`. */
export const toMultirange = (spans: readonly Span[]): string => `{${spans.map(([from, until]) => `[${from},${until})`).join(',')}}`;

/** Reads PostgreSQL's text of an `int4multirange`. */
export function fromMultirange(text: string): [number, number][] {
  return [...text.matchAll(/\[(\d+),(\d+)\)/g)].map((found) => [Number(found[1]), Number(found[2])]);
}

/** Whole seconds that a recording of this duration has. */
export const lengthOf = (seconds: number): number => Math.max(1, Math.round(seconds));

/** Seconds that complete a lesson at this threshold (0 to 1). */
export const neededOf = (length: number, threshold: number): number => Math.max(1, Math.ceil(length * threshold - 1e-9));

function add(edges: Map<number, number>, second: number, milliseconds: number): void {
  if (milliseconds > 0) edges.set(second, (edges.get(second) ?? 0) + milliseconds);
}

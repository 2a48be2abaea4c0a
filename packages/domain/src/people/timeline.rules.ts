import { addDays } from '@pamong/platform/clock/days';

/** A value that holds from one day to another, both included; without a last day it still holds. */
export interface Span<V> {
  /** Absent while it is not stored. */
  readonly id?: string;
  readonly value: V;
  readonly from: string;
  readonly until: string | null;
}

/** What must be written so that the stored spans become the wanted ones; in this order no two ever overlap. */
export interface TimelineChange<V> {
  readonly removed: readonly string[];
  readonly moved: readonly { readonly id: string; readonly from: string; readonly until: string | null }[];
  readonly added: readonly Span<V>[];
}

/**
 * Lets `value` hold from a day on, for good; whatever was planned from that day on is replaced. Placing the value that holds
 * already changes nothing, and placing the one before again joins both spans to one.
 * @param value null where nothing holds any more
 */
export function placeFrom<V>(spans: readonly Span<V>[], value: V | null, from: string, same: (a: V, b: V) => boolean): Span<V>[] {
  const before: Span<V>[] = [];
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (span.from >= from) continue;
    const reaches = span.until === null || span.until >= from;
    before.push(reaches ? { ...span, until: addDays(from, -1) } : span);
  }
  if (value === null) return before;
  const last = before.at(-1);
  if (last !== undefined && last.until === addDays(from, -1) && same(last.value, value)) return [...before.slice(0, -1), { ...last, until: null }];
  return [...before, { value, from, until: null }];
}

/** The span that holds on a day. */
export function spanOn<V>(spans: readonly Span<V>[], day: string): Span<V> | null {
  return spans.find((span) => span.from <= day && (span.until === null || span.until >= day)) ?? null;
}

/** The way from the stored spans to the wanted ones. */
export function differenceOf<V>(stored: readonly Span<V>[], wanted: readonly Span<V>[]): TimelineChange<V> {
  const kept = new Map(wanted.filter((span) => span.id !== undefined).map((span) => [span.id, span]));
  const removed: string[] = [];
  const moved: { id: string; from: string; until: string | null }[] = [];
  for (const span of stored) {
    if (span.id === undefined) continue;
    const now = kept.get(span.id);
    if (now === undefined) removed.push(span.id);
    else if (now.from !== span.from || now.until !== span.until) moved.push({ id: span.id, from: now.from, until: now.until });
  }
  return { removed, moved, added: wanted.filter((span) => span.id === undefined) };
}

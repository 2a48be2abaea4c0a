import { addDays } from '@pamong/platform/clock/days';
import type { PersonNumberEntity } from './person-number.entity.js';
import type { Span } from './timeline.rules.js';

const forever = '9999-12-31';

/** The parts of these spans on days of which the others say nothing: on days that both know, the record that stays is right. */
export function outside<V>(spans: readonly Span<V>[], taken: readonly Span<unknown>[]): Span<V>[] {
  return spans.flatMap((span) => {
    let pieces = [{ from: span.from, until: span.until ?? forever }];
    for (const other of taken) {
      const until = other.until ?? forever;
      pieces = pieces.flatMap((piece) => {
        if (other.from > piece.until || until < piece.from) return [piece];
        const before = piece.from < other.from ? [{ from: piece.from, until: addDays(other.from, -1) }] : [];
        return until < piece.until ? [...before, { from: addDays(until, 1), until: piece.until }] : before;
      });
    }
    return pieces.map(({ from, until }) => ({ value: span.value, from, until: until === forever ? null : until }));
  });
}

type NumberRow = Pick<PersonNumberEntity, 'id' | 'kind' | 'number' | 'validFrom' | 'validUntil'>;

/** What becomes of the numbers of the record that goes. */
export interface NumberPlan {
  readonly moved: readonly { readonly id: string; readonly number: string; readonly validUntil: string | null }[];
  /** The other record had them too. */
  readonly dropped: readonly string[];
}

/** The number that somebody holds now; a nine-digit one never counts as that. */
export function currentNumber<N extends Pick<NumberRow, 'kind' | 'validUntil' | 'validFrom'>>(numbers: readonly N[]): N | null {
  return numbers.filter((one) => one.validUntil === null && one.kind !== 'NIP_OLD').toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null;
}

/** Two numbers of one kind that both hold today: that is two people, or a number typed wrong. */
export function numbersClash(kept: readonly NumberRow[], gone: readonly NumberRow[]): boolean {
  const [one, other] = [currentNumber(kept), currentNumber(gone)];
  return one !== null && other !== null && one.kind === other.kind && one.number !== other.number;
}

/** All numbers come along; the one that held today ends before the one that stays, or yesterday. */
export function planNumbers(kept: readonly NumberRow[], gone: readonly NumberRow[], today: string): NumberPlan {
  const current = currentNumber(kept);
  const known = new Set(kept.map((one) => one.number));
  return {
    dropped: gone.filter((one) => known.has(one.number)).map((one) => one.id),
    moved: gone.filter((one) => !known.has(one.number)).map(({ id, kind, number, validFrom, validUntil }) => {
      if (current === null || validUntil !== null || kind === 'NIP_OLD') return { id, number, validUntil };
      const last = addDays(current.validFrom < today ? current.validFrom : today, -1);
      return { id, number, validUntil: last < validFrom ? validFrom : last };
    }),
  };
}

/** The words of a name without accents, signs and capitals, in one order. */
export function nameWords(name: string): string[] {
  const plain = name.normalize('NFD').replace(/[\u0300-\u036f'’`]/g, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '').toSorted();
}

/** Can these be two spellings of one name? Every word of the shorter one stands in the longer one, with a word of at least three letters among them. */
export function namesAgree(one: string, other: string): boolean {
  const [short = [], long = []] = [nameWords(one), nameWords(other)].toSorted((a, b) => a.length - b.length);
  return short.some((word) => word.length >= 3) && short.every((word) => long.includes(word));
}

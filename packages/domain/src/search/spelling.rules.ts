/** A word of the vocabulary that resembles what was typed. */
export interface Candidate {
  readonly word: string;
  readonly stem: string;
  /** In how many courses it stands. */
  readonly courses: number;
}

/** How many slips a word of this length may have: one letter too many, too few, wrong, or two in the wrong order. */
function slipsAllowed(length: number): number {
  if (length <= 3) return 0;
  if (length <= 5) return 1;
  return length <= 8 ? 2 : 3;
}

/** The word that was probably meant: with the fewest slips, then the most common; null when none is near. */
export function likelyMeant(typed: string, candidates: readonly Candidate[]): Candidate | null {
  const near = candidates
    .map((candidate) => ({ ...candidate, slips: slipsBetween(typed, candidate.word) }))
    .filter(({ slips }) => slips <= slipsAllowed(typed.length))
    .toSorted((a, b) => a.slips - b.slips || b.courses - a.courses || (a.word < b.word ? -1 : 1));
  return near[0] ?? null;
}

/** Damerau and Levenshtein's distance (optimal string alignment). */
export function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_unused, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + wrong);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** What stands between the slash and the cursor, in a text block that holds `before` up to there. */
export interface SlashQuery {
  readonly query: string;
  /** Characters from the slash to the cursor, the slash included. */
  readonly length: number;
}

/**
 * The search that a slash begins: at the start of a block or behind a space, and never longer than three words, so that
 * "dan/atau" or a path stays text.
 */
export function slashQuery(before: string): SlashQuery | null {
  const found = /(?:^|\s)\/((?:[\p{L}\p{N}]+ ?){0,3})$/u.exec(before);
  if (found === null) return null;
  const query = found[1] ?? '';
  return query.length > 24 ? null : { query: query.trim().toLowerCase(), length: query.length + 1 };
}

/** The entries that a search finds, those whose name begins with it first. Each has a name and more words. */
export function matching<Entry extends { readonly name: string; readonly words: string }>(entries: readonly Entry[], query: string): Entry[] {
  if (query === '') return [...entries];
  const rank = ({ name, words }: Entry): number => {
    const own = name.toLowerCase();
    if (own.startsWith(query)) return 0;
    const all = `${own} ${words.toLowerCase()}`.split(/[\s,]+/);
    return all.some((word) => word.startsWith(query)) || `${own} ${words.toLowerCase()}`.includes(` ${query}`) ? 1 : 2;
  };
  return entries.map((entry) => ({ entry, rank: rank(entry) })).filter(({ rank: found }) => found < 2).toSorted((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}

/** The first letter of a root melts into the nasal of me- and pe-: tulis, menulis, penulis. */
const melted: Readonly<Record<string, readonly string[]>> = { n: ['t', 'n'], m: ['p', 'm'], ng: ['k', ''], ny: ['s'] };
const nasals: Readonly<Record<string, string>> = { t: 'n', n: 'n', p: 'm', m: 'm', k: 'ng', s: 'ny' };

/**
 * Other forms of an Indonesian word that PostgreSQL's stemmer takes for other words: it cuts "menuliskan" down to "ulis" and
 * "tulisan" to "tulis". Not all of them exist; only those that the vocabulary knows are of use.
 */
export function formsOf(word: string): string[] {
  const roots = new Set<string>();
  for (const one of [word, word.replace(/^(?:di|ter)(?=.{4})/, '')]) {
    const [, nasal, rest] = /^(?:me|pe)(ng|ny|n|m)([aiueo].{2,})$/.exec(one) ?? [];
    if (nasal !== undefined && rest !== undefined) for (const letter of melted[nasal] ?? []) roots.add(letter + rest);
    else roots.add(one);
  }
  const bare = [...roots].flatMap((root) => [root, root.replace(/(?<=.{4})(?:kan|an|i|nya)$/, '')]);
  const forms = bare.flatMap((root) => {
    const nasal = /^[tnpmks][aiueo]/.test(root) ? nasals[root.charAt(0)] : undefined;
    return nasal === undefined ? [root] : [root, `me${nasal}${root.slice(1)}`];
  });
  return [...new Set(forms)].filter((form) => form !== word && form.length >= 3);
}

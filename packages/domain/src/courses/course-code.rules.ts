const fillers = new Set(['dan', 'di', 'ke', 'dari', 'untuk', 'yang', 'dengan', 'pada', 'bagi', 'oleh', 'atau', 'dalam', 'the', 'of', 'for', 'and', 'to']);

/**
 * A first code for a title: initials of its words and a number, for example `Keamanan Informasi untuk ASN` becomes `KIA-101`.
 * @param nth 0 for the first suggestion; each further one counts on, for codes that are taken
 */
export function suggestCode(title: string, nth: number): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9\s-]/g, '')
    .split(/[\s-]+/)
    .filter((word) => word !== '' && !fillers.has(word.toLowerCase()));
  const [only] = words;
  const initials = words.length > 1 ? words.slice(0, 5).map((word) => word[0]).join('') : (only ?? 'PEL').slice(0, 6);
  return `${initials.toUpperCase()}-${101 + nth}`;
}

import { wordsOf } from './search-text.rules.js';

/** What a person typed into the search box. */
export interface ParsedQuery {
  /** All of them are wanted. */
  readonly words: readonly string[];
  /** Within quotes: these words, one behind the other. */
  readonly phrases: readonly (readonly string[])[];
  /** With a minus before: a course that holds one of them is left out. */
  readonly without: readonly (readonly string[])[];
  /** The last word may not be finished yet. */
  readonly open: boolean;
}

/** A sentence fits; what is longer is cut. */
const mostWords = 24;

/** They stand in nearly every text, so they say nothing unless they stand in a phrase or alone. */
const fillers = new Set(
  'ada adalah agar akan anda apa atau bagi bagaimana dalam dan dapat dari dengan di harus hingga ini itu jika juga kami karena ke kepada kita lebih maka oleh pada para per saat saja saya sebagai secara serta setiap sudah telah tentang tersebut tidak untuk yaitu yang the and of to in for a an'.split(' '),
);

/** Reads a query as people know it: words, "quoted phrases" and -exclusions. Nothing else has a meaning, so nothing can be wrong in it. */
export function parseQuery(q: string): ParsedQuery {
  const words: string[] = [];
  const phrases: string[][] = [];
  const without: string[][] = [];
  let left = mostWords;
  for (const [, minus, quoted, bare] of q.matchAll(/(?<![\p{L}\p{N}])(-?)(?:["“”]([^"“”]*)["“”]?|([^\s"“”-][^\s"“”]*))|\S/gu)) {
    const found = wordsOf(quoted ?? bare ?? '').slice(0, left);
    if (found.length === 0) continue;
    left -= found.length;
    if (minus === '-') without.push(found);
    else if (quoted !== undefined && found.length > 1) phrases.push(found);
    else words.push(...found);
  }
  const telling = words.filter((word) => !fillers.has(word));
  const kept = telling.length > 0 || phrases.length > 0 ? telling : words;
  return { words: [...new Set(kept)], phrases, without, open: /[\p{L}\p{N}]$/u.test(q) && kept.at(-1) === wordsOf(q).at(-1) };
}

/**
 * A `tsquery` in text. It is made of letters, digits and our own operators only, whatever was typed.
 * @param words each with what may stand for it
 * @param all false: one of them is enough
 * @returns null when nothing is asked
 */
export function tsqueryOf(words: readonly (readonly string[])[], phrases: ParsedQuery['phrases'], all = true): string | null {
  const parts = [
    ...words.map((choices) => `(${choices.map(lexeme).join(' | ')})`),
    ...phrases.map((phrase) => `(${phrase.map(lexeme).join(' <-> ')})`),
  ];
  return parts.length === 0 ? null : parts.join(all ? ' & ' : ' | ');
}

function lexeme(word: string): string {
  return `'${word.replace(/[^\p{L}\p{N}]/gu, '')}'`;
}

import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';
import type { Candidate } from './spelling.rules.js';

/** Greater than every word that begins alike. */
const beyond = '\u{10ffff}';

/** Reads the vocabulary. Every method is told whose words count: everybody's, and the caller's agency's own. */
@Injectable()
export class SearchWordsRepository {
  /** The stem of each word in order, and whether any form of it stands in a text. What the vocabulary does not keep (numbers, short words) counts as known. */
  look(reader: Reader, scopes: readonly string[], words: readonly string[]): Promise<{ stem: string; known: boolean }[]> {
    return reader.query(
      `select search_stem(w.word) as stem,
         length(w.word) < 3 or length(w.word) > 40 or w.word ~ '^[0-9]+$'
           or exists (select from search_word v where v.stem = search_stem(w.word) and v.scope = any($1::uuid[])) as known
       from unnest($2::text[]) with ordinality w(word, n) order by w.n`,
      [scopes, words],
    );
  }

  /** Words that begin so, the most common first. */
  listBeginning(reader: Reader, scopes: readonly string[], beginning: string): Promise<{ word: string; stem: string }[]> {
    return reader.query(
      `select word, stem from search_word where scope = any($1::uuid[]) and word ~>=~ $2 and word ~<~ $3 order by courses desc, word limit 12`,
      [scopes, beginning, beginning + beyond],
    );
  }

  /** Words that share parts with this one; of short words, whose parts one slip breaks, all that begin with the same letter. */
  listSimilar(reader: Reader, scopes: readonly string[], word: string): Promise<Candidate[]> {
    return reader.query(
      word.length > 6
        ? `select word, stem, courses from search_word where scope = any($1::uuid[]) and word % $2 order by similarity(word, $2) desc, courses desc limit 40`
        : `select word, stem, courses from search_word where scope = any($1::uuid[]) and word ~>=~ left($2, 1) and word ~<~ (left($2, 1) || '${beyond}')
             and length(word) between length($2) - 2 and length($2) + 2 order by courses desc limit 2000`,
      [scopes, word],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '@pamong/platform/database/database';
import type { ParsedQuery } from './search-query.rules.js';
import { parseQuery, tsqueryOf } from './search-query.rules.js';
import { everybody } from './search-index.service.js';
import { SearchWordsRepository } from './search-words.repository.js';
import type { Searcher } from './search.repository.js';
import { likelyMeant } from './spelling.rules.js';
import { formsOf } from './word-forms.rules.js';

/** A query as it will be asked. */
export interface ReadQuery {
  readonly parsed: ParsedQuery;
  /** Texts with all of it; null when nothing is asked. */
  readonly all: string | null;
  /** Texts with any of it; also what is marked. */
  readonly any: string | null;
  /** Beginnings of the words that hits have. */
  readonly stems: readonly string[];
  /** The words that are searched for, where a slip of the pen was put right. */
  readonly corrected: string | null;
  /** Words that resemble those which no text has. */
  readonly similar: readonly string[];
}

/** What stands for one word of the query. */
interface Chosen {
  readonly words: readonly { readonly word: string; readonly stem: string }[];
  readonly meant: string;
}

/** Understands what was typed: finished and unfinished words, and slips of the pen. */
@Injectable()
export class QueryReadingService {
  constructor(
    private readonly db: Database,
    private readonly words: SearchWordsRepository,
  ) {}

  /**
   * @param how.exact words are taken as they were typed
   * @param how.typing the last word counts as a beginning even where it is a word
   */
  async read(searcher: Searcher, q: string, how: { readonly exact: boolean; readonly typing?: boolean }): Promise<ReadQuery> {
    const parsed = parseQuery(q);
    const scopes = searcher.agencyId === null ? [everybody] : [everybody, searcher.agencyId];
    const typed = [...new Set([...parsed.words, ...parsed.phrases.flat()])];
    const all = [...new Set([...typed, ...parsed.words.flatMap(formsOf)])];
    const looked = all.length === 0 ? [] : await this.words.look(this.db, scopes, all);
    const about = new Map(all.map((word, at) => [word, looked[at] ?? { stem: word, known: true }]));
    const similar: string[] = [];
    const chosen = await Promise.all(
      parsed.words.map(async (word, at): Promise<Chosen> => {
        const { known, stem } = about.get(word) ?? { known: true, stem: word };
        const own = { word, stem };
        const forms = formsOf(word).flatMap((form) => (about.get(form)?.known === true ? [{ word: form, stem: about.get(form)?.stem ?? form }] : []));
        const last = parsed.open && at === parsed.words.length - 1;
        const finished = last && (how.typing === true || !known) ? await this.words.listBeginning(this.db, scopes, word) : [];
        if (known || forms.length > 0 || finished.length > 0) return { words: [own, ...forms, ...finished], meant: word };
        const near = await this.words.listSimilar(this.db, scopes, word);
        const meant = likelyMeant(word, near);
        similar.push(...(meant === null ? near.slice(0, 3) : [meant]).map((one) => one.word));
        return meant === null || how.exact ? { words: [own], meant: word } : { words: [meant], meant: meant.word };
      }),
    );
    const corrected = chosen.some(({ meant }, at) => meant !== parsed.words[at]);
    const choices = chosen.map((one) => one.words.map(({ word }) => word));
    const stems = [...chosen.flatMap((one) => one.words.map(({ stem }) => stem)), ...parsed.phrases.flat().map((word) => about.get(word)?.stem ?? word)];
    return {
      parsed,
      all: tsqueryOf(choices, parsed.phrases),
      any: tsqueryOf(choices, parsed.phrases, false),
      stems: [...new Set(stems)].filter((stem) => stem.length > 1),
      corrected: corrected ? q.replace(/[\p{L}\p{N}]+/gu, (word) => replacement(word, parsed.words, chosen)) : null,
      similar,
    };
  }
}

/** What stands for a word of the query as it was typed; the rest of the query (quotes, minus) stays. */
function replacement(typed: string, words: readonly string[], chosen: readonly Chosen[]): string {
  const at = words.indexOf(typed.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
  const meant = chosen[at]?.meant;
  return meant === undefined || meant === words[at] ? typed : meant;
}

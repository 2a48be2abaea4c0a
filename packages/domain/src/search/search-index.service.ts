import { Injectable } from '@nestjs/common';
import type { CompiledCourse } from '@pamong/contract/course-content';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import type { SearchDocument } from './search-documents.rules.js';
import { courseDocument } from './search-documents.rules.js';
import { SearchIndexRepository } from './search-index.repository.js';
import { SearchSources } from './search-sources.js';
import { oneLine, vocabularyOf } from './search-text.rules.js';

/** Scope of the words that everybody may know. */
export const everybody = '00000000-0000-0000-0000-000000000000';

/** Enrolments may become visible a little later than their ids say; this much is left for the next count. */
const settledMs = 5 * 60_000;

/** Keeps what is searched equal to what is published. */
@Injectable()
export class SearchIndexService {
  constructor(
    private readonly db: Database,
    private readonly index: SearchIndexRepository,
    private readonly sources: SearchSources,
    private readonly clock: Clock,
  ) {}

  /** Makes a course's part anew from its published version, or removes it where there is none to find. Any number of times, in any order. */
  async indexCourse(courseId: string): Promise<void> {
    await this.db.tx(async (tx) => {
      await this.index.lock(tx, courseId);
      const before = (await this.index.findWords(tx, courseId)) ?? { scope: everybody, words: [] };
      const found = await this.index.findFindable(tx, courseId);
      if (found === null) {
        await this.index.remove(tx, courseId);
        await this.changeVocabulary(tx, before, { scope: before.scope, words: [] });
        return;
      }
      const documents = await this.documents(tx, found.outline, found.versionId);
      const after = { scope: found.visibility === 'public' ? everybody : found.agencyId, words: vocabularyOf(documents.flatMap(({ title, text }) => [title, text])) };
      await this.index.write(tx, found, after);
      await this.index.replaceDocuments(tx, courseId, documents);
      await this.changeVocabulary(tx, before, after);
    });
  }

  /** Adds who has taken a course since the last count. */
  async countTaken(): Promise<void> {
    const until = (this.clock.now().getTime() - settledMs).toString(16).padStart(12, '0');
    await this.db.tx((tx) => this.index.countTaken(tx, `${until.slice(0, 8)}-${until.slice(8)}-7fff-bfff-ffffffffffff`));
  }

  private async documents(reader: Reader, outline: CompiledCourse, versionId: string): Promise<SearchDocument[]> {
    const contents = new Map((await this.index.listContents(reader, versionId)).map(({ lessonId, content }) => [lessonId, content]));
    const documents = [courseDocument(outline)];
    for (const { id: lessonId, kind, title: given } of outline.modules.flatMap((module) => module.lessons)) {
      const title = oneLine(given);
      const passages = (await this.sources.find(kind)?.passages(reader, contents.get(lessonId))) ?? [];
      const [first, ...rest] = passages.filter(({ text }) => text !== '');
      // Only one is found by the title, too, and that one leads to the beginning.
      if (first?.second !== null) documents.push({ lessonId, kind, title, titled: true, text: '', second: null });
      if (first !== undefined) documents.push({ lessonId, kind, title, titled: first.second === null, ...first });
      documents.push(...rest.map((passage) => ({ lessonId, kind, title, titled: false, ...passage })));
    }
    return documents;
  }

  private async changeVocabulary(tx: Tx, before: { scope: string; words: readonly string[] }, after: { scope: string; words: readonly string[] }): Promise<void> {
    const stays = new Set(before.scope === after.scope ? before.words : []);
    const comes = new Set(after.words);
    await this.index.changeVocabulary(
      tx,
      { scope: before.scope, words: before.words.filter((word) => !stays.has(word) || !comes.has(word)) },
      { scope: after.scope, words: after.words.filter((word) => !stays.has(word)) },
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { CourseCard, FacetName, Marked, search } from '@pamong/contract/search';
import { facetNames } from '@pamong/contract/search';
import type { InputOf, ReturnOf } from '@pamong/contract/kernel/route';
import { Database } from '@pamong/platform/database/database';
import type { Actor } from '../access/actor.js';
import { markedOf, passageAround } from './passage.rules.js';
import type { ReadQuery } from './query-reading.service.js';
import { QueryReadingService } from './query-reading.service.js';
import { tsqueryOf } from './search-query.rules.js';
import type { FoundCourses, FoundDocument, Searcher } from './search.repository.js';
import { SearchRepository } from './search.repository.js';

type Asked = InputOf<typeof search.courses>['query'];
type Answer = ReturnOf<typeof search.courses>;

const suggestedCourses = 6;
const suggestedTopics = 3;
/** Topics that lead on from an empty result. */
const otherTopics = 6;

/** Finds published courses, and where in them. Nothing of a course that the searcher may not see is ever read into an answer. */
@Injectable()
export class SearchService {
  constructor(
    private readonly db: Database,
    private readonly found: SearchRepository,
    private readonly queries: QueryReadingService,
  ) {}

  /** One page of the catalogue with the counts of every choice. */
  async courses(actor: Actor | null, asked: Asked): Promise<Answer> {
    const searcher = searcherOf(actor);
    const read = await this.queries.read(searcher, asked.q, { exact: asked.exact });
    let loose = false;
    let result = await this.run(searcher, asked, read.all, read);
    // No text has all of the words: those that have some are better than nothing.
    if (result.total === 0 && read.any !== read.all && result.without.length === 0) {
      result = await this.run(searcher, asked, read.any, read);
      loose = result.total > 0;
    }
    const [items, instead] = await Promise.all([this.cards(searcher, result, read), this.instead(searcher, result, read)]);
    return { items, total: result.total, page: asked.page, size: asked.size, facets: facetsOf(result), corrected: read.corrected, loose, instead };
  }

  /** What somebody may mean who is typing; a beginning of a word is enough. */
  async suggest(actor: Actor | null, q: string): Promise<ReturnOf<typeof search.suggest>> {
    const searcher = searcherOf(actor);
    const read = await this.queries.read(searcher, q, { exact: false, typing: true });
    if (read.all === null || read.any === null) return { courses: [], topics: [], corrected: null };
    const [courses, topics] = await Promise.all([
      this.found.suggestCourses(this.db, searcher, read.all, suggestedCourses),
      this.found.listTopics(this.db, searcher, read.all, suggestedTopics),
    ]);
    const titles = await this.mark(courses.map((course) => course.title), read.any);
    return { courses: courses.map((course, at) => ({ ...course, title: titles[at] ?? [] })), topics, corrected: read.corrected };
  }

  private run(searcher: Searcher, asked: Asked, wanted: string | null, { any, parsed }: ReadQuery): Promise<FoundCourses> {
    return this.found.findCourses(this.db, searcher, {
      wanted, any,
      without: wanted === null ? null : tsqueryOf([], parsed.without, false),
      choices: Object.fromEntries(facetNames.map((name) => [name, asked[name]])) as Record<FacetName, string[]>,
      order: asked.order ?? (wanted === null ? 'newest' : 'relevance'),
      limit: asked.size,
      offset: (asked.page - 1) * asked.size,
    });
  }

  private async cards(searcher: Searcher, { page }: FoundCourses, { all, any, stems }: ReadQuery): Promise<CourseCard[]> {
    const [now, lessons] = await Promise.all([
      page.length === 0 ? [] : this.found.listNow(this.db, searcher, page.map((course) => course.courseId)),
      all === null || any === null ? [] : this.found.listLessons(this.db, page.flatMap((course) => course.documents ?? []), all, any),
    ]);
    const passages = lessons.map((lesson) => passageAround(lesson.text, stems));
    const marked = await this.mark([...page.map((course) => course.card.title), ...lessons.map((lesson) => lesson.title), ...passages], any);
    const hits = lessons.map((lesson, at) => hitOf(lesson, marked[page.length + at] ?? [], marked[page.length + lessons.length + at] ?? []));
    return page.map(({ courseId, card: { prerequisiteIds: _ids, ...card }, agencyOnly, seats }, at) => {
      const today = now.find((one) => one.courseId === courseId);
      return {
        courseId, ...card, agencyOnly,
        heading: marked[at] ?? [],
        seatsLeft: seats === null ? null : Math.max(0, seats - (today?.taken ?? 0)),
        prerequisites: today?.prerequisites ?? [],
        enrolled: today?.enrolled ?? false,
        hits: hits.filter((_hit, index) => lessons[index]?.courseId === courseId),
        hitCount: lessons.find((lesson) => lesson.courseId === courseId)?.lessons ?? 0,
      };
    });
  }

  private async mark(texts: readonly string[], any: string | null): Promise<Marked[]> {
    if (texts.length === 0 || any === null) return texts.map((text) => [{ text, hit: false }]);
    const highlighted = await this.found.highlight(this.db, texts, any);
    return texts.map((text, at) => markedOf(text, highlighted[at] ?? text));
  }

  private async instead(searcher: Searcher, { total, without }: FoundCourses, { similar }: ReadQuery): Promise<Answer['instead']> {
    if (total > 0) return { words: [], topics: [], without: [] };
    return { words: [...similar], topics: await this.found.listTopics(this.db, searcher, null, otherTopics), without: [...without] };
  }
}

function searcherOf(actor: Actor | null): Searcher {
  return { agencyId: actor?.agencyId ?? null, personId: actor?.personId ?? null };
}

function hitOf({ lessonId, kind, second }: FoundDocument, title: Marked, passage: Marked): CourseCard['hits'][number] {
  return { lessonId, kind: kind as CourseCard['hits'][number]['kind'], second, title, passage };
}

/** Choices by facet, the fullest first; ranges in their own order are the screen's matter. */
function facetsOf({ facets }: FoundCourses): Answer['facets'] {
  const of = (name: FacetName) =>
    facets
      .filter(({ facet }) => facet === name)
      .map(({ value, name: shown, count }) => ({ value, name: shown, count }))
      .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return Object.fromEntries(facetNames.map((name) => [name, of(name)])) as Answer['facets'];
}

import { Injectable } from '@nestjs/common';
import type { FacetName, searchOrders } from '@pamong/contract/search';
import type { Reader } from '@pamong/platform/database/database';
import { hitEnd, hitStart } from './passage.rules.js';
import type { KeptCard } from './search-card.js';

/** Whom the search is for: a visitor belongs to no agency. */
export interface Searcher {
  readonly agencyId: string | null;
  readonly personId: string | null;
}

export interface CourseSearch {
  /** A `tsquery` of ours, or null: everything. */
  readonly wanted: string | null;
  readonly without: string | null;
  /** The same words, one of which is enough: for ranking. */
  readonly any: string | null;
  readonly choices: Readonly<Record<FacetName, readonly string[]>>;
  readonly order: (typeof searchOrders)[number];
  readonly limit: number;
  readonly offset: number;
}

export interface FoundCourse {
  readonly courseId: string;
  readonly card: KeptCard;
  readonly agencyOnly: boolean;
  readonly seats: number | null;
  /** Documents in which it was found; null without words. */
  readonly documents: string[] | null;
}

export interface FoundCourses {
  readonly total: number;
  readonly page: readonly FoundCourse[];
  readonly facets: readonly { readonly facet: FacetName; readonly value: string; readonly name: string; readonly count: number }[];
  /** How many would be found without the choices of one facet. */
  readonly without: readonly { readonly facet: FacetName; readonly count: number }[];
}

export interface FoundDocument {
  readonly courseId: string;
  readonly lessonId: string;
  readonly kind: string;
  readonly second: number | null;
  readonly title: string;
  readonly text: string;
  /** Lessons of the course in which the words were found. */
  readonly lessons: number;
}

const config = `'public.indonesian_unaccent'`;
const jpRange = `case when s.jp = 0 then '0' when s.jp <= 3 then '1-3' when s.jp <= 6 then '4-6' else '7' end`;
const durationRange = `case when s.minutes < 60 then '60' when s.minutes <= 180 then '180' when s.minutes <= 480 then '480' else 'more' end`;

/** What each facet compares; the place gives the bit by which a course remembers which of them it misses. */
const facetValues: readonly (readonly [FacetName, string])[] = [
  ['topic', 's.topic'],
  ['jp', jpRange],
  ['level', 's.level'],
  ['form', 's.form'],
  ['duration', durationRange],
  ['organiser', 's.organiser_id'],
  ['language', 's.language'],
];
const competenceBit = 1 << facetValues.length;

/** May the person of agency `$1` know of the course? As it is now, whatever was indexed. */
const visible = `c.published_version_id is not null and c.removed_at is null and c.withdrawn_at is null and (c.visibility = 'public' or s.agency_id = $1::uuid)`;

const misses = [
  ...facetValues.map(([facet, value], at) => `case when cardinality($${at + 5}::text[]) = 0 or ${value}${facet === 'organiser' ? '::text' : ''} = any($${at + 5}) then 0 else ${1 << at} end`),
  `case when cardinality($12::text[]) = 0 or s.competences && $12 then 0 else ${competenceBit} end`,
].join(' | ');

/**
 * One statement answers the page, the length of the list and the counts of every choice, which follow the choices of the other facets.
 * What all courses pass through is kept narrow, and each facet is counted by itself: sorting all values together takes three times as long.
 */
function courseSearch(withWords: boolean): string {
  const found = withWords
    ? `search_matches(to_tsquery(${config}, $2)) h join search_course s on s.course_id = h.course_id`
    : '(select null::bigint[] as documents where $2::text is null and $3::text is null and $4::text is null) h cross join search_course s';
  const counts = facetValues.map(
    ([facet], at) => `select '${facet}' as facet, ${facet}::text as value, ${facet === 'organiser' ? 'max(organiser_name)' : facet === 'topic' ? 'topic' : `''`} as name, count(*)::int as count
      from base where misses & ~${1 << at} = 0 ${facet === 'topic' ? `and topic <> ''` : ''} group by ${facet}`,
  );
  return `
    with unwanted as materialized (select course_id from search_matches(to_tsquery(${config}, $3))), base as materialized (
      select s.course_id, h.documents, ${facetValues.map(([facet, value]) => `${value} as ${facet}`).join(', ')}, s.organiser_name, s.competences, s.competence_names,
        s.minutes, s.jp as hours, s.published_at, s.taken, case when $13 = 'title' then lower(s.title) end as title,
        ${withWords ? `case when $13 = 'relevance' then ts_rank('{0.05, 0.2, 0.4, 1}', s.head, to_tsquery(${config}, $4)) + 0.02 * ln(cardinality(h.documents)) end` : 'null::float8'} as rank,
        (${misses}) as misses
      from ${found} join course c on c.id = s.course_id
      where ${visible} and s.course_id not in (select course_id from unwanted)
    ), counted as (
      ${counts.join(' union all ')}
      union all
      select 'competence', k.code, max(k.name), count(*)::int from base s cross join lateral unnest(s.competences, s.competence_names) k(code, name)
      where s.misses & ~${competenceBit} = 0 group by k.code
    ), page as (
      select course_id, documents, row_number() over () as n from (
        select course_id, documents from base where misses = 0
        order by rank desc nulls last, case $13 when 'jp' then hours when 'taken' then taken end desc nulls last, case when $13 = 'shortest' then minutes end, title, published_at desc, course_id
        limit $14 offset $15) ordered
    )
    select (select count(*)::int from base where misses = 0) as total,
      coalesce((select jsonb_agg(jsonb_build_object('courseId', p.course_id, 'card', s.card, 'agencyOnly', c.visibility = 'agency', 'seats', c.seats, 'documents', p.documents[1:60]) order by p.n)
        from page p join search_course s on s.course_id = p.course_id join course c on c.id = p.course_id), '[]') as page,
      coalesce((select jsonb_agg(to_jsonb(counted)) from counted), '[]') as facets,
      coalesce((select jsonb_agg(jsonb_build_object('facet', w.facet, 'count', w.count)) from (
        select f.facet, count(*) as count from base join (values ${[...facetValues.map(([facet], at) => `(${1 << at}, '${facet}')`), `(${competenceBit}, 'competence')`].join(', ')}) f(bit, facet)
          on base.misses <> 0 and base.misses & ~f.bit = 0 group by f.facet) w), '[]') as without`;
}

const byWords = courseSearch(true);
const withoutWords = courseSearch(false);

/** Reads what is found. */
@Injectable()
export class SearchRepository {
  async findCourses(reader: Reader, searcher: Searcher, asked: CourseSearch): Promise<FoundCourses> {
    const [found] = await reader.query<FoundCourses>(asked.wanted === null ? withoutWords : byWords, [
      searcher.agencyId, asked.wanted, asked.without, asked.any,
      ...facetValues.map(([facet]) => asked.choices[facet]), asked.choices.competence,
      asked.order, asked.limit, asked.offset,
    ]);
    return found ?? { total: 0, page: [], facets: [], without: [] };
  }

  /** The best place of each lesson, at most three lessons a course. */
  listLessons(reader: Reader, documents: readonly string[], all: string, any: string): Promise<FoundDocument[]> {
    return reader.query(
      `with ranked as (
         select d.id, d.course_id, d.lesson_id,
           -- All words close together, as in a sentence, count more than one of them often.
           4 * ts_rank_cd('{0.1, 0.2, 0.4, 1}', d.body, to_tsquery(${config}, $3)) + ts_rank('{0.1, 0.2, 0.4, 1}', d.body, to_tsquery(${config}, $2)) as rank
         from search_document d where d.id = any($1::bigint[]) and d.lesson_id is not null
       ), best as (
         select distinct on (course_id, lesson_id) * from ranked order by course_id, lesson_id, rank desc, id
       ), chosen as (
         select *, row_number() over (partition by course_id order by rank desc, id) as n, count(*) over (partition by course_id)::int as lessons from best
       )
       select d.course_id as "courseId", d.lesson_id as "lessonId", d.kind, d.second, d.title, d.text, chosen.lessons
       from chosen join search_document d on d.id = chosen.id where chosen.n <= 3 order by d.course_id, chosen.n`,
      [documents, any, all],
    );
  }

  /** Short texts with signs around what was found. Their letters stand where they stood, so that hits can be laid over the originals. */
  async highlight(reader: Reader, texts: readonly string[], any: string): Promise<string[]> {
    const rows = await reader.query<{ text: string }>(
      `select ts_headline(${config}, search_plain(t.text), to_tsquery(${config}, $2), 'HighlightAll=true, StartSel=${hitStart}, StopSel=${hitEnd}') as text
       from unnest($1::text[]) with ordinality t(text, n) order by t.n`,
      [texts, any],
    );
    return rows.map((row) => row.text);
  }

  /** What changes by itself of the courses of a page: seats that are taken, whether the person takes them, and what must be completed first, as far as they may know it. */
  listNow(reader: Reader, searcher: Searcher, courseIds: readonly string[]): Promise<{ courseId: string; taken: number | null; enrolled: boolean; prerequisites: { code: string; title: string }[] }[]> {
    return reader.query(
      `select s.course_id as "courseId", case when c.seats is not null then (select count(*)::int from enrolment e where e.course_id = s.course_id) end as taken,
         exists (select from enrolment e where e.course_id = s.course_id and e.person_id = $2::uuid) as enrolled,
         coalesce((select jsonb_agg(jsonb_build_object('code', p.card->>'code', 'title', p.title) order by p.title)
           from jsonb_array_elements_text(s.card->'prerequisiteIds') before(id) join search_course p on p.course_id = before.id::uuid join course pc on pc.id = p.course_id
           where pc.removed_at is null and (pc.visibility = 'public' or p.agency_id = $1::uuid)), '[]') as prerequisites
       from search_course s join course c on c.id = s.course_id where s.course_id = any($3::uuid[])`,
      [searcher.agencyId, searcher.personId, courseIds],
    );
  }

  /** Courses whose title, tags or summary hold the words, for somebody who is still typing. */
  suggestCourses(reader: Reader, searcher: Searcher, wanted: string, limit: number): Promise<{ code: string; title: string; jp: number; minutes: number }[]> {
    return reader.query(
      `select s.card->>'code' as code, s.title, s.jp, s.minutes from search_course s join course c on c.id = s.course_id
       where s.head @@ to_tsquery(${config}, $2) and ${visible}
       order by ts_rank('{0.05, 0.2, 0.4, 1}', s.head, to_tsquery(${config}, $2)) desc, s.published_at desc limit $3`,
      [searcher.agencyId, wanted, limit],
    );
  }

  /** Topics with the number of courses, the fullest first; those that hold one of the words, where there are words. */
  listTopics(reader: Reader, searcher: Searcher, wanted: string | null, limit: number): Promise<{ value: string; count: number }[]> {
    return reader.query(
      `select t.topic as value, t.count from (
         select s.topic, count(*)::int as count from search_course s join course c on c.id = s.course_id where s.topic <> '' and ${visible} group by s.topic) t
       where $2::text is null or to_tsvector(${config}, search_plain(t.topic)) @@ to_tsquery(${config}, $2)
       order by t.count desc, t.topic limit $3`,
      [searcher.agencyId, wanted, limit],
    );
  }
}

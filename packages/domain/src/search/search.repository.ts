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
const facetValues: readonly (readonly [FacetName, string, string])[] = [
  ['topic', 's.topic', 's.topic'],
  ['jp', jpRange, `''`],
  ['level', 's.level', `''`],
  ['form', 's.form', `''`],
  ['duration', durationRange, `''`],
  ['organiser', 's.organiser_id::text', 's.organiser_name'],
  ['language', 's.language', `''`],
];
const competenceBit = 1 << facetValues.length;

/** May the person of agency `$1` know of the course? As it is now, whatever was indexed. */
const visible = `c.published_version_id is not null and c.removed_at is null and c.withdrawn_at is null and (c.visibility = 'public' or s.agency_id = $1::uuid)`;

const misses = [
  ...facetValues.map(([, value], at) => `case when cardinality($${at + 5}::text[]) = 0 or ${value} = any($${at + 5}) then 0 else ${1 << at} end`),
  `case when cardinality($12::text[]) = 0 or s.competences && $12 then 0 else ${competenceBit} end`,
].join(' | ');

/** One statement answers the page, the length of the list and the counts of every choice, which follow the choices of the other facets. */
function courseSearch(withWords: boolean): string {
  return `
    with base as materialized (
      select s.course_id, s.card, s.title, s.topic, s.level, s.form, s.language, s.organiser_id, s.organiser_name, s.competences, s.competence_names,
        s.minutes, s.jp, s.published_at, s.taken, c.visibility, c.seats, ${withWords ? 'h.documents' : 'null::bigint[] as documents'},
        ${withWords ? `ts_rank('{0.05, 0.2, 0.4, 1}', s.head, to_tsquery(${config}, $4)) + 0.02 * ln(cardinality(h.documents))` : '0'} as rank,
        (${misses}) as misses
      from ${withWords ? `search_matches(to_tsquery(${config}, $2)) h join search_course s on s.course_id = h.course_id` : 'search_course s'}
      join course c on c.id = s.course_id
      where ${visible} ${withWords ? `and ($3::text is null or not exists (select from search_matches(to_tsquery(${config}, $3)) n where n.course_id = s.course_id))` : 'and $2::text is null and $3::text is null and $4::text is null'}
    ), counted as (
      select f.facet, f.value, max(f.name) as name, count(*)::int as count
      from base s cross join lateral (values ${facetValues.map(([facet, value, name], at) => `(${1 << at}, '${facet}', ${value}, ${name})`).join(', ')}) f(bit, facet, value, name)
      where s.misses & ~f.bit = 0 and f.value <> '' group by f.facet, f.value
      union all
      select 'competence', k.code, max(k.name), count(*)::int from base s cross join lateral unnest(s.competences, s.competence_names) k(code, name)
      where s.misses & ~${competenceBit} = 0 group by k.code
    ), page as (
      select row_number() over (order by case when $13 = 'relevance' then rank end desc nulls last, case $13 when 'jp' then jp when 'taken' then taken end desc nulls last,
        case when $13 = 'shortest' then minutes end, case when $13 = 'title' then lower(title) end, published_at desc, course_id) as n, base.*
      from base where misses = 0 order by n limit $14 offset $15
    )
    select (select count(*)::int from base where misses = 0) as total,
      coalesce((select jsonb_agg(jsonb_build_object('courseId', course_id, 'card', card, 'agencyOnly', visibility = 'agency', 'seats', seats,
        'documents', documents[1:60]) order by n) from page), '[]') as page,
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
         coalesce((select jsonb_agg(jsonb_build_object('code', p.card->>'code', 'title', p.title) order by p.title) from search_course p join course pc on pc.id = p.course_id
           where s.card->'prerequisiteIds' ? p.course_id::text and pc.removed_at is null and (pc.visibility = 'public' or p.agency_id = $1::uuid)), '[]') as prerequisites
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

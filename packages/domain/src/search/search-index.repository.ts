import { Injectable } from '@nestjs/common';
import type { CompiledCourse, LessonKindName } from '@pamong/contract/course-content';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { SearchDocument } from './search-documents.rules.js';
import { cardOf, headOf } from './search-documents.rules.js';

/** A course that learners may find now. */
export interface Findable {
  readonly versionId: string;
  readonly agencyId: string;
  readonly visibility: 'public' | 'agency';
  readonly publishedAt: Date;
  readonly outline: CompiledCourse;
}

/** Writes what is searched. */
@Injectable()
export class SearchIndexRepository {
  /** One writer a course until the end of the transaction. */
  async lock(tx: Tx, courseId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('search-course:' || $1, 0))`, [courseId]);
  }

  async findFindable(reader: Reader, courseId: string): Promise<Findable | null> {
    const [row] = await reader.query<Findable>(
      `select v.id as "versionId", o.agency_id as "agencyId", c.visibility, v.published_at as "publishedAt", v.outline
       from course c join course_version v on v.id = c.published_version_id join organisation o on o.id = c.owner_id
       where c.id = $1 and c.removed_at is null and c.withdrawn_at is null`,
      [courseId],
    );
    return row ?? null;
  }

  listContents(reader: Reader, versionId: string): Promise<{ lessonId: string; kind: LessonKindName; content: unknown }[]> {
    return reader.query('select lesson_id as "lessonId", kind, content from lesson_version where version_id = $1', [versionId]);
  }

  /** The words that the course has in the vocabulary, and in whose. */
  async findWords(tx: Tx, courseId: string): Promise<{ scope: string; words: string[] } | null> {
    const [row] = await tx.query<{ scope: string; words: string[] }>('select vocabulary_of as scope, words from search_course where course_id = $1', [courseId]);
    return row ?? null;
  }

  async remove(tx: Tx, courseId: string): Promise<void> {
    await tx.query('delete from search_course where course_id = $1', [courseId]);
  }

  async write(tx: Tx, { outline, versionId, agencyId, publishedAt }: Findable, kept: { scope: string; words: readonly string[] }): Promise<void> {
    const head = headOf(outline);
    await tx.query(
      `insert into search_course as s (course_id, version_id, agency_id, title, topic, level, form, language, organiser_id, organiser_name,
         competences, competence_names, minutes, jp, published_at, card, words, vocabulary_of, taken, head)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
         (select count(*) from enrolment e where e.course_id = $1 and e.id <= (select counted_until from search_progress)),
         setweight(to_tsvector('indonesian_unaccent', search_plain($4)), 'A') || setweight(to_tsvector('indonesian_unaccent', search_plain($19)), 'B')
           || setweight(to_tsvector('indonesian_unaccent', search_plain($20)), 'C'))
       on conflict (course_id) do update set version_id = excluded.version_id, agency_id = excluded.agency_id, title = excluded.title,
         topic = excluded.topic, level = excluded.level, form = excluded.form, language = excluded.language, organiser_id = excluded.organiser_id,
         organiser_name = excluded.organiser_name, competences = excluded.competences, competence_names = excluded.competence_names,
         minutes = excluded.minutes, jp = excluded.jp, published_at = excluded.published_at, card = excluded.card, words = excluded.words,
         vocabulary_of = excluded.vocabulary_of, head = excluded.head`,
      [
        outline.courseId, versionId, agencyId, head.title, outline.category, outline.level, outline.form, outline.language, outline.organiser.id, outline.organiser.shortName,
        outline.competences.map((one) => one.code), outline.competences.map((one) => one.name), outline.minutes, outline.jp, publishedAt,
        JSON.stringify(cardOf(outline)), kept.words, kept.scope, head.tags, head.summary,
      ],
    );
  }

  /** Puts these documents in the place of those that the course had. */
  async replaceDocuments(tx: Tx, courseId: string, documents: readonly SearchDocument[]): Promise<void> {
    await tx.query('delete from search_document where course_id = $1', [courseId]);
    await tx.query(
      `insert into search_document (course_id, lesson_id, kind, second, title, text, body)
       select $1, d.lesson_id, d.kind, d.second, d.title, d.text, search_vector(case when d.titled then d.title else '' end, d.text)
       from unnest($2::uuid[], $3::text[], $4::int[], $5::text[], $6::text[], $7::boolean[]) d(lesson_id, kind, second, title, text, titled)`,
      [courseId, ...(['lessonId', 'kind', 'second', 'title', 'text', 'titled'] as const).map((key) => documents.map((document) => document[key]))],
    );
  }

  /** One writer of the vocabulary at a time: its rows belong to all courses, and writers in another order would wait for each other. */
  async changeVocabulary(tx: Tx, gone: { scope: string; words: readonly string[] }, come: { scope: string; words: readonly string[] }): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('search-words', 0))`);
    if (gone.words.length > 0) {
      await tx.query('update search_word set courses = courses - 1 where scope = $1 and word = any($2::text[])', [gone.scope, gone.words]);
      await tx.query('delete from search_word where scope = $1 and word = any($2::text[]) and courses <= 0', [gone.scope, gone.words]);
    }
    if (come.words.length === 0) return;
    await tx.query(
      `insert into search_word as w (scope, word, stem, courses) select $1, word, search_stem(word), 1 from unnest($2::text[]) word
       on conflict (scope, word) do update set courses = w.courses + 1`,
      [come.scope, come.words],
    );
  }

  /** Adds enrolments up to the given id to the counts; each is counted once. */
  async countTaken(tx: Tx, until: string): Promise<void> {
    const [progress] = await tx.query<{ from: string }>('select counted_until as "from" from search_progress where id = 1 for update');
    if (progress === undefined || progress.from >= until) return;
    await tx.query(
      `update search_course s set taken = s.taken + n.taken
       from (select course_id, count(*)::int as taken from enrolment where id > $1 and id <= $2 group by course_id) n where n.course_id = s.course_id`,
      [progress.from, until],
    );
    await tx.query('update search_progress set counted_until = $1 where id = 1', [until]);
  }
}

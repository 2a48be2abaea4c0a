import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { LessonRevisionEntity } from './lesson-revision.entity.js';
import type { LessonEntity } from './lesson.entity.js';

/** After so long without a change a stretch of work has ended. */
const stretchMinutes = 10;
/** Of one lesson; the oldest make room. */
const mostKept = 200;

/** A kept state with the name of whoever saved it. */
export type NamedRevision = Pick<LessonRevisionEntity, 'revision' | 'title' | 'minutes' | 'required' | 'savedBy' | 'savedAt'> & { readonly savedByName: string | null };

/** What lessons were. Saves come every second or so; one state is kept for each stretch of work of one author. */
@Injectable()
export class LessonRevisionsRepository {
  /** Keeps the state that is about to be replaced if another author made it, or the same one some time ago. */
  async keep(tx: Tx, before: LessonEntity, authorId: string, now: Date): Promise<void> {
    await tx.query(
      `with kept as (
         insert into lesson_revision (lesson_id, revision, title, minutes, required, body, saved_by, saved_at)
         select id, revision, title, minutes, required, body, updated_by, updated_at from lesson
         where id = $1 and (updated_by is distinct from $2 or updated_at < $3::timestamptz - interval '${stretchMinutes} minutes')
         on conflict do nothing returning revision)
       delete from lesson_revision where lesson_id = $1 and exists (select from kept)
         and revision in (select revision from lesson_revision where lesson_id = $1 order by revision desc offset ${mostKept})`,
      [before.id, authorId, now],
    );
  }

  /** Keeps every lesson of a course as it is now: it is being published. */
  async keepAll(tx: Tx, courseId: string): Promise<void> {
    await tx.query(
      `insert into lesson_revision (lesson_id, revision, title, minutes, required, body, saved_by, saved_at)
       select id, revision, title, minutes, required, body, updated_by, updated_at from lesson where course_id = $1 and removed_at is null
       on conflict do nothing`,
      [courseId],
    );
  }

  /** Keeps one lesson as it is now: something is about to replace it on purpose. */
  async keepNow(tx: Tx, lessonId: string): Promise<void> {
    await tx.query(
      `insert into lesson_revision (lesson_id, revision, title, minutes, required, body, saved_by, saved_at)
       select id, revision, title, minutes, required, body, updated_by, updated_at from lesson where id = $1 on conflict do nothing`,
      [lessonId],
    );
  }

  list(reader: Reader, lessonId: string): Promise<NamedRevision[]> {
    return reader.query<NamedRevision>(
      `select r.revision, r.title, r.minutes, r.required, r.saved_by as "savedBy", r.saved_at as "savedAt", p.name as "savedByName"
       from lesson_revision r left join person p on p.id = r.saved_by where r.lesson_id = $1 order by r.revision desc`,
      [lessonId],
    );
  }

  async find(reader: Reader, lessonId: string, revision: number): Promise<(NamedRevision & { body: unknown }) | null> {
    const [row] = await reader.query<NamedRevision & { body: unknown }>(
      `select r.revision, r.title, r.minutes, r.required, r.body, r.saved_by as "savedBy", r.saved_at as "savedAt", p.name as "savedByName"
       from lesson_revision r left join person p on p.id = r.saved_by where r.lesson_id = $1 and r.revision = $2`,
      [lessonId, revision],
    );
    return row ?? null;
  }

  /** For the sentence about a conflict: who changed the lesson last, and when. */
  async whoChanged(reader: Reader, lesson: LessonEntity): Promise<{ by: string; at: string }> {
    const [row] = lesson.updatedBy === null ? [] : await reader.query<{ name: string }>('select name from person where id = $1', [lesson.updatedBy]);
    return { by: row?.name ?? '', at: lesson.updatedAt.toISOString() };
  }
}

import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';

/** An enrolment with the lessons done, in one statement. */
export interface OwnProgress {
  readonly enrolmentId: string;
  readonly versionId: string;
  readonly enrolledAt: Date;
  readonly done: readonly string[];
}

@Injectable()
export class ProgressRepository {
  /** The overlay as JSON text, made by the database; hot, one statement. */
  async findOverlay(reader: Reader, personId: string, courseId: string): Promise<string | null> {
    const [row] = await reader.query<{ overlay: string }>(
      `select json_build_object(
         'enrolmentId', e.id, 'versionId', e.version_id, 'enrolledAt', to_char(e.enrolled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'completedAt', to_char(e.completed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'lessons', coalesce((
           select json_agg(json_build_object(
             'lessonId', p.lesson_id,
             'openedAt', to_char(p.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
             'completedAt', to_char(p.completed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
             'detail', p.detail))
           from lesson_progress p where p.enrolment_id = e.id), '[]'::json))::text as overlay
       from enrolment e where e.person_id = $1 and e.course_id = $2 and e.merged_into_id is null`,
      [personId, courseId],
    );
    return row?.overlay ?? null;
  }

  async findOwn(reader: Reader, personId: string, courseId: string): Promise<OwnProgress | null> {
    const [row] = await reader.query<OwnProgress>(
      `select e.id as "enrolmentId", e.version_id as "versionId", e.enrolled_at as "enrolledAt",
              array(select p.lesson_id::text from lesson_progress p where p.enrolment_id = e.id and p.completed_at is not null) as done
       from enrolment e where e.person_id = $1 and e.course_id = $2 and e.merged_into_id is null`,
      [personId, courseId],
    );
    return row ?? null;
  }

  /** Lessons done, by enrolment. */
  async listDone(reader: Reader, enrolmentIds: readonly string[]): Promise<Map<string, Set<string>>> {
    const rows = await reader.query<{ enrolmentId: string; done: string[] }>(
      `select enrolment_id as "enrolmentId", array_agg(lesson_id::text) as done from lesson_progress
       where enrolment_id = any($1::uuid[]) and completed_at is not null group by enrolment_id`,
      [enrolmentIds],
    );
    return new Map(rows.map((row) => [row.enrolmentId, new Set(row.done)]));
  }

  async open(reader: Reader, enrolmentId: string, lessonId: string, now: Date): Promise<void> {
    await reader.query(
      `with opened as (
         insert into lesson_progress (enrolment_id, lesson_id, opened_at) values ($1, $2, $3) on conflict (enrolment_id, lesson_id) do nothing)
       update enrolment set last_activity_at = $3 where id = $1`,
      [enrolmentId, lessonId, now],
    );
  }

  /** Keeps the most that was told of a reading; @returns what is kept, seconds never more than have passed since the lesson was opened */
  async noteReading(reader: Reader, enrolmentId: string, lessonId: string, now: Date, told: { seconds: number; end: boolean }): Promise<{ seconds: number; end: boolean }> {
    const [row] = await reader.query<{ seconds: number; end: boolean }>(
      `update lesson_progress p set detail = p.detail || jsonb_build_object(
         'seconds', greatest(coalesce((p.detail->>'seconds')::int, 0), least($4::int, floor(extract(epoch from $3::timestamptz - p.opened_at))::int)),
         'end', coalesce((p.detail->>'end')::boolean, false) or $5::boolean)
       where p.enrolment_id = $1 and p.lesson_id = $2
       returning (detail->>'seconds')::int as seconds, (detail->>'end')::boolean as end`,
      [enrolmentId, lessonId, now, told.seconds, told.end],
    );
    return row ?? { seconds: 0, end: false };
  }

  /**
   * Merges `detail` and, once, sets the completion. The enrolment is written first (a `with` that nobody reads runs last), as
   * everything that changes a learner's state does.
   */
  async record(reader: Reader, enrolmentId: string, lessonId: string, now: Date, change: { completed: boolean; detail: Readonly<Record<string, unknown>> }): Promise<void> {
    await reader.query(
      `with progress as (
         insert into lesson_progress as p (enrolment_id, lesson_id, opened_at, completed_at, detail)
         values ($1, $2, $3, case when $4::boolean then $3::timestamptz end, $5)
         on conflict (enrolment_id, lesson_id) do update set
           completed_at = coalesce(p.completed_at, excluded.completed_at), detail = p.detail || excluded.detail)
       update enrolment set last_activity_at = $3 where id = $1`,
      [enrolmentId, lessonId, now, change.completed, JSON.stringify(change.detail)],
    );
  }
}

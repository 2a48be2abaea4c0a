import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { CourseModuleEntity } from './course-module.entity.js';
import { LessonEntity } from './lesson.entity.js';
import type { Arrangement } from './ordering.rules.js';

export type LessonHead = Omit<LessonEntity, 'body'>;

/** A module of a draft with its lessons, both in order and without what was removed. */
export interface DraftModule {
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly LessonHead[];
}

@Injectable()
export class CourseOutlineRepository {
  async list(reader: Reader, courseId: string): Promise<DraftModule[]> {
    const modules = await reader.query<{ id: string; title: string }>(
      'select id, title from course_module where course_id = $1 and removed_at is null order by position, id',
      [courseId],
    );
    const lessons = await reader.query<LessonHead>(
      `select id, course_id as "courseId", module_id as "moduleId", position, kind, title, minutes, required,
              completion, requires, release, revision, updated_at as "updatedAt", updated_by as "updatedBy", null as "removedAt"
       from lesson where course_id = $1 and removed_at is null order by position, id`,
      [courseId],
    );
    return modules.map((module) => ({ ...module, lessons: lessons.filter((lesson) => lesson.moduleId === module.id) }));
  }

  async insertModule(tx: Tx, module: CourseModuleEntity): Promise<void> {
    await tx.repository(CourseModuleEntity).insert(module);
  }

  async insertLesson(tx: Tx, lesson: LessonEntity): Promise<void> {
    // TypeORM's type for a jsonb column of any shape does not accept unknown.
    await tx.query(
      `insert into lesson (id, course_id, module_id, position, kind, title, minutes, required, body, completion, requires, release, revision, updated_at, updated_by, removed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        lesson.id, lesson.courseId, lesson.moduleId, lesson.position, lesson.kind, lesson.title, lesson.minutes, lesson.required,
        JSON.stringify(lesson.body), json(lesson.completion), json(lesson.requires), json(lesson.release),
        lesson.revision, lesson.updatedAt, lesson.updatedBy, lesson.removedAt,
      ],
    );
  }

  async setRequires(tx: Tx, lessonId: string, requires: readonly string[]): Promise<void> {
    await tx.query('update lesson set requires = $2 where id = $1', [lessonId, JSON.stringify(requires)]);
  }

  /** A position behind everything in the course; gaps do not matter. */
  async nextPosition(tx: Tx, table: 'course_module' | 'lesson', courseId: string): Promise<number> {
    const [row] = await tx.query<{ next: number }>(`select coalesce(max(position), 0) + 1 as next from ${table} where course_id = $1`, [courseId]);
    return row?.next ?? 1;
  }

  /** Writes the places of all modules and lessons of an arrangement. */
  async arrange(tx: Tx, arrangement: Arrangement): Promise<void> {
    await tx.query(
      'update course_module m set position = given.position from unnest($1::uuid[]) with ordinality as given (id, position) where m.id = given.id',
      [arrangement.map((module) => module.id)],
    );
    const lessons = arrangement.flatMap((module) => module.lessons.map((id) => ({ id, module: module.id })));
    await tx.query(
      `update lesson l set module_id = given.module_id, position = given.position
       from unnest($1::uuid[], $2::uuid[]) with ordinality as given (id, module_id, position) where l.id = given.id`,
      [lessons.map((lesson) => lesson.id), lessons.map((lesson) => lesson.module)],
    );
  }

  /** @returns whether such a module, not removed, exists in the course */
  async renameModule(tx: Tx, courseId: string, moduleId: string, title: string): Promise<boolean> {
    const rows = await tx.query('update course_module set title = $3 where id = $2 and course_id = $1 and removed_at is null returning id', [courseId, moduleId, title]);
    return rows.length > 0;
  }

  /** Sets or clears the mark of removal; @returns whether the course has such a row */
  async setRemoved(tx: Tx, table: 'course_module' | 'lesson', courseId: string, id: string, removedAt: Date | null): Promise<boolean> {
    const rows = await tx.query(`update ${table} set removed_at = $3 where id = $2 and course_id = $1 returning id`, [courseId, id, removedAt]);
    return rows.length > 0;
  }

  async findLesson(reader: Reader, courseId: string, lessonId: string): Promise<LessonEntity | null> {
    const [row] = await reader.query<LessonEntity>(
      `select l.id, l.course_id as "courseId", l.module_id as "moduleId", l.position, l.kind, l.title, l.minutes, l.required, l.body,
              l.completion, l.requires, l.release, l.revision, l.updated_at as "updatedAt", l.updated_by as "updatedBy", l.removed_at as "removedAt"
       from lesson l join course_module m on m.id = l.module_id and m.removed_at is null
       where l.id = $2 and l.course_id = $1 and l.removed_at is null`,
      [courseId, lessonId],
    );
    return row ?? null;
  }

  async listLessons(reader: Reader, courseId: string): Promise<LessonEntity[]> {
    return reader.query<LessonEntity>(
      `select l.id, l.course_id as "courseId", l.module_id as "moduleId", l.position, l.kind, l.title, l.minutes, l.required, l.body,
              l.completion, l.requires, l.release, l.revision, l.updated_at as "updatedAt", l.updated_by as "updatedBy", l.removed_at as "removedAt"
       from lesson l join course_module m on m.id = l.module_id and m.removed_at is null
       where l.course_id = $1 and l.removed_at is null order by m.position, m.id, l.position, l.id`,
      [courseId],
    );
  }

  /** Writes a lesson if it still has the revision that its editor saw; @returns whether it had */
  async updateLesson(tx: Tx, lesson: LessonEntity, seenRevision: number): Promise<boolean> {
    const rows = await tx.query(
      `update lesson set title = $3, minutes = $4, required = $5, body = $6, updated_at = $7, completion = $8, requires = $9, release = $10, updated_by = $11,
              revision = revision + 1
       where id = $1 and revision = $2 returning id`,
      [
        lesson.id, seenRevision, lesson.title, lesson.minutes, lesson.required, JSON.stringify(lesson.body), lesson.updatedAt,
        json(lesson.completion), json(lesson.requires), json(lesson.release), lesson.updatedBy,
      ],
    );
    return rows.length > 0;
  }
}

/** A nullable jsonb value: null is the column's null, not JSON's. */
function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

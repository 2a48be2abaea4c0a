import { Injectable } from '@nestjs/common';
import type { CompiledCourse, LessonKindName } from '@pamong/contract/course-content';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { CourseVersionEntity } from './course-version.entity.js';
import type { LessonVersionEntity } from './lesson-version.entity.js';

/** Where a course lies and whether the world may know it. */
export interface CoursePlace {
  readonly courseId: string;
  readonly title: string;
  /** ltree path of the organisation that owns it. */
  readonly path: string;
  readonly ownerId: string;
  readonly agencyId: string;
  readonly publishedVersionId: string | null;
  readonly visibility: 'public' | 'agency';
  readonly seats: number | null;
  readonly withdrawnAt: Date | null;
}

/** Published versions, by plain SQL since every page of a learner reads them. */
@Injectable()
export class CourseVersionsRepository {
  async findOutline(reader: Reader, versionId: string): Promise<CompiledCourse | null> {
    const [row] = await reader.query<{ outline: CompiledCourse }>('select outline from course_version where id = $1', [versionId]);
    return row?.outline ?? null;
  }

  async findPublishedAt(reader: Reader, versionId: string): Promise<Date | null> {
    const [row] = await reader.query<{ at: Date }>('select published_at as at from course_version where id = $1', [versionId]);
    return row?.at ?? null;
  }

  async findLesson(reader: Reader, versionId: string, lessonId: string): Promise<{ kind: LessonKindName; content: unknown } | null> {
    const [row] = await reader.query<{ kind: LessonKindName; content: unknown }>(
      'select kind, content from lesson_version where version_id = $1 and lesson_id = $2',
      [versionId, lessonId],
    );
    return row ?? null;
  }

  /** @param from `bin`: of a course in the recycle bin */
  async findPlace(reader: Reader, courseId: string, from: 'work' | 'bin' = 'work'): Promise<CoursePlace | null> {
    const [row] = await reader.query<CoursePlace>(
      `select c.id as "courseId", c.title, o.path::text as path, c.owner_id as "ownerId", o.agency_id as "agencyId", c.published_version_id as "publishedVersionId",
              c.visibility, c.seats, c.withdrawn_at as "withdrawnAt"
       from course c join organisation o on o.id = c.owner_id where c.id = $1 and (c.removed_at is null) = $2`,
      [courseId, from === 'work'],
    );
    return row ?? null;
  }

  async insert(tx: Tx, version: CourseVersionEntity): Promise<void> {
    await tx.query(
      'insert into course_version (id, course_id, number, outline, published_at, published_by) values ($1, $2, $3, $4, $5, $6)',
      [version.id, version.courseId, version.number, JSON.stringify(version.outline), version.publishedAt, version.publishedBy],
    );
  }

  async insertLesson(tx: Tx, lesson: LessonVersionEntity): Promise<void> {
    await tx.query('insert into lesson_version (version_id, lesson_id, kind, content) values ($1, $2, $3, $4)', [
      lesson.versionId, lesson.lessonId, lesson.kind, JSON.stringify(lesson.content),
    ]);
  }
}

import { Injectable } from '@nestjs/common';
import type { RevisionRow } from '@pamong/contract/course-lifecycle';
import { Problem } from '@pamong/contract/kernel/problem';
import { Database } from '@pamong/platform/database/database';
import type * as z from 'zod';
import type { Actor } from '../access/actor.js';
import { CourseOutlineService } from './course-outline.service.js';
import type { NamedRevision } from './lesson-revisions.repository.js';
import { LessonRevisionsRepository } from './lesson-revisions.repository.js';

type Row = z.output<typeof RevisionRow>;

/** The history of a lesson's draft: to look at, to compare, to restore. */
@Injectable()
export class LessonRevisionsService {
  constructor(
    private readonly db: Database,
    private readonly revisions: LessonRevisionsRepository,
    private readonly outline: CourseOutlineService,
  ) {}

  /** Newest first; what the lesson is now comes with them. @throws Problem NOT_FOUND */
  async list(courseId: string, lessonId: string): Promise<Row[]> {
    const lesson = await this.outline.getLesson(this.db, courseId, lessonId);
    const kept = await this.revisions.list(this.db, lessonId);
    const { by } = await this.revisions.whoChanged(this.db, lesson);
    const now = rowOf({ ...lesson, savedBy: lesson.updatedBy, savedAt: lesson.updatedAt, savedByName: by === '' ? null : by }, true);
    return [now, ...kept.filter((one) => one.revision !== lesson.revision).map((one) => rowOf(one, false))];
  }

  /** @throws Problem NOT_FOUND */
  async get(courseId: string, lessonId: string, revision: number): Promise<Row & { required: boolean; body: unknown }> {
    const lesson = await this.outline.getLesson(this.db, courseId, lessonId);
    if (revision === lesson.revision) {
      const { by } = await this.revisions.whoChanged(this.db, lesson);
      return { ...rowOf({ ...lesson, savedBy: lesson.updatedBy, savedAt: lesson.updatedAt, savedByName: by === '' ? null : by }, true), required: lesson.required, body: lesson.body };
    }
    const found = await this.revisions.find(this.db, lessonId, revision);
    if (found === null) throw new Problem('NOT_FOUND');
    return { ...rowOf(found, false), required: found.required, body: found.body };
  }

  /**
   * Makes a lesson what it was. What it is now is kept, so that this can be taken back.
   * @param seen the revision that the author saw
   * @throws Problem LESSON_CHANGED, NOT_FOUND, COURSE_ARCHIVED
   */
  async restore(actor: Actor, courseId: string, lessonId: string, revision: number, seen: number) {
    const { title, minutes, required, body } = await this.get(courseId, lessonId, revision);
    await this.db.tx((tx) => this.revisions.keepNow(tx, lessonId));
    return this.outline.changeLesson(actor, courseId, lessonId, seen, { title, minutes, required, body });
  }
}

function rowOf({ revision, title, minutes, savedBy, savedByName, savedAt }: Omit<NamedRevision, 'required'>, current: boolean): Row {
  return { revision, title, minutes, by: savedBy === null || savedByName === null ? null : { personId: savedBy, fullName: savedByName }, at: savedAt.toISOString(), current };
}

import { Controller } from '@nestjs/common';
import { courseLifecycle } from '@pamong/contract/course-lifecycle';
import type { Actor } from '@pamong/domain/access/actor';
import { CourseChangesService } from '@pamong/domain/courses/course-changes.service';
import { CourseLifecycleService } from '@pamong/domain/courses/course-lifecycle.service';
import { CoursesService } from '@pamong/domain/courses/courses.service';
import { LessonRevisionsService } from '@pamong/domain/courses/lesson-revisions.service';
import { RecycleBinService } from '@pamong/domain/courses/recycle-bin.service';
import { Database } from '@pamong/platform/database/database';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';
import { Scopes } from '../kernel/scopes.js';
import { courseScope } from './course.scope.js';

/** From draft to archive, and back from the recycle bin. */
@Controller()
export class CourseLifecycleController {
  constructor(
    private readonly lifecycle: CourseLifecycleService,
    private readonly changes: CourseChangesService,
    private readonly recycleBin: RecycleBinService,
    private readonly lessonRevisions: LessonRevisionsService,
    scopes: Scopes,
    courses: CoursesService,
    db: Database,
  ) {
    scopes.add('removed-course', courseScope(courses, db, 'bin'));
  }

  @Endpoint(courseLifecycle.changes)
  preview(@Input() { params }: InputOf<typeof courseLifecycle.changes>) {
    return this.changes.preview(params.courseId);
  }

  @Endpoint(courseLifecycle.schedule)
  schedule(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof courseLifecycle.schedule>) {
    return this.lifecycle.schedule(actor, params.courseId, body.at === null ? null : new Date(body.at));
  }

  @Endpoint(courseLifecycle.withdraw)
  withdraw(@Caller() actor: Actor, @Input() { params }: InputOf<typeof courseLifecycle.withdraw>) {
    return this.lifecycle.withdraw(actor, params.courseId);
  }

  @Endpoint(courseLifecycle.reopen)
  reopen(@Caller() actor: Actor, @Input() { params }: InputOf<typeof courseLifecycle.reopen>) {
    return this.lifecycle.reopen(actor, params.courseId);
  }

  @Endpoint(courseLifecycle.archive)
  archive(@Caller() actor: Actor, @Input() { params }: InputOf<typeof courseLifecycle.archive>) {
    return this.lifecycle.archive(actor, params.courseId);
  }

  @Endpoint(courseLifecycle.unarchive)
  unarchive(@Caller() actor: Actor, @Input() { params }: InputOf<typeof courseLifecycle.unarchive>) {
    return this.lifecycle.unarchive(actor, params.courseId);
  }

  @Endpoint(courseLifecycle.remove)
  async remove(@Caller() actor: Actor, @Input() { params }: InputOf<typeof courseLifecycle.remove>) {
    return { until: (await this.lifecycle.remove(actor, params.courseId)).toISOString() };
  }

  @Endpoint(courseLifecycle.restore)
  restore(@Caller() actor: Actor, @Input() { params }: InputOf<typeof courseLifecycle.restore>) {
    return this.lifecycle.restore(actor, params.courseId);
  }

  @Endpoint(courseLifecycle.bin)
  bin(@Caller() actor: Actor, @Input() { query }: InputOf<typeof courseLifecycle.bin>) {
    return this.recycleBin.list(actor, query);
  }

  @Endpoint(courseLifecycle.revisions)
  async revisions(@Input() { params }: InputOf<typeof courseLifecycle.revisions>) {
    return { items: await this.lessonRevisions.list(params.courseId, params.lessonId) };
  }

  @Endpoint(courseLifecycle.revision)
  revision(@Input() { params }: InputOf<typeof courseLifecycle.revision>) {
    return this.lessonRevisions.get(params.courseId, params.lessonId, params.revision);
  }

  @Endpoint(courseLifecycle.restoreRevision)
  restoreRevision(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof courseLifecycle.restoreRevision>) {
    return this.lessonRevisions.restore(actor, params.courseId, params.lessonId, params.revision, body.revision);
  }
}

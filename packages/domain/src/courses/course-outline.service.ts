import { Injectable } from '@nestjs/common';
import type { LessonCompletion, LessonKindName, LessonRelease } from '@pamong/contract/course-content';
import type { LessonForAuthor } from '@pamong/contract/courses';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import type * as z from 'zod';
import type { Actor } from '../access/actor.js';
import { CourseDraftsRepository } from './course-drafts.repository.js';
import { CourseOutlineRepository } from './course-outline.repository.js';
import type { CourseView } from './course-views.service.js';
import { CourseViewsService } from './course-views.service.js';
import { LessonKinds } from './lesson-kinds.js';
import { LessonRevisionsRepository } from './lesson-revisions.repository.js';
import type { LessonEntity } from './lesson.entity.js';
import type { NewCourse, NewLesson } from './new-course.js';
import type { Arrangement, Direction } from './ordering.rules.js';
import { moveLesson, moveModule } from './ordering.rules.js';
import { waitsFor } from './outline.rules.js';

type LessonView = z.output<typeof LessonForAuthor>;

export interface LessonChange {
  readonly title?: string | undefined;
  readonly minutes?: number | undefined;
  readonly required?: boolean | undefined;
  readonly completion?: LessonCompletion | null | undefined;
  readonly requires?: string[] | null | undefined;
  readonly release?: LessonRelease | null | undefined;
  readonly body?: unknown;
}

/** Modules and lessons of a draft. Every command locks the course, so two editors take turns. */
@Injectable()
export class CourseOutlineService {
  constructor(
    private readonly db: Database,
    private readonly drafts: CourseDraftsRepository,
    private readonly outline: CourseOutlineRepository,
    private readonly views: CourseViewsService,
    private readonly kinds: LessonKinds,
    private readonly revisions: LessonRevisionsRepository,
    private readonly clock: Clock,
  ) {}

  addModule(actor: Actor, courseId: string, title: string): Promise<CourseView> {
    return this.command(actor, courseId, (tx) => this.insertAll(tx, actor, courseId, [{ title, lessons: [] }]));
  }

  renameModule(actor: Actor, courseId: string, moduleId: string, title: string): Promise<CourseView> {
    return this.command(actor, courseId, async (tx) => found(await this.outline.renameModule(tx, courseId, moduleId, title)));
  }

  moveModule(actor: Actor, courseId: string, moduleId: string, to: Direction): Promise<CourseView> {
    return this.rearrange(actor, courseId, (before) => {
      found(before.some((module) => module.id === moduleId));
      return moveModule(before, moduleId, to);
    });
  }

  moveLesson(actor: Actor, courseId: string, lessonId: string, to: Direction): Promise<CourseView> {
    return this.rearrange(actor, courseId, (before) => {
      found(before.some((module) => module.lessons.includes(lessonId)));
      return moveLesson(before, lessonId, to);
    });
  }

  /** Removed rows stay, so that `restore` finds them; published versions are not touched. */
  remove(actor: Actor, courseId: string, what: 'module' | 'lesson', id: string): Promise<CourseView> {
    return this.command(actor, courseId, async (tx) => found(await this.outline.setRemoved(tx, tableOf(what), courseId, id, this.clock.now())));
  }

  restore(actor: Actor, courseId: string, what: 'module' | 'lesson', id: string): Promise<CourseView> {
    return this.command(actor, courseId, async (tx) => found(await this.outline.setRemoved(tx, tableOf(what), courseId, id, null)));
  }

  async addLesson(actor: Actor, courseId: string, moduleId: string, lesson: { kind: LessonKindName; title: string; minutes: number }) {
    let lessonId = '';
    const course = await this.command(actor, courseId, async (tx) => {
      const modules = await this.outline.list(tx, courseId);
      found(modules.some((module) => module.id === moduleId));
      lessonId = await this.insertLesson(tx, actor, courseId, moduleId, lesson);
    });
    return { course, lessonId };
  }

  /** @throws Problem NOT_FOUND */
  async getLesson(reader: Reader, courseId: string, lessonId: string): Promise<LessonEntity> {
    const lesson = await this.outline.findLesson(reader, courseId, lessonId);
    if (lesson === null) throw new Problem('NOT_FOUND');
    return lesson;
  }

  async describeLesson(courseId: string, lessonId: string): Promise<LessonView> {
    return this.lessonView(await this.getLesson(this.db, courseId, lessonId));
  }

  /**
   * Changes a lesson; its body is parsed, and cleaned, by its kind.
   * @throws Problem LESSON_CHANGED when somebody else was faster, with who and when
   * @throws Problem LESSON_BODY_INVALID, COMPLETION_UNFIT, LESSON_REQUIREMENT_UNFIT, NOT_FOUND
   */
  changeLesson(actor: Actor, courseId: string, lessonId: string, revision: number, change: LessonChange): Promise<LessonView> {
    return this.db.tx(async (tx) => {
      await this.views.lockForEdit(tx, courseId);
      const before = await this.getLesson(tx, courseId, lessonId);
      if (change.completion) this.refuseUnfit(before.kind, change.completion);
      if (change.requires) await this.refuseCircle(tx, courseId, lessonId, change.requires);
      const lesson: LessonEntity = {
        ...before,
        title: change.title ?? before.title,
        minutes: change.minutes ?? before.minutes,
        required: change.required ?? before.required,
        body: change.body === undefined ? before.body : this.parseBody(before.kind, change.body),
        completion: change.completion === undefined ? before.completion : change.completion,
        requires: change.requires === undefined ? before.requires : change.requires,
        release: change.release === undefined ? before.release : change.release,
        updatedAt: this.clock.now(),
        updatedBy: actor.personId,
      };
      if (before.revision !== revision) throw new Problem('LESSON_CHANGED', await this.revisions.whoChanged(tx, before));
      await this.revisions.keep(tx, before, actor.personId, this.clock.now());
      await this.outline.updateLesson(tx, lesson, revision);
      await this.touch(tx, courseId);
      return this.lessonView({ ...lesson, revision: revision + 1 });
    });
  }

  /** Says that something of the course changed, so that it counts as edited since it was published. */
  async touch(tx: Tx, courseId: string): Promise<void> {
    await this.drafts.update(tx, courseId, { updatedAt: this.clock.now() });
  }

  /** Adds modules with their lessons behind what is there. */
  async insertAll(tx: Tx, actor: Actor, courseId: string, modules: NonNullable<NewCourse['modules']>): Promise<void> {
    let position = await this.outline.nextPosition(tx, 'course_module', courseId);
    const ids: string[] = [];
    for (const module of modules) {
      const id = newId();
      await this.outline.insertModule(tx, { id, courseId, position, title: module.title, removedAt: null });
      position += 1;
      for (const lesson of module.lessons) ids.push(await this.insertLesson(tx, actor, courseId, id, lesson));
    }
    const waiting = modules.flatMap((module) => module.lessons).map((lesson, index) => ({ id: ids[index], requires: lesson.requiresAt?.flatMap((at) => ids[at] ?? []) }));
    for (const { id, requires } of waiting) if (id !== undefined && requires !== undefined) await this.outline.setRequires(tx, id, requires);
  }

  private async insertLesson(tx: Tx, actor: Actor, courseId: string, moduleId: string, given: NewLesson): Promise<string> {
    if (given.completion) this.refuseUnfit(given.kind, given.completion);
    const id = newId();
    await this.outline.insertLesson(tx, {
      id, courseId, moduleId,
      position: await this.outline.nextPosition(tx, 'lesson', courseId),
      kind: given.kind, title: given.title, minutes: given.minutes, required: given.required ?? true,
      body: given.body === undefined ? this.kinds.get(given.kind).blank : this.parseBody(given.kind, given.body),
      completion: given.completion ?? null, requires: null, release: given.release ?? null,
      revision: 1, updatedAt: this.clock.now(), updatedBy: actor.personId, removedAt: null,
    });
    return id;
  }

  private refuseUnfit(kind: LessonKindName, { rule }: LessonCompletion): void {
    if (!this.kinds.get(kind).completions.includes(rule)) throw new Problem('COMPLETION_UNFIT');
  }

  /** A lesson waits for others of its course only, and none of them, near or far, waits for it. */
  private async refuseCircle(tx: Tx, courseId: string, lessonId: string, requires: readonly string[]): Promise<void> {
    const lessons = (await this.outline.list(tx, courseId)).flatMap((module) => module.lessons);
    if (!requires.every((id) => lessons.some((lesson) => lesson.id === id)) || waitsFor(lessonId, requires, lessons)) throw new Problem('LESSON_REQUIREMENT_UNFIT');
  }

  private lessonView({ position: _position, removedAt: _removed, updatedBy: _author, updatedAt, ...lesson }: LessonEntity): LessonView {
    return { ...lesson, updatedAt: updatedAt.toISOString(), completions: [...this.kinds.get(lesson.kind).completions] };
  }

  private parseBody(kind: LessonKindName, body: unknown): unknown {
    const parsed = this.kinds.get(kind).draft.safeParse(body);
    if (parsed.success) return parsed.data;
    throw new Problem('LESSON_BODY_INVALID', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  }

  private rearrange(actor: Actor, courseId: string, change: (before: Arrangement) => Arrangement): Promise<CourseView> {
    return this.command(actor, courseId, async (tx) => {
      const modules = await this.outline.list(tx, courseId);
      await this.outline.arrange(tx, change(modules.map((module) => ({ id: module.id, lessons: module.lessons.map((lesson) => lesson.id) }))));
    });
  }

  private command(actor: Actor, courseId: string, work: (tx: Tx) => Promise<void>): Promise<CourseView> {
    return this.db.tx(async (tx) => {
      await this.views.lockForEdit(tx, courseId);
      await work(tx);
      await this.touch(tx, courseId);
      return this.views.describe(tx, actor, courseId);
    });
  }
}

function found(exists: boolean): void {
  if (!exists) throw new Problem('NOT_FOUND');
}

function tableOf(what: 'module' | 'lesson') {
  return what === 'module' ? 'course_module' : 'lesson';
}

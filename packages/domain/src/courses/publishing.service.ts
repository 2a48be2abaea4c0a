import { Injectable } from '@nestjs/common';
import type { CompiledCourse, LessonContent, LessonKindName, LessonOutline } from '@pamong/contract/course-content';
import type { Finding } from '@pamong/contract/course-findings';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { Outbox } from '@pamong/platform/outbox/outbox';
import type * as z from 'zod';
import type { Actor } from '../access/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { CourseChecks } from './course-checks.js';
import { CourseDraftsRepository } from './course-drafts.repository.js';
import { CourseOutlineRepository } from './course-outline.repository.js';
import { CourseVersionsRepository } from './course-versions.repository.js';
import type { CourseView, WholeDraft } from './course-views.service.js';
import { CourseViewsService } from './course-views.service.js';
import { coursePublished } from './courses.events.js';
import type { CompiledLesson } from './lesson-kinds.js';
import { LessonKinds } from './lesson-kinds.js';
import { LessonRevisionsRepository } from './lesson-revisions.repository.js';
import type { LessonEntity } from './lesson.entity.js';
import { compileCourse } from './compile-course.js';
import { defaultCompletion } from './outline.rules.js';
import type { LessonToCheck } from './publish-checks.rules.js';
import { checkCourse } from './publish-checks.rules.js';

/** In whose name a version appears. */
export type Publisher = Pick<Actor, 'personId' | 'agencyId'>;

/** Ends a transaction without a trace and carries out what it made. */
class Rollback extends Error {
  constructor(readonly made: CompiledLesson) {
    super('rolled back on purpose');
  }
}

/** From a draft to an immutable version: the check list, the preview and the publishing itself. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly db: Database,
    private readonly drafts: CourseDraftsRepository,
    private readonly outline: CourseOutlineRepository,
    private readonly versions: CourseVersionsRepository,
    private readonly views: CourseViewsService,
    private readonly kinds: LessonKinds,
    private readonly revisions: LessonRevisionsRepository,
    private readonly checks: CourseChecks,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The publish check list of the draft as it is now. */
  async check(courseId: string): Promise<Finding[]> {
    return this.findings(this.db, await this.views.whole(this.db, courseId));
  }

  /**
   * Publishes the draft as version `number`, in one transaction. Learners who began with an earlier version stay on it, or move once it is there.
   * Naming a number that exists changes nothing, so a second press of the button makes no second version.
   * @throws Problem COURSE_NOT_READY with the count of blocking findings
   * @throws Problem COURSE_CHANGED when versions before `number` are missing
   * @throws Problem NOT_FOUND, COURSE_ARCHIVED, COURSE_IS_TEMPLATE
   */
  publish(actor: Actor, courseId: string, number: number, learners: 'stay' | 'move' = 'stay'): Promise<CourseView> {
    return this.db.tx(async (tx) => {
      const course = await this.views.lockForEdit(tx, courseId);
      if (course.isTemplate) throw new Problem('COURSE_IS_TEMPLATE');
      const current = course.publishedVersionId === null ? null : await this.drafts.findVersionHead(tx, course.publishedVersionId);
      const newest = current?.number ?? 0;
      if (number > newest + 1) throw new Problem('COURSE_CHANGED');
      if (number > newest) await this.makeVersion(tx, actor, await this.views.whole(tx, courseId), number, learners);
      return this.views.describe(tx, actor, courseId);
    });
  }

  /**
   * Publishes what was scheduled, in a transaction of its caller.
   * @throws Problem COURSE_NOT_READY with the count of blocking findings
   */
  async publishNext(tx: Tx, by: Publisher, courseId: string): Promise<void> {
    const draft = await this.views.whole(tx, courseId);
    const head = draft.course.publishedVersionId === null ? null : await this.drafts.findVersionHead(tx, draft.course.publishedVersionId);
    await this.makeVersion(tx, by, draft, (head?.number ?? 0) + 1, 'stay');
  }

  /** The draft in the shape of a published course; its version id is the course's own. */
  async preview(courseId: string): Promise<CompiledCourse> {
    const draft = await this.views.whole(this.db, courseId);
    const head = draft.course.publishedVersionId === null ? null : await this.drafts.findVersionHead(this.db, draft.course.publishedVersionId);
    return this.compile(draft, courseId, (head?.number ?? 0) + 1, () => ({}));
  }

  /**
   * What publishing now would send to a learner's browser for a lesson; nothing is kept.
   * @throws Problem NOT_FOUND, LESSON_INCOMPLETE
   */
  async previewLesson(courseId: string, lessonId: string): Promise<z.output<typeof LessonContent>> {
    try {
      return await this.db.tx(async (tx) => {
        const lesson = await this.outline.findLesson(tx, courseId, lessonId);
        if (lesson === null) throw new Problem('NOT_FOUND');
        throw new Rollback(await this.compileLesson(tx, courseId, newId(), lesson));
      });
    } catch (error) {
      if (!(error instanceof Rollback)) throw error;
      const lesson = await this.outline.findLesson(this.db, courseId, lessonId);
      if (lesson === null) throw new Problem('NOT_FOUND');
      return { lessonId, kind: lesson.kind, content: error.made.content };
    }
  }

  private async makeVersion(tx: Tx, actor: Publisher, draft: WholeDraft, number: number, learners: 'stay' | 'move'): Promise<void> {
    const { course, owner } = draft;
    const blocking = (await this.findings(tx, draft)).filter((finding) => finding.blocking).length;
    if (blocking > 0) throw new Problem('COURSE_NOT_READY', { count: blocking });
    const versionId = newId();
    const lessons = await this.outline.listLessons(tx, course.id);
    const compiled = new Map<string, CompiledLesson>();
    for (const lesson of lessons) compiled.set(lesson.id, await this.compileLesson(tx, course.id, versionId, lesson));
    const outline = this.compile(draft, versionId, number, (id) => compiled.get(id)?.facts ?? {});
    const publishedAt = this.clock.now();
    await this.versions.insert(tx, { id: versionId, courseId: course.id, number, outline, publishedAt, publishedBy: actor.personId });
    for (const lesson of lessons) {
      await this.versions.insertLesson(tx, { versionId, lessonId: lesson.id, kind: lesson.kind, content: compiled.get(lesson.id)?.content });
    }
    await this.revisions.keepAll(tx, course.id);
    // Publishing again is how a withdrawn course comes back, and what was scheduled has come.
    await this.drafts.update(tx, course.id, { publishedVersionId: versionId, withdrawnAt: null, publishAt: null, publishBy: null });
    await this.audit.record(tx, {
      actor, agencyId: owner.agencyId, action: 'courses.published', subject: { kind: 'course', id: course.id }, details: { versionId, number, learners },
    });
    await this.outbox.publish(tx, coursePublished, { courseId: course.id, versionId, learners });
  }

  private compile(draft: WholeDraft, versionId: string, number: number, factsOf: (lessonId: string) => LessonOutline['facts']): CompiledCourse {
    const completionOf = (kind: LessonKindName) => defaultCompletion(this.kinds.get(kind).completions[0], draft.course.watchThreshold);
    return compileCourse(draft, { versionId, number, factsOf, completionOf });
  }

  private compileLesson(tx: Tx, courseId: string, versionId: string, lesson: LessonEntity): Promise<CompiledLesson> {
    return this.kinds.get(lesson.kind).compile(tx, { courseId, versionId, lesson });
  }

  private toCheck(lesson: LessonEntity): LessonToCheck {
    const kind = this.kinds.get(lesson.kind);
    return { ...lesson, scored: kind.scored, decidesScore: kind.decidesScore?.(lesson.body) ?? kind.scored };
  }

  private async findings(reader: Reader, draft: WholeDraft): Promise<Finding[]> {
    const lessons = await this.outline.listLessons(reader, draft.course.id);
    const findings = checkCourse({
      ...draft.course,
      instructors: draft.instructors.length,
      modules: draft.modules.map((module) => ({ ...module, lessons: lessons.filter((lesson) => lesson.moduleId === module.id).map((lesson) => this.toCheck(lesson)) })),
    });
    for (const lesson of lessons) {
      const found = await this.kinds.get(lesson.kind).check(reader, lesson);
      findings.push(
        ...found.map(({ code, blocking, params }) => ({
          code, blocking, place: 'lesson' as const, moduleId: lesson.moduleId, lessonId: lesson.id, params: { lesson: lesson.title, ...params },
        })),
      );
    }
    return [...findings, ...(await this.checks.run(reader, draft))];
  }
}

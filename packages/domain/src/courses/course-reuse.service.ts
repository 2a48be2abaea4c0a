import { Injectable } from '@nestjs/common';
import type { TemplateRow } from '@pamong/contract/course-reuse';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Reader } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import type * as z from 'zod';
import type { Actor } from '../access/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { CourseDraftsService } from './course-drafts.service.js';
import { CourseOutlineRepository } from './course-outline.repository.js';
import { CourseOutlineService } from './course-outline.service.js';
import type { CourseView, WholeDraft } from './course-views.service.js';
import { CourseViewsService } from './course-views.service.js';
import type { NewCourse, NewLesson } from './new-course.js';

export interface Copying {
  readonly title: string;
  /** Owner of the copy; the source's own unless given. */
  readonly organisationId?: string | undefined;
  readonly asTemplate: boolean;
}

/** Beginning from what is there: copies of courses, templates, modules taken along. A copy shares pictures and recordings with its source, and nothing else. */
@Injectable()
export class CourseReuseService {
  constructor(
    private readonly db: Database,
    private readonly drafts: CourseDraftsService,
    private readonly views: CourseViewsService,
    private readonly outline: CourseOutlineRepository,
    private readonly outlines: CourseOutlineService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Copies a draft as it is now, with all modules, lessons and rules. Whether the caller may see the source is the route's question.
   * @throws Problem NOT_FOUND, NOT_ALLOWED for an owner outside of the caller's places
   */
  async duplicate(actor: Actor, courseId: string, { title, organisationId, asTemplate }: Copying): Promise<CourseView> {
    const source = await this.views.whole(this.db, courseId);
    const modules = await this.modulesOf(this.db, source);
    return this.drafts.create(actor, { ...factsOf(source), title, organisationId: organisationId ?? source.course.ownerId, isTemplate: asTemplate, modules });
  }

  /** Templates of the caller's agency, by title. */
  async listTemplates(actor: Actor): Promise<z.output<typeof TemplateRow>[]> {
    return this.db.query(
      `select c.id, c.code, c.title, c.summary, (select count(*)::int from lesson l join course_module m on m.id = l.module_id and m.removed_at is null
         where l.course_id = c.id and l.removed_at is null) as lessons
       from course c join organisation o on o.id = c.owner_id
       where c.is_template and c.removed_at is null and c.archived_at is null and o.agency_id = $1 order by c.title, c.id limit 200`,
      [actor.agencyId],
    );
  }

  /**
   * Starts a draft from a template of the caller's agency.
   * @throws Problem NOT_FOUND, NOT_ALLOWED
   */
  async startFrom(actor: Actor, templateId: string, given: { readonly title: string; readonly organisationId?: string | undefined }): Promise<CourseView> {
    const source = await this.views.whole(this.db, templateId);
    if (!source.course.isTemplate || source.owner.agencyId !== actor.agencyId) throw new Problem('NOT_FOUND');
    const { instructorIds: _theirs, ...facts } = factsOf(source);
    return this.drafts.create(actor, { ...facts, title: given.title, organisationId: given.organisationId, modules: await this.modulesOf(this.db, source) });
  }

  /**
   * Copies a module of one course to the end of another one that the caller may edit.
   * @returns the course that received it
   * @throws Problem NOT_FOUND, COURSE_ARCHIVED
   */
  copyModule(actor: Actor, courseId: string, moduleId: string, toCourseId: string): Promise<CourseView> {
    return this.db.tx(async (tx) => {
      const target = await this.views.describe(tx, actor, toCourseId);
      if (!target.can.edit) throw new Problem('NOT_FOUND');
      await this.views.lockForEdit(tx, toCourseId);
      const source = await this.views.whole(tx, courseId);
      const module = source.modules.find((one) => one.id === moduleId);
      if (module === undefined) throw new Problem('NOT_FOUND');
      await this.outlines.insertAll(tx, actor, toCourseId, await this.modulesOf(tx, { ...source, modules: [module] }));
      await this.outlines.touch(tx, toCourseId);
      await this.audit.record(tx, { actor, action: 'courses.module-copied', subject: { kind: 'course', id: toCourseId }, details: { fromCourseId: courseId, moduleId } });
      return this.views.describe(tx, actor, toCourseId);
    });
  }

  /** Modules of a draft as they are given to a new one: waiting for lessons by their place, since their ids are new. */
  private async modulesOf(reader: Reader, { course, modules }: WholeDraft): Promise<NonNullable<NewCourse['modules']>> {
    const bodies = new Map((await this.outline.listLessons(reader, course.id)).map((lesson) => [lesson.id, lesson.body]));
    const places = new Map(modules.flatMap((module) => module.lessons).map((lesson, index) => [lesson.id, index]));
    return modules.map(({ title, lessons }) => ({
      title,
      lessons: lessons.map(({ id, kind, title: lessonTitle, minutes, required, completion, requires, release }): NewLesson => ({
        kind, title: lessonTitle, minutes, required, completion, release, body: bodies.get(id),
        requiresAt: requires === null ? null : placesOf(requires, places),
      })),
    }));
  }
}

/** Where what a lesson waits for stands in the copy; null, the usual order, where none of it came along: what was locked must not stand open. */
function placesOf(requires: readonly string[], places: ReadonlyMap<string, number>): number[] | null {
  const found = requires.flatMap((one) => places.get(one) ?? []);
  return requires.length > 0 && found.length === 0 ? null : found;
}

/** The facts of a draft as a new one is given them: all but its code and its seat in the catalogue. */
function factsOf({ course, instructors, prerequisites }: WholeDraft): Omit<NewCourse, 'title'> {
  const { summary, objectives, audience, level, category, language, competences, siasnKind, visibility, form, contact, coverPictureId, seats } = course;
  const { passMark, watchThreshold, maxAttempts, retryAfterMinutes, requirements } = course;
  return {
    summary, objectives, audience, level, category, language, competences, siasnKind, visibility, form, contact, coverPictureId, seats,
    passMark, watchThreshold, maxAttempts, retryAfterMinutes, requirements,
    instructorIds: instructors.map((one) => one.personId),
    prerequisiteIds: prerequisites.map((one) => one.courseId),
  };
}

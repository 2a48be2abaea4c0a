import { Injectable } from '@nestjs/common';
import type { CourseForAuthor } from '@pamong/contract/courses';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type * as z from 'zod';
import type { Actor } from '../access/actor.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import type { OrganisationPlace } from '../organisations/organisations.service.js';
import { PeopleService } from '../people/people.service.js';
import { CourseDraftsRepository } from './course-drafts.repository.js';
import type { DraftModule } from './course-outline.repository.js';
import { CourseOutlineRepository } from './course-outline.repository.js';
import type { CourseEntity } from './course.entity.js';
import { jpOf, minutesOf } from './outline.rules.js';

export type CourseView = z.output<typeof CourseForAuthor>;

/** A draft with everything around it, as checks, previews and publishing need it. */
export interface WholeDraft {
  readonly course: CourseEntity;
  readonly owner: OrganisationPlace;
  readonly instructors: CourseView['instructors'];
  readonly modules: readonly DraftModule[];
  readonly cover: CourseView['cover'];
  readonly prerequisites: CourseView['prerequisites'];
}

/** Reads drafts; changes are made elsewhere and end here. */
@Injectable()
export class CourseViewsService {
  constructor(
    private readonly drafts: CourseDraftsRepository,
    private readonly outline: CourseOutlineRepository,
    private readonly organisations: OrganisationsService,
    private readonly people: PeopleService,
  ) {}

  /**
   * Locks a course that will be changed.
   * @throws Problem NOT_FOUND, COURSE_ARCHIVED
   */
  async lockForEdit(tx: Tx, courseId: string): Promise<CourseEntity> {
    const course = await this.drafts.lock(tx, courseId);
    if (course === null) throw new Problem('NOT_FOUND');
    if (course.archivedAt !== null) throw new Problem('COURSE_ARCHIVED');
    return course;
  }

  /** @throws Problem NOT_FOUND */
  async whole(reader: Reader, courseId: string): Promise<WholeDraft> {
    const course = await this.drafts.find(reader, courseId);
    if (course === null) throw new Problem('NOT_FOUND');
    const owner = await this.organisations.get(reader, course.ownerId);
    const instructors = [];
    for (const id of await this.drafts.listInstructorIds(reader, courseId)) {
      const person = await this.people.get(reader, id);
      instructors.push({ personId: id, fullName: person.fullName, post: person.postName });
    }
    const cover = course.coverPictureId === null ? null : await this.drafts.findCover(reader, course.coverPictureId);
    const prerequisites = await this.drafts.listPrerequisites(reader, courseId);
    return { course, owner, instructors, modules: await this.outline.list(reader, courseId), cover, prerequisites };
  }

  /**
   * The course as an author sees it.
   * @throws Problem NOT_FOUND
   */
  async describe(reader: Reader, actor: Actor, courseId: string): Promise<CourseView> {
    const { course, owner, instructors, modules, cover, prerequisites } = await this.whole(reader, courseId);
    const version = course.publishedVersionId === null ? null : await this.drafts.findVersionHead(reader, course.publishedVersionId);
    const minutes = minutesOf(modules.flatMap((module) => module.lessons));
    const teaches = instructors.some((instructor) => instructor.personId === actor.personId);
    return {
      ...factsOf(course),
      owner: { id: owner.id, name: owner.name, shortName: owner.shortName },
      instructors, cover, prerequisites,
      modules: modules.map(({ id, title, lessons }) => {
        const planned = minutesOf(lessons);
        return { id, title, minutes: planned, jp: jpOf(planned), lessons: lessons.map(lessonRow) };
      }),
      minutes,
      jp: jpOf(minutes),
      status: statusOf(course, version),
      published: version === null || course.publishedVersionId === null
        ? null
        : { versionId: course.publishedVersionId, number: version.number, at: version.publishedAt.toISOString() },
      revision: course.revision,
      updatedAt: course.updatedAt.toISOString(),
      can: { edit: teaches || actor.can('course.author', owner.path), publish: teaches || actor.can('course.publish', owner.path) },
    };
  }
}

function statusOf(course: CourseEntity, version: { readonly publishedAt: Date } | null): CourseView['status'] {
  if (version === null) return 'draft';
  return course.updatedAt > version.publishedAt ? 'changed' : 'published';
}

function factsOf(course: CourseEntity) {
  const { id, code, title, summary, objectives, audience, level, category, language, competences } = course;
  const { siasnKind, visibility, form, contact, coverPictureId, seats, isTemplate, passMark, watchThreshold, maxAttempts, retryAfterMinutes, requirements } = course;
  return {
    id, code, title, summary, objectives, audience, level, category, language, competences,
    siasnKind, visibility, form, contact, coverPictureId, seats, isTemplate, passMark, watchThreshold, maxAttempts, retryAfterMinutes, requirements,
    publishAt: course.publishAt?.toISOString() ?? null,
    withdrawnAt: course.withdrawnAt?.toISOString() ?? null,
    archivedAt: course.archivedAt?.toISOString() ?? null,
  };
}

function lessonRow({ id, kind, title, minutes, required, completion, requires, release, revision }: DraftModule['lessons'][number]) {
  return { id, kind, title, minutes, required, completion, requires, release, revision };
}

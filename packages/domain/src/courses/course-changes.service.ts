import { Injectable } from '@nestjs/common';
import type { CourseChanges } from '@pamong/contract/course-lifecycle';
import { Database } from '@pamong/platform/database/database';
import type * as z from 'zod';
import { changesOf } from './course-changes.rules.js';
import { CourseLearners } from './course-learners.js';
import { CourseOutlineRepository } from './course-outline.repository.js';
import { CourseVersionsRepository } from './course-versions.repository.js';
import { CourseViewsService } from './course-views.service.js';
import { PublishingService } from './publishing.service.js';

/** What publishing now would change, and for how many: asked before authors decide whether learners stay or move. */
@Injectable()
export class CourseChangesService {
  constructor(
    private readonly db: Database,
    private readonly views: CourseViewsService,
    private readonly outline: CourseOutlineRepository,
    private readonly versions: CourseVersionsRepository,
    private readonly publishing: PublishingService,
    private readonly learners: CourseLearners,
  ) {}

  /** @throws Problem NOT_FOUND */
  async preview(courseId: string): Promise<z.output<typeof CourseChanges>> {
    const { course } = await this.views.whole(this.db, courseId);
    const before = course.publishedVersionId === null ? null : await this.versions.findOutline(this.db, course.publishedVersionId);
    const after = await this.publishing.preview(courseId);
    const publishedAt = course.publishedVersionId === null ? null : await this.versions.findPublishedAt(this.db, course.publishedVersionId);
    const lessons = (await this.outline.list(this.db, courseId)).flatMap((module) => module.lessons);
    const edited = new Set(publishedAt === null ? [] : lessons.filter((lesson) => lesson.updatedAt > publishedAt).map((lesson) => lesson.id));
    return { ...changesOf(before, after, edited), learners: await this.learners.count(this.db, courseId, before, after) };
  }
}

import { Injectable } from '@nestjs/common';
import type { CompiledCourse, LessonContent } from '@pamong/contract/course-content';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import { Recent } from '@pamong/platform/cache/recent';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type * as z from 'zod';
import { CourseDraftsRepository } from './course-drafts.repository.js';
import type { CoursePlace } from './course-versions.repository.js';
import { CourseVersionsRepository } from './course-versions.repository.js';

/** Versions kept in memory; an outline takes some 20 kB. */
const versionsKept = 500;

/** What other features read of courses: published versions, which never change, and where a course lies. */
@Injectable()
export class CoursesService {
  private readonly outlines = new Recent<string, CompiledCourse>(versionsKept);

  constructor(
    private readonly versions: CourseVersionsRepository,
    private readonly drafts: CourseDraftsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * A published version, from memory when it was read before.
   * @throws Problem NOT_FOUND
   */
  async compiled(reader: Reader, versionId: string): Promise<CompiledCourse> {
    const kept = this.outlines.get(versionId);
    if (kept !== undefined) return kept;
    const outline = await this.versions.findOutline(reader, versionId);
    if (outline === null) throw new Problem('NOT_FOUND');
    this.outlines.set(versionId, outline);
    return outline;
  }

  /**
   * What a learner's browser receives of a lesson. Whether the learner may have it is the caller's question.
   * @throws Problem NOT_FOUND when the version has no such lesson
   */
  async lessonContent(reader: Reader, versionId: string, lessonId: string): Promise<z.output<typeof LessonContent>> {
    const found = await this.versions.findLesson(reader, versionId, lessonId);
    if (found === null) throw new Problem('NOT_FOUND');
    return { lessonId, ...found };
  }

  /** Where a course lies, published or not; null for one that does not exist. */
  placeOf(reader: Reader, courseId: string, from: 'work' | 'bin' = 'work'): Promise<CoursePlace | null> {
    return this.versions.findPlace(reader, courseId, from);
  }

  /** BCP 47 tag of the language that the draft is written in. */
  async languageOf(reader: Reader, courseId: string): Promise<string> {
    return (await this.drafts.find(reader, courseId))?.language ?? 'id';
  }

  /** Does this person teach the course? Teaching is a right to edit, wherever the course lies. */
  isInstructor(reader: Reader, courseId: string, personId: string): Promise<boolean> {
    return this.drafts.isInstructor(reader, courseId, personId);
  }

  /** For kinds that keep part of a lesson in tables of their own: the course counts as edited since it was published. */
  async markChanged(tx: Tx, courseId: string): Promise<void> {
    await this.drafts.update(tx, courseId, { updatedAt: this.clock.now() });
  }
}

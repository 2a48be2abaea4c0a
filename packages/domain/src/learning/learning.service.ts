import { Injectable } from '@nestjs/common';
import type { CompiledCourse, LessonOutline } from '@pamong/contract/course-content';
import { Problem } from '@pamong/contract/kernel/problem';
import type { RequirementState } from '@pamong/contract/learning';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { Live } from '@pamong/platform/live/live';
import { Outbox } from '@pamong/platform/outbox/outbox';
import type * as z from 'zod';
import { CoursesService } from '../courses/courses.service.js';
import type { Enrolment } from '../enrolments/enrolments.service.js';
import { EnrolmentsService } from '../enrolments/enrolments.service.js';
import { CompletionRequirements } from './completion-requirements.js';
import { courseCompleted } from './learning.jobs.js';
import { lessonsOf, missingBefore, opensAtOf } from './locks.rules.js';
import { ProgressRepository } from './progress.repository.js';

/** A lesson that is open to a learner. */
export interface OpenLesson {
  readonly enrolmentId: string;
  readonly versionId: string;
  readonly course: CompiledCourse;
  readonly lesson: LessonOutline;
  /** It was completed before, and so stays open. */
  readonly done: boolean;
}

/** What a lesson's own feature tells of a learner's progress in it. */
export interface LessonChange {
  readonly enrolmentId: string;
  readonly lessonId: string;
  /** Merged into what the outline shows. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Progress of learners through published courses. */
@Injectable()
export class LearningService {
  constructor(
    private readonly db: Database,
    private readonly progress: ProgressRepository,
    private readonly enrolments: EnrolmentsService,
    private readonly courses: CoursesService,
    private readonly requirements: CompletionRequirements,
    private readonly outbox: Outbox,
    private readonly live: Live,
    private readonly clock: Clock,
  ) {}

  /**
   * The learner's overlay as JSON text of the contract's `CourseProgress`; one statement.
   * @throws Problem NOT_ENROLLED
   */
  async overlay(personId: string, courseId: string): Promise<string> {
    const overlay = await this.progress.findOverlay(this.db, personId, courseId);
    if (overlay === null) throw new Problem('NOT_ENROLLED');
    return overlay;
  }

  /**
   * Finds a lesson in the version that the learner takes and checks that it is open; one statement.
   * @throws Problem NOT_ENROLLED; NOT_FOUND when the version has no such lesson; LESSON_LOCKED naming the first lesson that is missing; LESSON_NOT_RELEASED with the moment
   */
  async openLesson(reader: Reader, personId: string, courseId: string, lessonId: string): Promise<OpenLesson> {
    const own = await this.progress.findOwn(reader, personId, courseId);
    if (own === null) throw new Problem('NOT_ENROLLED');
    const course = await this.courses.compiled(reader, own.versionId);
    const lesson = lessonsOf(course).find((candidate) => candidate.id === lessonId);
    if (lesson === undefined) throw new Problem('NOT_FOUND');
    const done = own.done.includes(lessonId);
    // What is done stays open, whatever the rules say now.
    if (!done) {
      const missing = missingBefore(course, lesson, new Set(own.done));
      if (missing.length > 0) throw new Problem('LESSON_LOCKED', { count: missing.length, first: missing[0]?.title ?? '' });
      const opensAt = opensAtOf(lesson.release, own.enrolledAt);
      if (opensAt !== null && opensAt > this.clock.now()) throw new Problem('LESSON_NOT_RELEASED', { at: opensAt.toISOString() });
    }
    return { enrolmentId: own.enrolmentId, versionId: own.versionId, course, lesson, done };
  }

  /**
   * A lesson is done. Safe to repeat: the first completion counts.
   * @param held the enrolment, where the caller has locked it in this transaction
   */
  async completeLesson(tx: Tx, change: LessonChange, held?: Enrolment): Promise<void> {
    const enrolment = held ?? (await this.enrolments.lock(tx, change.enrolmentId));
    await this.progress.record(tx, enrolment.id, change.lessonId, this.clock.now(), { completed: true, detail: change.detail ?? {} });
    await this.finishWhenMet(tx, enrolment);
  }

  /** Shows progress in a lesson that is not done yet, or that is done and got better. One statement, which needs no transaction of its own. */
  async noteDetail(reader: Reader, change: LessonChange): Promise<void> {
    await this.progress.record(reader, change.enrolmentId, change.lessonId, this.clock.now(), { completed: false, detail: change.detail ?? {} });
  }

  /** Something that a requirement looks at has changed (a score, a form): complete the course if that was the last. */
  async progressChanged(tx: Tx, enrolmentId: string): Promise<void> {
    await this.finishWhenMet(tx, await this.enrolments.lock(tx, enrolmentId));
  }

  /** Half of the required lessons are done: enough to judge the course. */
  async isHalfDone(reader: Reader, enrolment: Enrolment): Promise<boolean> {
    const course = await this.courses.compiled(reader, enrolment.versionId);
    const required = lessonsOf(course).filter((lesson) => lesson.required);
    const done = (await this.progress.listDone(reader, [enrolment.id])).get(enrolment.id) ?? new Set<string>();
    return required.filter((lesson) => done.has(lesson.id)).length * 2 >= required.length;
  }

  /** State of every requirement of the course. */
  async requirementStates(reader: Reader, enrolment: Enrolment): Promise<z.input<typeof RequirementState>[]> {
    const course = await this.courses.compiled(reader, enrolment.versionId);
    const states = [];
    for (const key of course.rules.requirements) {
      const missing = await this.requirements.get(key).missing(reader, { enrolment, course });
      states.push({ key, met: missing.length === 0, missing });
    }
    return states;
  }

  private async finishWhenMet(tx: Tx, enrolment: Enrolment): Promise<void> {
    if (enrolment.completedAt !== null) return;
    const course = await this.courses.compiled(tx, enrolment.versionId);
    for (const key of course.rules.requirements) {
      const missing = await this.requirements.get(key).missing(tx, { enrolment, course });
      if (missing.length > 0) return;
    }
    await this.enrolments.complete(tx, enrolment);
    await this.outbox.publish(tx, courseCompleted, { enrolmentId: enrolment.id });
    await this.live.send(tx, { personId: enrolment.personId, topic: 'learning.course-completed', payload: { courseId: enrolment.courseId } });
  }
}

import { Injectable } from '@nestjs/common';
import type { EnrolmentCard } from '@pamong/contract/enrolments';
import type { Reader } from '@pamong/platform/database/database';
import type * as z from 'zod';
import { CoursesService } from '../courses/courses.service.js';
import type { Enrolment } from '../enrolments/enrolments.service.js';
import { EnrolmentsService } from '../enrolments/enrolments.service.js';
import { lessonsOf } from './locks.rules.js';
import { ProgressRepository } from './progress.repository.js';

/** The courses that a person takes, as the cards of "continue" and "my learning". */
@Injectable()
export class MyCoursesService {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly courses: CoursesService,
    private readonly progress: ProgressRepository,
  ) {}

  async list(reader: Reader, personId: string): Promise<z.input<typeof EnrolmentCard>[]> {
    const own = await this.enrolments.listOwn(reader, personId);
    const done = await this.progress.listDone(reader, own.map((enrolment) => enrolment.id));
    return Promise.all(own.map((enrolment) => this.card(reader, enrolment, done.get(enrolment.id) ?? new Set())));
  }

  private async card(reader: Reader, enrolment: Enrolment, done: ReadonlySet<string>): Promise<z.input<typeof EnrolmentCard>> {
    const course = await this.courses.compiled(reader, enrolment.versionId);
    const lessons = lessonsOf(course);
    const next = lessons.find((lesson) => !done.has(lesson.id));
    return {
      id: enrolment.id,
      courseId: enrolment.courseId,
      versionId: enrolment.versionId,
      nameOnCertificate: enrolment.nameOnCertificate,
      enrolledAt: enrolment.enrolledAt.toISOString(),
      completedAt: enrolment.completedAt?.toISOString() ?? null,
      lastActivityAt: enrolment.lastActivityAt.toISOString(),
      code: course.code,
      title: course.title,
      organiser: course.organiser.shortName,
      minutes: course.minutes,
      jp: course.jp,
      lessonsDone: lessons.filter((lesson) => done.has(lesson.id)).length,
      lessonsTotal: lessons.length,
      nextLesson: next === undefined ? null : { id: next.id, title: next.title, kind: next.kind, minutes: next.minutes },
    };
  }
}

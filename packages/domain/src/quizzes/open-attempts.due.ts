import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';
import { CoursesService } from '../courses/courses.service.js';
import { DueSources } from '../learning/due-sources.js';
import { lessonsOf } from '../learning/locks.rules.js';
import { QuizAttemptsRepository } from './quiz-attempts.repository.js';

/** An open attempt waits for its learner, the more so with a deadline. */
@Injectable()
export class OpenAttemptsDue {
  constructor(
    due: DueSources,
    private readonly attempts: QuizAttemptsRepository,
    private readonly courses: CoursesService,
  ) {
    due.addBegun((reader, personId) => this.list(reader, personId));
  }

  private async list(reader: Reader, personId: string) {
    const open = await this.attempts.listOpen(reader, personId);
    return Promise.all(
      open.map(async (attempt) => {
        const course = await this.courses.compiled(reader, attempt.versionId);
        return {
          kind: 'quizzes.attempt-open',
          courseId: attempt.courseId,
          courseTitle: course.title,
          title: lessonsOf(course).find((lesson) => lesson.id === attempt.lessonId)?.title ?? '',
          link: `/belajar/${attempt.courseId}/materi/${attempt.lessonId}/kuis/${attempt.id}`,
          dueAt: attempt.deadlineAt?.toISOString() ?? null,
        };
      }),
    );
  }
}

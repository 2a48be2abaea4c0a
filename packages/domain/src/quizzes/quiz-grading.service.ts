import { Injectable } from '@nestjs/common';
import { Clock } from '@pamong/platform/clock/clock';
import { Database } from '@pamong/platform/database/database';
import { Live } from '@pamong/platform/live/live';
import { CoursesService } from '../courses/courses.service.js';
import { EnrolmentsService } from '../enrolments/enrolments.service.js';
import { LearningService } from '../learning/learning.service.js';
import { lessonsOf } from '../learning/locks.rules.js';
import { QuestionKinds } from '../questions/question-kinds.js';
import { grade } from './grading.rules.js';
import { QuizAttemptsRepository } from './quiz-attempts.repository.js';
import { QuizPapersService } from './quiz-papers.service.js';
import { passMarkOf } from './quiz-view.js';

/** Turns a submitted attempt into a result, once. */
@Injectable()
export class QuizGradingService {
  constructor(
    private readonly db: Database,
    private readonly attempts: QuizAttemptsRepository,
    private readonly papers: QuizPapersService,
    private readonly kinds: QuestionKinds,
    private readonly courses: CoursesService,
    private readonly enrolments: EnrolmentsService,
    private readonly learning: LearningService,
    private readonly live: Live,
    private readonly clock: Clock,
  ) {}

  /**
   * Grades an attempt, tells its learner's open pages, and completes the lesson on a pass. Result, progress and notice commit
   * together; run again, it finds the result and does nothing.
   */
  async grade(attemptId: string): Promise<void> {
    const found = await this.attempts.findWithAnswers(this.db, attemptId, null);
    if (found === null || found.attempt.submittedAt === null || found.attempt.gradedAt !== null) return;
    // Read before the lock: once an attempt is submitted its answers do not change.
    const { attempt, answers } = found;
    const paper = await this.papers.get(this.db, attempt.versionId, attempt.lessonId);
    const course = await this.courses.compiled(this.db, attempt.versionId);
    const completion = lessonsOf(course).find((lesson) => lesson.id === attempt.lessonId)?.completion;
    const choices = new Map(answers.map((answer) => [answer.questionId, answer.choice]));
    const { score, passed } = grade(paper.questions, choices, passMarkOf(course), (question, choice) => this.kinds.get(question.kind).fraction(question, choice));
    await this.db.tx(async (tx) => {
      const enrolment = await this.enrolments.lock(tx, attempt.enrolmentId);
      const results = await this.attempts.storeGrade(tx, attemptId, { score, passed, at: this.clock.now() });
      if (results === null) return;
      const change = { enrolmentId: enrolment.id, lessonId: attempt.lessonId, detail: { ...results } };
      if (results.passed || completion?.rule === 'submitted') await this.learning.completeLesson(tx, change, enrolment);
      else await this.learning.noteDetail(tx, change);
      await this.live.send(tx, { personId: attempt.personId, topic: 'quizzes.attempt-graded', payload: { attemptId, courseId: attempt.courseId, lessonId: attempt.lessonId } });
    });
  }
}

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Attempt, AttemptSummary, QuizStatus, SavedAnswer } from '@pamong/contract/quizzes';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { GatheredWrites } from '@pamong/platform/database/gathered-writes';
import { newId } from '@pamong/platform/ids/new-id';
import { Outbox } from '@pamong/platform/outbox/outbox';
import type * as z from 'zod';
import { CoursesService } from '../courses/courses.service.js';
import type { OpenLesson } from '../learning/learning.service.js';
import { LearningService } from '../learning/learning.service.js';
import { QuestionKinds } from '../questions/question-kinds.js';
import { blockedBy, keyIsOpen } from './attempt-limits.rules.js';
import type { QuizAttemptEntity } from './quiz-attempt.entity.js';
import type { AttemptWithAnswers, GivenAnswer } from './quiz-attempts.repository.js';
import { QuizAttemptsRepository, answerKey, graceSeconds } from './quiz-attempts.repository.js';
import { QuizPapersService } from './quiz-papers.service.js';
import { attemptView, passMarkOf, summaryOf } from './quiz-view.js';
import { closeAttempt, gradeAttempt } from './quizzes.jobs.js';
import { drawOrder } from './shuffle.rules.js';

/** A learner's attempts at quizzes: started, answered one question at a time, handed in. */
@Injectable()
export class QuizAttemptsService {
  private readonly answers = new GatheredWrites<GivenAnswer, boolean>({
    keyOf: answerKey,
    write: (given) => this.attempts.saveAnswers(this.db, given),
  });

  constructor(
    private readonly db: Database,
    private readonly attempts: QuizAttemptsRepository,
    private readonly papers: QuizPapersService,
    private readonly kinds: QuestionKinds,
    private readonly courses: CoursesService,
    private readonly learning: LearningService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem NOT_ENROLLED, NOT_FOUND, LESSON_LOCKED */
  async status(personId: string, courseId: string, lessonId: string): Promise<z.input<typeof QuizStatus>> {
    const open = await this.learning.openLesson(this.db, personId, courseId, lessonId);
    const paper = await this.papers.get(this.db, open.versionId, lessonId);
    const past = await this.attempts.list(this.db, open.enrolmentId, lessonId);
    const blocked = past.some((attempt) => attempt.submittedAt === null) ? null : blockedBy(past, open.course.rules, this.clock.now());
    const scores = past.flatMap((attempt) => (attempt.score === null ? [] : [attempt.score]));
    const { content } = await this.courses.lessonContent(this.db, open.versionId, lessonId);
    return {
      content: content as z.input<typeof QuizStatus>['content'],
      passMark: passMarkOf(open.course),
      maxAttempts: open.course.rules.maxAttempts,
      retryAfterMinutes: open.course.rules.retryAfterMinutes,
      attempts: past.map(summaryOf),
      bestScore: scores.length === 0 || paper.questions.length === 0 ? null : Math.max(...scores),
      passed: past.some((attempt) => attempt.passed === true),
      blocked: blocked === null ? null : { code: blocked.code, until: blocked.until?.toISOString() ?? null },
    };
  }

  /**
   * Starts an attempt; with one open already, answers that one (a double click, a second tab).
   * @throws Problem QUIZ_ATTEMPTS_USED; QUIZ_PAUSE with the minutes to wait; NOT_ENROLLED, NOT_FOUND, LESSON_LOCKED
   */
  async start(personId: string, courseId: string, lessonId: string): Promise<z.input<typeof Attempt>> {
    const open = await this.learning.openLesson(this.db, personId, courseId, lessonId);
    const past = await this.attempts.list(this.db, open.enrolmentId, lessonId);
    const running = past.find((one) => one.submittedAt === null);
    if (running !== undefined) return this.view(await this.ownWithAnswers(personId, running.id));
    const now = this.clock.now();
    const blocked = blockedBy(past, open.course.rules, now);
    if (blocked !== null) {
      throw new Problem(blocked.code, blocked.until === null ? {} : { minutes: Math.ceil((blocked.until.getTime() - now.getTime()) / 60_000) });
    }
    const fresh = await this.paperFor(this.db, open, personId, past.length + 1, now);
    if (await this.store(fresh)) return this.view({ attempt: fresh, answers: [] });
    return this.view(await this.ownWithAnswers(personId, await this.running(open.enrolmentId, lessonId)));
  }

  /**
   * The attempt with its answers, and with the key when the rules open it.
   * @throws Problem NOT_FOUND when it is not the person's
   */
  async get(personId: string, attemptId: string): Promise<z.input<typeof Attempt>> {
    let found = await this.ownWithAnswers(personId, attemptId);
    if (found.attempt.submittedAt === null && this.isOver(found.attempt) && (await this.closeAtDeadline(attemptId))) {
      found = await this.ownWithAnswers(personId, attemptId);
    }
    return this.view(found);
  }

  /**
   * Stores an answer the moment it is given; the last one that arrives counts. Its share of one statement.
   * @throws Problem QUIZ_ATTEMPT_CLOSED; QUIZ_CHOICE_INVALID when the paper has no such question or option; NOT_FOUND
   */
  async answer(personId: string, attemptId: string, questionId: string, choice: readonly string[]): Promise<z.input<typeof SavedAnswer>> {
    const at = this.clock.now();
    const marked = [...new Set(choice)];
    if (await this.answers.add({ attemptId, personId, questionId, choice: marked, at })) {
      return { questionId, choice: marked, savedAt: at.toISOString() };
    }
    const attempt = await this.own(this.db, personId, attemptId);
    const takesAnswers = attempt.submittedAt === null && !this.isOver(attempt);
    throw new Problem(takesAnswers ? 'QUIZ_CHOICE_INVALID' : 'QUIZ_ATTEMPT_CLOSED');
  }

  /**
   * Hands in an attempt; the worker grades it. Twice is once. One statement, with the job.
   * @throws Problem NOT_FOUND
   */
  async submit(personId: string, attemptId: string): Promise<z.input<typeof AttemptSummary>> {
    const change = this.attempts.submission(personId, attemptId, this.clock.now());
    const [submitted] = await this.outbox.addWith<QuizAttemptEntity, { attemptId: string }>(this.db, change, gradeAttempt, { attemptId });
    return summaryOf(submitted ?? (await this.own(this.db, personId, attemptId)));
  }

  /**
   * Hands in an attempt whose time is over, with what is there.
   * @returns whether it was still open and is now closed
   */
  async closeAtDeadline(attemptId: string): Promise<boolean> {
    return this.db.tx(async (tx) => {
      const closed = await this.attempts.submitAtDeadline(tx, attemptId, this.clock.now());
      if (closed) await this.outbox.add(tx, gradeAttempt, { attemptId });
      return closed;
    });
  }

  private async own(reader: Reader, personId: string, attemptId: string): Promise<QuizAttemptEntity> {
    const attempt = await this.attempts.findOwn(reader, personId, attemptId);
    if (attempt === null) throw new Problem('NOT_FOUND');
    return attempt;
  }

  private async ownWithAnswers(personId: string, attemptId: string): Promise<AttemptWithAnswers> {
    const found = await this.attempts.findWithAnswers(this.db, attemptId, personId);
    if (found === null) throw new Problem('NOT_FOUND');
    return found;
  }

  /** Whether the deadline and its grace have passed. */
  private isOver({ deadlineAt }: QuizAttemptEntity): boolean {
    return deadlineAt !== null && deadlineAt.getTime() + graceSeconds * 1000 <= this.clock.now().getTime();
  }

  /**
   * Stores a new attempt, with the job that closes it where it has a deadline.
   * @returns false when another tab was first
   */
  private store(attempt: QuizAttemptEntity): Promise<boolean> {
    const { id: attemptId, deadlineAt } = attempt;
    // One statement is atomic by itself; only the deadline's job needs a transaction.
    if (deadlineAt === null) return this.attempts.insert(this.db, attempt);
    return this.db.tx(async (tx) => {
      const added = await this.attempts.insert(tx, attempt);
      if (added) await this.outbox.add(tx, closeAttempt, { attemptId }, { notBefore: new Date(deadlineAt.getTime() + graceSeconds * 1000) });
      return added;
    });
  }

  private async running(enrolmentId: string, lessonId: string): Promise<string> {
    const running = (await this.attempts.list(this.db, enrolmentId, lessonId)).find((one) => one.submittedAt === null);
    if (running === undefined) throw new Problem('QUIZ_ATTEMPT_CLOSED');
    return running.id;
  }

  private async view({ attempt, answers }: AttemptWithAnswers): Promise<z.input<typeof Attempt>> {
    const paper = await this.papers.get(this.db, attempt.versionId, attempt.lessonId);
    const course = await this.courses.compiled(this.db, attempt.versionId);
    const past = attempt.gradedAt === null ? [] : await this.attempts.list(this.db, attempt.enrolmentId, attempt.lessonId);
    return attemptView(this.kinds, {
      attempt, paper, answers, now: this.clock.now(), passMark: passMarkOf(course),
      keyIsOpen: attempt.gradedAt !== null && keyIsOpen(past, course.rules),
    });
  }

  private async paperFor(reader: Reader, open: OpenLesson, personId: string, number: number, now: Date): Promise<QuizAttemptEntity> {
    const { rules, questions } = await this.papers.get(reader, open.versionId, open.lesson.id);
    // Secret and kept nowhere: with the attempt's id as seed a learner could put everything back into the author's order.
    const order = drawOrder(questions, rules, randomUUID());
    return {
      id: newId(),
      enrolmentId: open.enrolmentId,
      personId,
      courseId: open.course.courseId,
      versionId: open.versionId,
      lessonId: open.lesson.id,
      number,
      questionOrder: order.questions,
      optionOrder: order.options,
      startedAt: now,
      deadlineAt: rules.timeLimitMinutes === null ? null : new Date(now.getTime() + rules.timeLimitMinutes * 60_000),
      submittedAt: null,
      submittedByDeadline: false,
      gradedAt: null,
      score: null,
      passed: null,
    };
  }
}

import type { QuizAttemptsService } from '@pamong/domain/quizzes/quiz-attempts.service';
import type { QuizGradingService } from '@pamong/domain/quizzes/quiz-grading.service';

import type { DemoQuestion } from '../demo-catalogue.js';
import type { StoryClock } from './story-clock.js';

/** What the demo wants of a quiz: how many questions are answered, how many of these right, and whether it is handed in. */
export interface QuizPlan {
  leave: number;
  wrong: number;
  submit: boolean;
}

/** Takes a quiz as a learner does, one answer after the other, knowing the key from the data set. */
export class QuizTaker {
  constructor(
    private readonly attempts: QuizAttemptsService,
    private readonly grading: QuizGradingService,
    private readonly questions: readonly DemoQuestion[],
    private readonly clock: StoryClock,
  ) {}

  async take(personId: string, courseId: string, lessonId: string, plan: QuizPlan): Promise<void> {
    const status = await this.attempts.status(personId, courseId, lessonId);
    const running = status.attempts.find((attempt) => attempt.state === 'open');
    // Handed in already, by an earlier run or by a visitor; only the grading may be missing.
    if (running === undefined && status.attempts.length > 0) {
      for (const attempt of status.attempts) await this.grading.grade(attempt.id);
      return;
    }
    const attempt = await this.attempts.start(personId, courseId, lessonId);
    // What is answered stays as it is, be it by a run that was killed or by a visitor.
    const answered = new Set(attempt.answers.map((answer) => answer.questionId));
    for (const [index, question] of attempt.questions.slice(0, attempt.questions.length - plan.leave).entries()) {
      if (answered.has(question.id)) continue;
      this.clock.advanceSeconds(40);
      const key = this.keyOf(question.text);
      const right = question.options.filter((option) => key.has(option.text) === (index >= plan.wrong)).map((option) => option.id);
      await this.attempts.answer(personId, attempt.id, question.id, question.kind === 'single' ? right.slice(0, 1) : right);
    }
    if (!plan.submit) return;
    this.clock.advanceSeconds(60);
    await this.attempts.submit(personId, attempt.id);
    await this.grading.grade(attempt.id);
  }

  private keyOf(text: string): Set<string> {
    const question = this.questions.find((candidate) => candidate.soal === text);
    if (question === undefined) throw new Error(`The demo does not know the question "${text}"`);
    const keys = [question.jawabanBenar].flat();
    return new Set(question.opsi.filter((option) => keys.includes(option.kunci)).map((option) => option.teks));
  }
}

import { Injectable } from '@nestjs/common';
import { QuizAttemptsService } from '@pamong/domain/quizzes/quiz-attempts.service';
import { QuizGradingService } from '@pamong/domain/quizzes/quiz-grading.service';
import { closeAttempt, gradeAttempt } from '@pamong/domain/quizzes/quizzes.jobs';
import { Handles } from '../runtime/handler.decorators.js';

@Injectable()
export class QuizzesHandlers {
  constructor(
    private readonly grading: QuizGradingService,
    private readonly attempts: QuizAttemptsService,
  ) {}

  @Handles(gradeAttempt)
  async grade({ attemptId }: { attemptId: string }): Promise<void> {
    await this.grading.grade(attemptId);
  }

  @Handles(closeAttempt)
  async close({ attemptId }: { attemptId: string }): Promise<void> {
    await this.attempts.closeAtDeadline(attemptId);
  }
}

import { Controller } from '@nestjs/common';
import { quizzes } from '@pamong/contract/quizzes';
import type { Actor } from '@pamong/domain/access/actor';
import { QuizAttemptsService } from '@pamong/domain/quizzes/quiz-attempts.service';
import { QuizPreviewService } from '@pamong/domain/quizzes/quiz-preview.service';
import type { InputOf } from '../kernel/endpoint.js';
import { Caller, Endpoint, Input } from '../kernel/endpoint.js';

@Controller()
export class QuizzesController {
  constructor(
    private readonly attempts: QuizAttemptsService,
    private readonly previews: QuizPreviewService,
  ) {}

  @Endpoint(quizzes.status)
  status(@Caller() actor: Actor, @Input() { params }: InputOf<typeof quizzes.status>) {
    return this.attempts.status(actor.personId, params.courseId, params.lessonId);
  }

  @Endpoint(quizzes.start)
  start(@Caller() actor: Actor, @Input() { params }: InputOf<typeof quizzes.start>) {
    return this.attempts.start(actor.personId, params.courseId, params.lessonId);
  }

  @Endpoint(quizzes.attempt)
  attempt(@Caller() actor: Actor, @Input() { params }: InputOf<typeof quizzes.attempt>) {
    return this.attempts.get(actor.personId, params.attemptId);
  }

  @Endpoint(quizzes.answer)
  answer(@Caller() actor: Actor, @Input() { params, body }: InputOf<typeof quizzes.answer>) {
    return this.attempts.answer(actor.personId, params.attemptId, params.questionId, body.choice);
  }

  @Endpoint(quizzes.submit)
  submit(@Caller() actor: Actor, @Input() { params }: InputOf<typeof quizzes.submit>) {
    return this.attempts.submit(actor.personId, params.attemptId);
  }

  @Endpoint(quizzes.preview)
  async preview(@Input() { params }: InputOf<typeof quizzes.preview>) {
    return { questions: await this.previews.questions(params.courseId, params.lessonId) };
  }
}

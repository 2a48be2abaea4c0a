import { Injectable } from '@nestjs/common';
import { QuizForAuthor } from '@pamong/contract/quizzes';
import type { Reader, Tx } from '@pamong/platform/database/database';
import type { CompiledLesson, DraftLesson, LessonFinding, LessonKind } from '../courses/lesson-kinds.js';
import { LessonKinds } from '../courses/lesson-kinds.js';
import { QuestionKinds } from '../questions/question-kinds.js';
import { QuizPaperEntity } from './quiz-paper.entity.js';

/** Quizzes as lessons of a course. */
@Injectable()
export class QuizLessonKind implements LessonKind<QuizForAuthor> {
  readonly kind = 'quiz';
  readonly draft = QuizForAuthor;
  readonly scored = true;
  readonly completions = ['passed', 'submitted'] as const;
  readonly blank: QuizForAuthor = {
    introduction: '',
    rules: { final: false, timeLimitMinutes: null, shuffleQuestions: true, shuffleOptions: true },
    questions: [],
  };

  constructor(
    kinds: LessonKinds,
    private readonly questionKinds: QuestionKinds,
  ) {
    kinds.add(this);
  }

  decidesScore({ rules }: QuizForAuthor): boolean {
    return rules.final;
  }

  check(_reader: Reader, { body }: DraftLesson<QuizForAuthor>): Promise<readonly LessonFinding[]> {
    if (body.questions.length === 0) return Promise.resolve([{ code: 'QUIZ_EMPTY', blocking: true }]);
    const findings = body.questions.flatMap((question, index) =>
      this.questionKinds
        .get(question.kind)
        .faults(question)
        .map((fault) => ({ code: `QUESTION_${fault}` as const, blocking: true, params: { number: index + 1 } })),
    );
    return Promise.resolve(findings);
  }

  async compile(tx: Tx, { versionId, lesson }: { versionId: string; lesson: DraftLesson<QuizForAuthor> }): Promise<CompiledLesson> {
    const { introduction, rules, questions } = lesson.body;
    await tx.repository(QuizPaperEntity).insert({ versionId, lessonId: lesson.id, rules, questions });
    const points = questions.reduce((sum, question) => sum + question.points, 0);
    return { content: { introduction, rules, questionCount: questions.length, points }, facts: {} };
  }
}

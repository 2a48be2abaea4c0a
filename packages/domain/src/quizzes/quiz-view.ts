import type { CompiledCourse } from '@pamong/contract/course-content';
import type { Attempt, AttemptSummary } from '@pamong/contract/quizzes';
import type * as z from 'zod';
import type { QuestionKinds } from '../questions/question-kinds.js';
import { keyOf } from '../questions/choice.rules.js';
import { grade } from './grading.rules.js';
import type { QuizAnswerEntity } from './quiz-answer.entity.js';
import type { QuizAttemptEntity } from './quiz-attempt.entity.js';
import type { QuizPaperEntity } from './quiz-paper.entity.js';

/** Pass mark of a course that publishes quizzes without one cannot happen (check list); 70 is the product's default. */
export function passMarkOf(course: CompiledCourse): number {
  return course.rules.passMark ?? 70;
}

export function summaryOf(attempt: QuizAttemptEntity): z.input<typeof AttemptSummary> {
  return {
    id: attempt.id,
    number: attempt.number,
    state: attempt.submittedAt === null ? 'open' : attempt.gradedAt === null ? 'grading' : 'graded',
    startedAt: attempt.startedAt.toISOString(),
    deadlineAt: attempt.deadlineAt?.toISOString() ?? null,
    submittedAt: attempt.submittedAt?.toISOString() ?? null,
    submittedByDeadline: attempt.submittedByDeadline,
    score: attempt.score,
    passed: attempt.passed,
  };
}

export interface AttemptParts {
  readonly attempt: QuizAttemptEntity;
  readonly paper: Readonly<QuizPaperEntity>;
  readonly answers: readonly QuizAnswerEntity[];
  readonly passMark: number;
  /** Whether the rules allow the key to be shown. */
  readonly keyIsOpen: boolean;
  readonly now: Date;
}

/** An attempt as its learner may see it: questions in their order, without the key unless the rules open it. */
export function attemptView(kinds: QuestionKinds, parts: AttemptParts): z.input<typeof Attempt> {
  const { attempt, paper, answers } = parts;
  const byId = new Map(paper.questions.map((question) => [question.id, question]));
  const questions = attempt.questionOrder.flatMap((id) => {
    const question = byId.get(id);
    return question === undefined ? [] : [kinds.get(question.kind).forLearner(question, attempt.optionOrder[id] ?? [])];
  });
  return {
    ...summaryOf(attempt),
    courseId: attempt.courseId,
    lessonId: attempt.lessonId,
    serverNow: parts.now.toISOString(),
    passMark: parts.passMark,
    questions,
    answers: answers.map((answer) => ({ questionId: answer.questionId, choice: answer.choice, savedAt: answer.savedAt.toISOString() })),
    review: parts.keyIsOpen && attempt.gradedAt !== null ? review(kinds, parts) : null,
  };
}

function review(kinds: QuestionKinds, { paper, answers, passMark }: AttemptParts) {
  const choices = new Map(answers.map((answer) => [answer.questionId, answer.choice]));
  const graded = grade(paper.questions, choices, passMark, (question, choice) => kinds.get(question.kind).fraction(question, choice));
  const byId = new Map(paper.questions.map((question) => [question.id, question]));
  return graded.questions.flatMap(({ questionId, earned }) => {
    const question = byId.get(questionId);
    return question === undefined ? [] : [{ questionId, right: keyOf(question), earned, explanation: question.explanation }];
  });
}

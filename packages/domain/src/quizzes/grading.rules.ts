import type { QuestionForAuthor } from '@pamong/contract/questions';

/** Part of a question's points that a choice earns, 0 to 1. */
export type Fraction = (question: QuestionForAuthor, choice: readonly string[]) => number;

export interface GradedQuestion {
  readonly questionId: string;
  /** Points, possibly a fraction of the question's. */
  readonly earned: number;
}

export interface Grade {
  /** 0 to 100 with two decimals. */
  readonly score: number;
  readonly passed: boolean;
  readonly questions: readonly GradedQuestion[];
}

/**
 * Grades an attempt.
 * @param answers choice by question id; a question without an answer earns nothing
 * @param passMark 0 to 100; the score passes when it reaches it
 */
export function grade(questions: readonly QuestionForAuthor[], answers: ReadonlyMap<string, readonly string[]>, passMark: number, fraction: Fraction): Grade {
  const graded = questions.map((question) => ({
    questionId: question.id,
    earned: fraction(question, answers.get(question.id) ?? []) * question.points,
  }));
  const points = questions.reduce((sum, question) => sum + question.points, 0);
  const earned = graded.reduce((sum, one) => sum + one.earned, 0);
  const score = points === 0 ? 0 : Math.round((earned / points) * 10_000) / 100;
  return { score, passed: score >= passMark, questions: graded };
}

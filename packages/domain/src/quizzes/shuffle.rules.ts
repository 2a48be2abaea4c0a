import { createHash } from 'node:crypto';
import type { QuestionForAuthor } from '@pamong/contract/questions';
import type { QuizForAuthor } from '@pamong/contract/quizzes';

/**
 * The items in an order that the seed decides: the same seed gives the same order on every machine, another seed another one.
 * @param seed secret to learners, with what is shuffled
 */
export function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  return items
    .map((item, index) => ({ item, rank: createHash('sha256').update(`${seed} ${index}`).digest('hex') }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ item }) => item);
}

export interface DrawnOrder {
  /** Ids of the questions. */
  readonly questions: string[];
  /** Ids of the options by the id of their question. */
  readonly options: Record<string, string[]>;
}

/** The order in which one learner meets questions and options, as the quiz's rules shuffle them. */
export function drawOrder(questions: readonly QuestionForAuthor[], rules: QuizForAuthor['rules'], seed: string): DrawnOrder {
  const ordered = rules.shuffleQuestions ? shuffled(questions, `${seed} questions`) : questions;
  return {
    questions: ordered.map((question) => question.id),
    options: Object.fromEntries(
      questions.map((question) => {
        const ids = question.options.map((option) => option.id);
        return [question.id, rules.shuffleOptions ? shuffled(ids, `${seed} ${question.id}`) : ids];
      }),
    ),
  };
}

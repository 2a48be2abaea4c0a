import type { QuestionForAuthor, QuestionForLearner } from '@pamong/contract/questions';
import type { QuestionFault } from './question-kinds.js';

/** Ids of the right options. */
export function keyOf(question: QuestionForAuthor): string[] {
  return question.options.filter((option) => option.right).map((option) => option.id);
}

/** Single choice: all or nothing; more than one mark is no answer. */
export function singleFraction(question: QuestionForAuthor, choice: readonly string[]): number {
  return choice.length === 1 && keyOf(question)[0] === choice[0] ? 1 : 0;
}

/**
 * Multiple choice with partial credit: (right - wrong) / number right, not below 0, so that marking everything earns nothing.
 */
export function multipleFraction(question: QuestionForAuthor, choice: readonly string[]): number {
  const key = new Set(keyOf(question));
  const marked = [...new Set(choice)];
  const right = marked.filter((id) => key.has(id)).length;
  return key.size === 0 ? 0 : Math.max(0, (right - (marked.length - right)) / key.size);
}

/** What makes a choice question unfit to publish. @param single exactly one option may be right */
export function choiceFaults(question: QuestionForAuthor, single: boolean): QuestionFault[] {
  const faults: QuestionFault[] = [];
  const right = keyOf(question).length;
  if (right === 0) faults.push('KEY_MISSING');
  if (single && right > 1) faults.push('KEY_AMBIGUOUS');
  const texts = new Set(question.options.map((option) => option.text.trim().toLowerCase()));
  if (texts.size < question.options.length) faults.push('OPTIONS_ALIKE');
  return faults;
}

/** The question as a learner may see it, options in the given order. */
export function choiceForLearner(question: QuestionForAuthor, optionIds: readonly string[]): QuestionForLearner {
  const byId = new Map(question.options.map((option) => [option.id, option]));
  return {
    id: question.id,
    kind: question.kind,
    text: question.text,
    points: question.points,
    options: optionIds.flatMap((id) => {
      const option = byId.get(id);
      return option === undefined ? [] : [{ id, text: option.text }];
    }),
  };
}

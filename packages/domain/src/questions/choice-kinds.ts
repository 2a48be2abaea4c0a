import { Injectable } from '@nestjs/common';
import { choiceFaults, choiceForLearner, multipleFraction, singleFraction } from './choice.rules.js';
import { QuestionKinds } from './question-kinds.js';

/** Registers single and multiple choice. */
@Injectable()
export class ChoiceKinds {
  constructor(kinds: QuestionKinds) {
    kinds.add({ kind: 'single', faults: (question) => choiceFaults(question, true), forLearner: choiceForLearner, fraction: singleFraction });
    kinds.add({ kind: 'multiple', faults: (question) => choiceFaults(question, false), forLearner: choiceForLearner, fraction: multipleFraction });
  }
}

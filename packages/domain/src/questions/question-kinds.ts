import { Injectable } from '@nestjs/common';
import type { QuestionForAuthor, QuestionForLearner, QuestionKindName } from '@pamong/contract/questions';

/** One way to ask. A new kind is a new folder that joins when it is constructed. */
export interface QuestionKind {
  readonly kind: QuestionKindName;
  /** What stands against publishing it, as finding codes of the quiz. */
  faults(question: QuestionForAuthor): readonly QuestionFault[];
  /** The question without its key. @param optionIds options in the learner's order */
  forLearner(question: QuestionForAuthor, optionIds: readonly string[]): QuestionForLearner;
  /** Part of the points that the choice earns, 0 to 1. */
  fraction(question: QuestionForAuthor, choice: readonly string[]): number;
}

export type QuestionFault = 'KEY_MISSING' | 'KEY_AMBIGUOUS' | 'OPTIONS_ALIKE';

/** The registry of question kinds. */
@Injectable()
export class QuestionKinds {
  private readonly kinds = new Map<QuestionKindName, QuestionKind>();

  add(kind: QuestionKind): void {
    if (this.kinds.has(kind.kind)) throw new Error(`The question kind ${kind.kind} is registered twice`);
    this.kinds.set(kind.kind, kind);
  }

  /** @throws Error for a kind of the contract that nobody has registered: a fault of ours */
  get(name: QuestionKindName): QuestionKind {
    const kind = this.kinds.get(name);
    if (kind === undefined) throw new Error(`Nobody has registered the question kind ${name}`);
    return kind;
  }
}

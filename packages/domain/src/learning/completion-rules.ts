import { Injectable } from '@nestjs/common';
import type { LessonCompletion } from '@pamong/contract/course-content';

/** What the learner's page has told of a lesson that they have open. */
export interface ReadingState {
  /** Seconds that it was before their eyes; never more than the time that passed since it was opened. */
  readonly seconds: number;
  /** They have reached its end. */
  readonly end: boolean;
  /** They said that it is done. */
  readonly marked: boolean;
}

/** One way in which reading completes a lesson. */
export interface ReadingRule {
  readonly rule: LessonCompletion['rule'];
  met(completion: LessonCompletion, reading: ReadingState): boolean;
}

/** Rules that learning decides by itself. `watched`, `passed` and `submitted` belong to the features of recordings and quizzes, which call `completeLesson`. */
@Injectable()
export class CompletionRules {
  private readonly rules = new Map<string, ReadingRule>();

  constructor() {
    this.add({ rule: 'opened', met: () => true });
    this.add({ rule: 'marked', met: (_, { marked }) => marked });
    this.add({ rule: 'scroll', met: (_, { end }) => end });
    this.add({ rule: 'time', met: (completion, { seconds }) => completion.rule === 'time' && seconds >= completion.seconds });
  }

  add(rule: ReadingRule): void {
    if (this.rules.has(rule.rule)) throw new Error(`Completion rule ${rule.rule} is there twice`);
    this.rules.set(rule.rule, rule);
  }

  /** Does this reading complete the lesson? Never where another feature decides. */
  met(completion: LessonCompletion, reading: ReadingState): boolean {
    return this.rules.get(completion.rule)?.met(completion, reading) ?? false;
  }
}

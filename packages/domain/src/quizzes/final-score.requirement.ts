import { Injectable } from '@nestjs/common';
import type { Reader } from '@pamong/platform/database/database';
import type { CompletionRequirement, RequirementSubject } from '../learning/completion-requirements.js';
import { CompletionRequirements } from '../learning/completion-requirements.js';
import { QuizAttemptsRepository } from './quiz-attempts.repository.js';
import { passMarkOf } from './quiz-view.js';

/** Every final quiz is passed. */
@Injectable()
export class FinalScoreRequirement implements CompletionRequirement {
  readonly key = 'final_score';

  constructor(
    requirements: CompletionRequirements,
    private readonly attempts: QuizAttemptsRepository,
  ) {
    requirements.add(this);
  }

  async missing(reader: Reader, { enrolment, course }: RequirementSubject) {
    const results = await this.attempts.listFinalResults(reader, enrolment.id);
    return results
      .filter((result) => !result.passed)
      .map(({ lessonId, attempts, best }) => {
        // No score is not a score of 0: nobody has failed what they have not tried.
        const code = best !== null ? 'final_score' : attempts === 0 ? 'final_test_untried' : 'final_test_ungraded';
        return { code, lessonIds: [lessonId], params: { passMark: passMarkOf(course), ...(best === null ? {} : { best }) } };
      });
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '@pamong/platform/database/database';
import type { EnrolmentMerger, EnrolmentPair } from '../enrolments/enrolment-mergers.js';
import { EnrolmentMergers } from '../enrolments/enrolment-mergers.js';
import type { MergeLine, PersonMerger } from '../people/person-mergers.js';
import { PersonMergers } from '../people/person-mergers.js';

/** That a form was filled in is known of both enrolments; what was answered names nobody. */
@Injectable()
export class EvaluationMerger implements PersonMerger, EnrolmentMerger {
  readonly key = 'evaluation';
  readonly title = { id: 'Evaluasi', en: 'Evaluation' };
  readonly references = {
    moves: ['evaluation_filled.enrolment_id'],
    // A published course goes on naming its instructors as it did.
    follows: ['evaluation_response.subject_id'],
  };

  constructor(mergers: PersonMergers, enrolments: EnrolmentMergers) {
    mergers.add(this);
    enrolments.add(this);
  }

  /** Enrolments tell of it. */
  async preview(): Promise<MergeLine[]> {
    return [];
  }

  async move(): Promise<void> {}

  async join(tx: Tx, { keptId, goneId }: EnrolmentPair): Promise<void> {
    await tx.query(
      `insert into evaluation_filled (enrolment_id, form_key, subject_key) select $1, form_key, subject_key from evaluation_filled where enrolment_id = $2 on conflict do nothing`,
      [keptId, goneId],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { explainConstraints } from '../constraint-problems.js';
import { EvaluationFilledEntity } from './evaluation-filled.entity.js';
import { EvaluationResponseEntity } from './evaluation-response.entity.js';

explainConstraints({ evaluation_filled_pkey: 'EVALUATION_FILLED' });

@Injectable()
export class EvaluationRepository {
  /** `form_key` and `subject_key` of the forms that were filled, joined by a blank. */
  async listFilled(reader: Reader, enrolmentId: string): Promise<Set<string>> {
    const filled = await reader.repository(EvaluationFilledEntity).findBy({ enrolmentId });
    return new Set(filled.map((one) => `${one.formKey} ${one.subjectKey}`));
  }

  async insert(tx: Tx, filled: EvaluationFilledEntity, response: EvaluationResponseEntity): Promise<void> {
    await tx.repository(EvaluationFilledEntity).insert(filled);
    await tx.repository(EvaluationResponseEntity).insert(response);
  }
}

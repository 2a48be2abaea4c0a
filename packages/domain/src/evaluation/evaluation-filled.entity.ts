import { Entity, PrimaryColumn } from 'typeorm';

/** That a learner has filled a form; what they answered is not reachable from here. */
@Entity('evaluation_filled')
export class EvaluationFilledEntity {
  @PrimaryColumn('uuid') enrolmentId!: string;
  @PrimaryColumn('text') formKey!: string;
  @PrimaryColumn('text') subjectKey!: string;
}

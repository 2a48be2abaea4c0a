import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody answered; who it was is not reachable from here. */
@Entity('evaluation_response')
export class EvaluationResponseEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') courseId!: string;
  @Column('uuid') versionId!: string;
  @Column('text') formKey!: string;
  @Column('uuid', { nullable: true }) subjectId!: string | null;
  @Column('smallint', { array: true }) ratings!: number[];
  @Column('text') suggestion!: string;
  /** First day of the month of the answer. */
  @Column('date') month!: string;
}

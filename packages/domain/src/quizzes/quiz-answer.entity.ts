import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The latest choice of a learner for one question of an attempt. */
@Entity('quiz_answer')
export class QuizAnswerEntity {
  @PrimaryColumn('uuid') attemptId!: string;
  @PrimaryColumn('uuid') questionId!: string;
  @Column('uuid', { array: true }) choice!: string[];
  @Column('timestamptz') savedAt!: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One try of a learner at a quiz. */
@Entity('quiz_attempt')
export class QuizAttemptEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') enrolmentId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') courseId!: string;
  @Column('uuid') versionId!: string;
  @Column('uuid') lessonId!: string;
  @Column('int') number!: number;
  @Column('uuid', { array: true }) questionOrder!: string[];
  /** Option ids by question id, each list in the learner's order. */
  @Column('jsonb') optionOrder!: Record<string, string[]>;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz', { nullable: true }) deadlineAt!: Date | null;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('boolean', { default: false }) submittedByDeadline!: boolean;
  @Column('timestamptz', { nullable: true }) gradedAt!: Date | null;
  /** 0 to 100; a decimal arrives as text. */
  @Column('numeric', { precision: 5, scale: 2, nullable: true, transformer: { to: (value: number | null) => value, from: (value: string | null) => (value === null ? null : Number(value)) } })
  score!: number | null;
  @Column('boolean', { nullable: true }) passed!: boolean | null;
}

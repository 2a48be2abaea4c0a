import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a learner is in one lesson. */
@Entity('lesson_progress')
export class LessonProgressEntity {
  @PrimaryColumn('uuid') enrolmentId!: string;
  @PrimaryColumn('uuid') lessonId!: string;
  @Column('timestamptz') openedAt!: Date;
  @Column('timestamptz', { nullable: true }) completedAt!: Date | null;
  @Column('jsonb', { default: {} }) detail!: Record<string, unknown>;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a lesson was when it was saved: kept once for each stretch of work of one author, and at every publication. */
@Entity('lesson_revision')
export class LessonRevisionEntity {
  @PrimaryColumn('uuid') lessonId!: string;
  @PrimaryColumn('int') revision!: number;
  @Column('text') title!: string;
  @Column('int') minutes!: number;
  @Column('boolean') required!: boolean;
  @Column('jsonb') body!: unknown;
  @Column('uuid', { nullable: true }) savedBy!: string | null;
  @Column('timestamptz') savedAt!: Date;
}

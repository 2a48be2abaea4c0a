import type { LessonCompletion, LessonKindName, LessonRelease } from '@pamong/contract/course-content';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A lesson of a draft; its kind decides the shape of `body`. */
@Entity('lesson')
export class LessonEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') courseId!: string;
  @Column('uuid') moduleId!: string;
  @Column('int') position!: number;
  @Column('text') kind!: LessonKindName;
  @Column('text') title!: string;
  @Column('int') minutes!: number;
  @Column('boolean') required!: boolean;
  @Column('jsonb') body!: unknown;
  /** Null: what its kind does by itself. */
  @Column('jsonb', { nullable: true }) completion!: LessonCompletion | null;
  /** Lessons that must be complete before it opens; null: the required one before it. */
  @Column('jsonb', { nullable: true }) requires!: string[] | null;
  @Column('jsonb', { nullable: true }) release!: LessonRelease | null;
  @Column('int') revision!: number;
  @Column('timestamptz') updatedAt!: Date;
  @Column('uuid', { nullable: true }) updatedBy!: string | null;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}

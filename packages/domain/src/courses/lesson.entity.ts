import type { LessonKindName } from '@pamong/contract/course-content';
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
  @Column('int') revision!: number;
  @Column('timestamptz') updatedAt!: Date;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}

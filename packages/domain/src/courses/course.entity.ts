import type { CompiledCourse } from '@pamong/contract/course-content';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A course as its authors edit it; learners read versions. */
@Entity('course')
export class CourseEntity {
  @PrimaryColumn('uuid') id!: string;
  /** Organisation that answers for it. */
  @Column('uuid') ownerId!: string;
  @Column('text') code!: string;
  @Column('text') title!: string;
  @Column('text') summary!: string;
  @Column('jsonb') objectives!: string[];
  @Column('text') audience!: string;
  @Column('text') level!: CompiledCourse['level'];
  @Column('text') category!: string;
  @Column('text') language!: string;
  @Column('jsonb') competences!: CompiledCourse['competences'];
  @Column('int') siasnKind!: number;
  @Column('int', { nullable: true }) passMark!: number | null;
  @Column('double precision') watchThreshold!: number;
  @Column('int', { nullable: true }) maxAttempts!: number | null;
  @Column('int') retryAfterMinutes!: number;
  @Column('jsonb') requirements!: CompiledCourse['rules']['requirements'];
  @Column('uuid', { nullable: true }) publishedVersionId!: string | null;
  /** Grows with every change of the facts; an editor must name the one it has seen. */
  @Column('int') revision!: number;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column('timestamptz') createdAt!: Date;
  /** Of the facts, the outline or any lesson. */
  @Column('timestamptz') updatedAt!: Date;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}

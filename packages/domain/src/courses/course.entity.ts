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
  /** Everybody, or the people of the owner's agency. */
  @Column('text', { default: 'public' }) visibility!: 'public' | 'agency';
  @Column('text', { default: 'self_paced' }) form!: CompiledCourse['form'];
  /** Whom learners may ask, in free words. */
  @Column('text', { default: '' }) contact!: string;
  @Column('uuid', { nullable: true }) coverPictureId!: string | null;
  /** Most people who may take it; null: no limit. */
  @Column('int', { nullable: true }) seats!: number | null;
  /** Others of the agency may start from it; it is never published. */
  @Column('boolean', { default: false }) isTemplate!: boolean;
  /** When it will be published by itself, in the name of `publishBy`. */
  @Column('timestamptz', { nullable: true }) publishAt!: Date | null;
  @Column('uuid', { nullable: true }) publishBy!: string | null;
  /** Nobody new may find or take it since; who takes it goes on. */
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
  /** Out of the workspace's list, read-only. */
  @Column('timestamptz', { nullable: true }) archivedAt!: Date | null;
  @Column('uuid', { nullable: true }) publishedVersionId!: string | null;
  /** Grows with every change of the facts; an editor must name the one it has seen. */
  @Column('int') revision!: number;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column('timestamptz') createdAt!: Date;
  /** Of the facts, the outline or any lesson. */
  @Column('timestamptz') updatedAt!: Date;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}

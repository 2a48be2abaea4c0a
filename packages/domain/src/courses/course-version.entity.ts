import type { CompiledCourse } from '@pamong/contract/course-content';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was published; never changes. */
@Entity('course_version')
export class CourseVersionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') courseId!: string;
  @Column('int') number!: number;
  @Column('jsonb') outline!: CompiledCourse;
  /** Lower-case words of the facts, for the catalogue's search. */
  @Column('text') search!: string;
  @Column('timestamptz') publishedAt!: Date;
  @Column('uuid', { nullable: true }) publishedBy!: string | null;
}

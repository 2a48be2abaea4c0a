import type { CompiledCourse } from '@pamong/contract/course-content';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was published; never changes. */
@Entity('course_version')
export class CourseVersionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') courseId!: string;
  @Column('int') number!: number;
  @Column('jsonb') outline!: CompiledCourse;
  @Column('timestamptz') publishedAt!: Date;
  @Column('uuid', { nullable: true }) publishedBy!: string | null;
}

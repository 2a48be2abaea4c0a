import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who teaches a course, and may therefore edit it. */
@Entity('course_instructor')
export class CourseInstructorEntity {
  @PrimaryColumn('uuid') courseId!: string;
  @PrimaryColumn('uuid') personId!: string;
  @Column('int') position!: number;
}

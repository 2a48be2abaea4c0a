import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A course that must be completed before another one may be taken. */
@Entity('course_prerequisite')
export class CoursePrerequisiteEntity {
  @PrimaryColumn('uuid') courseId!: string;
  @PrimaryColumn('uuid') requiresCourseId!: string;
  @Column('int') position!: number;
}

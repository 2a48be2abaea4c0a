import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A module of a draft. */
@Entity('course_module')
export class CourseModuleEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') courseId!: string;
  @Column('int') position!: number;
  @Column('text') title!: string;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}

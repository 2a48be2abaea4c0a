import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A course that a person keeps for later. */
@Entity('saved_course')
export class SavedCourseEntity {
  @PrimaryColumn('uuid') personId!: string;
  @PrimaryColumn('uuid') courseId!: string;
  @Column('timestamptz') savedAt!: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A picture of a course's readings; its bytes lie in the storage. */
@Entity('course_picture')
export class CoursePictureEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') courseId!: string;
  @Column('text') contentType!: 'image/webp' | 'image/svg+xml';
  @Column('int') bytes!: number;
  @Column('int', { nullable: true }) width!: number | null;
  @Column('int', { nullable: true }) height!: number | null;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column('timestamptz') createdAt!: Date;
}

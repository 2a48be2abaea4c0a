import type { LessonKindName } from '@pamong/contract/course-content';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What learners receive of one lesson of a version; never changes. */
@Entity('lesson_version')
export class LessonVersionEntity {
  @PrimaryColumn('uuid') versionId!: string;
  @PrimaryColumn('uuid') lessonId!: string;
  @Column('text') kind!: LessonKindName;
  @Column('jsonb') content!: unknown;
}

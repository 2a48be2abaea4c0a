import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which seconds of a lesson's recording a learner has watched. Read and written by plain SQL only; this maps the columns. */
@Entity('watch_state')
export class WatchStateEntity {
  @PrimaryColumn('uuid') enrolmentId!: string;
  @PrimaryColumn('uuid') lessonId!: string;
  /** Seconds that the recording has. */
  @Column('int') length!: number;
  /** Seconds that complete the lesson. */
  @Column('int') needed!: number;
  @Column('int4multirange') seconds!: string;
  @Column('int') covered!: number;
  @Column('int') positionMs!: number;
  @Column('timestamptz', { nullable: true }) completedAt!: Date | null;
  @Column('timestamptz') updatedAt!: Date;
  /** The viewing that was opened last, and the seconds credited since it began: here, so that its heartbeat writes one row. */
  @Column('uuid', { nullable: true }) viewingId!: string | null;
  @Column('int', { default: 0 }) viewingCredited!: number;
}

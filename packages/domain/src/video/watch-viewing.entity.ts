import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One opening of a player by one person; at most one of a person is active. */
@Entity('watch_viewing')
export class WatchViewingEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') enrolmentId!: string;
  @Column('uuid') lessonId!: string;
  @Column('timestamptz') startedAt!: Date;
  /** When another device took over; null while active. */
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  /** Seconds credited since it began; counted in the watch state as long as it is the current viewing there. */
  @Column('int') credited!: number;
}

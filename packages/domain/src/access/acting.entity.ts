import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A session in which an admin sees Pamong as somebody else, for support. */
@Entity('acting')
export class ActingEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') sessionId!: string;
  @Column('uuid') adminId!: string;
  @Column('uuid') subjectId!: string;
  @Column('text') reason!: string;
  @Column('boolean') mayWrite!: boolean;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz') until!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}

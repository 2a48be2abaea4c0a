import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing that somebody did; written in the transaction of the thing itself, never changed. */
@Entity('audit_event')
export class AuditEventEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column({ type: 'bigint', insert: false, update: false }) seq!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { nullable: true }) actorPersonId!: string | null;
  /** Whom the actor acted as, where it was not the actor's own account. */
  @Column('uuid', { nullable: true }) actingForPersonId!: string | null;
  @Column('uuid', { nullable: true }) agencyId!: string | null;
  @Column('text') action!: string;
  @Column('text') subjectKind!: string;
  @Column('uuid', { nullable: true }) subjectId!: string | null;
  @Column('jsonb') details!: Record<string, unknown>;
  @Column('text', { nullable: true }) traceId!: string | null;
  @Column('bytea', { nullable: true }) previousSeal!: Buffer | null;
  @Column('bytea', { nullable: true }) seal!: Buffer | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

export type OrganisationEventKind = 'created' | 'renamed' | 'moved' | 'merged' | 'closed' | 'reopened';

/** Something that happened to a unit; its history page is made of these. */
@Entity('organisation_event')
export class OrganisationEventEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organisationId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') kind!: OrganisationEventKind;
  /** Names as they were that day. */
  @Column('jsonb') details!: Record<string, unknown>;
  @Column('uuid', { nullable: true }) actorPersonId!: string | null;
}

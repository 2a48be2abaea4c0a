import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The way of a person to another agency: proposed by one side, decided by the other. */
@Entity('person_transfer')
export class PersonTransferEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') fromAgencyId!: string;
  @Column('uuid') toAgencyId!: string;
  /** The unit there, chosen by the receiving agency. */
  @Column('uuid', { nullable: true }) toOrganisationId!: string | null;
  @Column('text') state!: 'proposed' | 'accepted' | 'declined' | 'withdrawn';
  @Column('date') effectiveOn!: string;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid') proposedById!: string;
  @Column('timestamptz') proposedAt!: Date;
  @Column('uuid', { nullable: true }) decidedById!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  /** Which side proposed it; the other one decides. */
  @Column('text') askedBy!: 'from' | 'to';
  /** Why it was declined. */
  @Column('text', { nullable: true }) decisionNote!: string | null;
  /** When the person went over; an accepted transfer waits for its day. */
  @Column('timestamptz', { nullable: true }) appliedAt!: Date | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PersonStatus } from './person-status.entity.js';

export type EmploymentKind = 'PNS' | 'CPNS' | 'PPPK' | 'PPPK_PART_TIME' | 'NON_ASN';

/** A human being who learns, teaches or administers; numbers, accounts and roles come and go, the person stays. */
@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') agencyId!: string;
  /** The unit where the person works. */
  @Column('uuid') organisationId!: string;
  @Column('text', { nullable: true }) titleBefore!: string | null;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) titleAfter!: string | null;
  @Column('text', { nullable: true }) sex!: 'male' | 'female' | null;
  @Column('text') employmentKind!: EmploymentKind;
  /** `III/b` for PNS, `IX` for PPPK. */
  @Column('text', { nullable: true }) rankCode!: string | null;
  /** `Penata Muda Tingkat I`; PPPK have none. */
  @Column('text', { nullable: true }) rankName!: string | null;
  @Column('text', { nullable: true }) postKind!: string | null;
  @Column('text', { nullable: true }) postName!: string | null;
  @Column('text', { nullable: true }) birthPlace!: string | null;
  @Column('date', { nullable: true }) birthDate!: string | null;
  /** Who supervises today: set by hand, or the head of the unit or of the next one above. */
  @Column('uuid', { nullable: true }) supervisorId!: string | null;
  @Column('citext', { nullable: true }) email!: string | null;
  @Column('text') timeZone!: string;
  @Column('text', { nullable: true }) externalRef!: string | null;
  /** Digits, perhaps with a plus before them. */
  @Column('text', { nullable: true }) phone!: string | null;
  /** Key of the photo in the storage; only where a document asks for one. */
  @Column('text', { nullable: true }) photoKey!: string | null;
  /** Status of today; the days are in person_status. */
  @Column('text') status!: PersonStatus;
  /** The person whom this record turned out to be as well. */
  @Column('uuid', { nullable: true }) mergedIntoId!: string | null;
  /** Grows with every change, so that two editors notice each other. */
  @Column('int') revision!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') changedAt!: Date;
}

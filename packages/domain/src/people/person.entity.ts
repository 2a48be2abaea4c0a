import { Column, Entity, PrimaryColumn } from 'typeorm';

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
  @Column('uuid', { nullable: true }) supervisorId!: string | null;
  @Column('citext', { nullable: true }) email!: string | null;
  @Column('text') timeZone!: string;
  @Column('text', { nullable: true }) externalRef!: string | null;
  @Column('timestamptz') createdAt!: Date;
}

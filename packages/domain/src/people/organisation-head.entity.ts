import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who heads a unit from one day to another. */
@Entity('organisation_head')
export class OrganisationHeadEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organisationId!: string;
  @Column('uuid') personId!: string;
  /** `Plt.` stands in for a vacant post, `Plh.` for a head who is away. */
  @Column('text', { nullable: true }) acting!: 'PLT' | 'PLH' | null;
  /** First and last day, `YYYY-MM-DD`. */
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validUntil!: string | null;
}

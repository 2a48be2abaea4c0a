import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a person worked, and when. */
@Entity('person_unit')
export class PersonUnitEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') organisationId!: string;
  /** As printed then; the unit may have been renamed since. */
  @Column('text') unitName!: string;
  /** First and last day, `YYYY-MM-DD`. */
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validUntil!: string | null;
}

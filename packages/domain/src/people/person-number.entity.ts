import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A staff number with the days it was valid; at most one person holds a number at a time. */
@Entity('person_number')
export class PersonNumberEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') kind!: 'NIP' | 'NI_PPPK' | 'NIP_OLD';
  @Column('text') number!: string;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validUntil!: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A contract year of a PPPK, the period in which the JP ceiling counts. */
@Entity('contract_period')
export class ContractPeriodEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('date') startsOn!: string;
  @Column('date') endsOn!: string;
}

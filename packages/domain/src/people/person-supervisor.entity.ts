import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A supervisor set by hand, which goes before the one that follows from the tree. */
@Entity('person_supervisor')
export class PersonSupervisorEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') supervisorId!: string;
  /** First and last day, `YYYY-MM-DD`. */
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validUntil!: string | null;
}

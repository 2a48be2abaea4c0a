import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody from outside says of where they come from. */
@Entity('outside_person')
export class OutsidePersonEntity {
  @PrimaryColumn('uuid') personId!: string;
  /** Printed on certificates in place of unit and agency. */
  @Column('text') affiliation!: string;
  /** A number of their own agency; never a NIK. */
  @Column('text', { nullable: true }) number!: string | null;
  @Column('timestamptz') registeredAt!: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of a person's lesson hours. Never changed and never removed; the database refuses both. */
@Entity('ledger_entry')
export class LedgerEntryEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') agencyId!: string;
  /** Day that it counts for, `YYYY-MM-DD`, in the person's zone. */
  @Column('date') day!: string;
  @Column('text') kind!: 'course' | 'opening' | 'reversal';
  @Column('text') title!: string;
  @Column('int') jp!: number;
  @Column('int') minutes!: number;
  @Column('int', { nullable: true }) siasnKind!: number | null;
  @Column('text') ruleVersion!: string;
  @Column('text') evidence!: string;
  @Column('uuid', { nullable: true }) certificateId!: string | null;
  @Column('timestamptz') recordedAt!: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EmploymentKind } from '../people/person.entity.js';

/** Hours a year that a kind of staff is owed or may count, with the days of its validity; an agency's own rule goes first. */
@Entity('jp_rule')
export class JpRuleEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) agencyId!: string | null;
  @Column('text') employmentKind!: EmploymentKind;
  @Column('text') rule!: 'minimum' | 'ceiling';
  @Column('int') target!: number;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validUntil!: string | null;
}

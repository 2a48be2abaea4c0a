import { Column, Entity, PrimaryColumn } from 'typeorm';

export type PersonStatus = 'active' | 'study_assignment' | 'unpaid_leave' | 'leave' | 'transferred' | 'retired' | 'deceased';

/** A status of a person with its days; it decides whether targets, reminders and compliance count the person. */
@Entity('person_status')
export class PersonStatusEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') status!: PersonStatus;
  /** First and last day, `YYYY-MM-DD`. */
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validUntil!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
}

import type { Role } from '@pamong/contract/permissions';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role that a person holds at an organisation, with the time in which it counts. Rows stay when they end. */
@Entity('role_assignment')
export class RoleAssignmentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') role!: Role;
  @Column('uuid') organisationId!: string;
  @Column('timestamptz') validFrom!: Date;
  /** The planned end. */
  @Column('timestamptz', { nullable: true }) validUntil!: Date | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { nullable: true }) grantedBy!: string | null;
  /** When somebody ended it before its time. */
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('uuid', { nullable: true }) endedBy!: string | null;
}

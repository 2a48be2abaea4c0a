import type { Role } from '@pamong/contract/permissions';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role that a person holds at an organisation, with the time in which it counts. */
@Entity('role_assignment')
export class RoleAssignmentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('text') role!: Role;
  @Column('uuid') organisationId!: string;
  @Column('timestamptz') validFrom!: Date;
  @Column('timestamptz', { nullable: true }) validUntil!: Date | null;
}

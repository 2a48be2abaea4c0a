import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One role of a delegation: which of the lender's, and at which organisation (the role's own or one below). */
@Entity('delegation_role')
export class DelegationRoleEntity {
  @PrimaryColumn('uuid') delegationId!: string;
  @PrimaryColumn('uuid') assignmentId!: string;
  @Column('uuid') organisationId!: string;
}

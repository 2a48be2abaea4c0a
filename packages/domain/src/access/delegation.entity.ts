import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody lends roles of their own to a deputy for a time. */
@Entity('delegation')
export class DelegationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') fromPersonId!: string;
  @Column('uuid') toPersonId!: string;
  @Column('text') reason!: string;
  @Column('timestamptz') validFrom!: Date;
  @Column('timestamptz') validUntil!: Date;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('uuid', { nullable: true }) endedBy!: string | null;
}

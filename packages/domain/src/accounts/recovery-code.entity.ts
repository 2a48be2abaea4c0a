import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A code for the day when the phone is gone; used once, kept as a hash. */
@Entity('recovery_code')
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid') accountId!: string;
  @PrimaryColumn('bytea') codeHash!: Buffer;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
}

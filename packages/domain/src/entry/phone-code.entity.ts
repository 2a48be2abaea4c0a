import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A registration that waits for the code which was sent to its number. */
@Entity('phone_code')
export class PhoneCodeEntity {
  @PrimaryColumn('uuid') id!: string;
  /** E.164. */
  @Column('text') phone!: string;
  /** By the `SecretBox`: it must be read again to be sent. */
  @Column('text') codeSealed!: string;
  @Column('jsonb') details!: Record<string, unknown>;
  @Column('int', { default: 0 }) tries!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
}

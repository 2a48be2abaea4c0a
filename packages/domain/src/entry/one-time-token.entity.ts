import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `code` is what a printed code was exchanged for. */
export type TokenPurpose = 'reset' | 'invite' | 'code' | 'email' | 'register';

/** A link that works once. The token itself is only in the mail. */
@Entity('one_time_token')
export class OneTimeTokenEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') purpose!: TokenPurpose;
  /** SHA-256 of the token. */
  @Column('bytea') tokenHash!: Buffer;
  @Column('uuid', { nullable: true }) personId!: string | null;
  /** The address that whoever holds the token has proved. */
  @Column('citext', { nullable: true }) email!: string | null;
  /** The number that whoever holds the token has proved. */
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('uuid', { nullable: true }) codeId!: string | null;
  @Column('jsonb', { nullable: true }) details!: Record<string, unknown> | null;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}

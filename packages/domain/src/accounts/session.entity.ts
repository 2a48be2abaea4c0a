import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed-in browser. The token itself is only in its cookie. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn('uuid') id!: string;
  /** SHA-256 of the token. */
  @Column('bytea') tokenHash!: Buffer;
  @Column('uuid') accountId!: string;
  /** SHA-256 of the browser's own cookie, which outlives the session. */
  @Column('bytea', { nullable: true }) deviceHash!: Buffer | null;
  @Column('text') userAgent!: string;
  @Column('inet') address!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') lastSeenAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}

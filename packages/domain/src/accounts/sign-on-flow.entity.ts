import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign-on that is under way at a provider. */
@Entity('sign_on_flow')
export class SignOnFlowEntity {
  /** SHA-256 of the `state` that travels through the provider. */
  @PrimaryColumn('bytea') stateHash!: Buffer;
  /** SHA-256 of a cookie of the browser that began, so that nobody is signed in by an address that somebody else made. */
  @Column('bytea') browserHash!: Buffer;
  @Column('uuid') agencyId!: string;
  @Column('text') codeVerifier!: string;
  @Column('text') nonce!: string;
  @Column('text', { nullable: true }) returnPath!: string | null;
  @Column('timestamptz') expiresAt!: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody whose password, or whose agency's provider, was right and who must show a code, or set up an application, before a session opens. */
@Entity('sign_in_step')
export class SignInStepEntity {
  /** SHA-256 of the token in the browser's cookie. */
  @PrimaryColumn('bytea') tokenHash!: Buffer;
  @Column('uuid') accountId!: string;
  @Column('text') kind!: 'code' | 'enrol';
  @Column('timestamptz') expiresAt!: Date;
  /** Where a provider vouched: its agency and, sealed, its id token. */
  @Column('uuid', { nullable: true }) signOnAgencyId!: string | null;
  @Column('text', { nullable: true }) sealedIdToken!: string | null;
}

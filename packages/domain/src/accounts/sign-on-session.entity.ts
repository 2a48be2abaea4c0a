import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A session that was opened through a provider, as signing out there needs it. */
@Entity('sign_on_session')
export class SignOnSessionEntity {
  @PrimaryColumn('uuid') sessionId!: string;
  @Column('uuid') agencyId!: string;
  /** The provider's id token, sealed. */
  @Column('text') idToken!: string;
}

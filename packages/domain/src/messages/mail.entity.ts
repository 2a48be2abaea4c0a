import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `failed` will be tried again by itself; `gave_up` waits for a person; `held` is the demo's, which sends nothing. */
export type MailState = 'waiting' | 'sent' | 'failed' | 'gave_up' | 'held';

/** A mail, from the change that it tells of until a server has taken it. Its id is the local part of its Message-ID. */
@Entity('mail')
export class MailEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') agencyId!: string;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('text') toName!: string;
  @Column('citext') toAddress!: string;
  @Column('text') greetingName!: string;
  @Column('text', { nullable: true }) sex!: 'male' | 'female' | null;
  @Column('text') kind!: string;
  @Column('jsonb') params!: Record<string, string | number>;
  @Column('text', { nullable: true }) link!: string | null;
  @Column('text', { nullable: true }) secret!: string | null;
  @Column('text') language!: 'id' | 'en';
  @Column('text') state!: MailState;
  @Column('int') attempts!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) nextTryAt!: Date | null;
  @Column('timestamptz', { nullable: true }) leaseUntil!: Date | null;
  /** After this moment the mail is of no use and is not sent any more. */
  @Column('timestamptz', { nullable: true }) expiresAt!: Date | null;
  /** A `MailFault`, or `expired`. */
  @Column('text', { nullable: true }) fault!: string | null;
  /** What the server said last. */
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
  @Column('text') naturalKey!: string;
}

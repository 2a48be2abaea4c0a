import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom an identity provider means by a subject. */
@Entity('sign_on_link')
export class SignOnLinkEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') issuer!: string;
  @Column('text') subject!: string;
  @Column('uuid') accountId!: string;
  /** The verified claim that made the link. */
  @Column('text') linkedBy!: 'number' | 'email';
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') lastUsedAt!: Date;
}

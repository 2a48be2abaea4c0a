import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The authenticator application of an account. */
@Entity('second_factor')
export class SecondFactorEntity {
  @PrimaryColumn('uuid') accountId!: string;
  /** Twenty random bytes, sealed. */
  @Column('text') sealedSecret!: string;
  /** Absent until a first code proved that the application has the secret. */
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  /** The step of the newest code that was taken; it and older ones are taken no more. */
  @Column('bigint', { nullable: true }) lastStep!: string | null;
}

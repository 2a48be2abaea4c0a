import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mobile number that somebody has proved to be theirs; it counts while it is the number of their record. */
@Entity('verified_phone')
export class VerifiedPhoneEntity {
  @PrimaryColumn('uuid') personId!: string;
  /** E.164, as `mobileNumber` of the contract writes it. */
  @PrimaryColumn('text') phone!: string;
  @Column('timestamptz') verifiedAt!: Date;
}

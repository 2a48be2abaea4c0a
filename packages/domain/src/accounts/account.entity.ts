import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The means by which a person signs in; one a person. */
@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  /** argon2id in PHC form; absent while the person has not chosen one. */
  @Column('text', { nullable: true }) passwordHash!: string | null;
  /** In which the person wants to be written to; absent: the agency's. */
  @Column('text', { nullable: true }) language!: 'id' | 'en' | null;
  @Column('timestamptz', { nullable: true }) disabledAt!: Date | null;
  @Column('timestamptz') createdAt!: Date;
}

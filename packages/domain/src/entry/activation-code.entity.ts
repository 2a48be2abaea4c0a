import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A printed code for a person without mail; one open at a time. */
@Entity('activation_code')
export class ActivationCodeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  /** argon2id in PHC form. */
  @Column('text') codeHash!: string;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('int') failures!: number;
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}

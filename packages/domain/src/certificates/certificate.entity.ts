import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PrintedCertificate } from './printed-certificate.js';

/** A certificate: its data frozen as printed, then its sealed document, perhaps its revocation. */
@Entity('certificate')
export class CertificateEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') enrolmentId!: string;
  @Column('uuid') versionId!: string;
  @Column('uuid') courseId!: string;
  @Column('uuid') personId!: string;
  /** The organisation named as issuer: an agency or one of its units. */
  @Column('uuid') issuerId!: string;
  /** The agency whose counter gave the number. */
  @Column('uuid') agencyId!: string;
  @Column('text') number!: string;
  @Column('text') code!: string;
  @Column('jsonb') printed!: PrintedCertificate;
  @Column('int') jp!: number;
  @Column('int') minutes!: number;
  @Column('timestamptz') issuedAt!: Date;
  @Column('text', { nullable: true }) sealDriver!: string | null;
  @Column('timestamptz', { nullable: true }) sealedAt!: Date | null;
  @Column('text', { nullable: true }) fileKey!: string | null;
  @Column('bytea', { nullable: true }) fileSha256!: Buffer | null;
  @Column('int', { nullable: true }) fileBytes!: number | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('uuid', { nullable: true }) revokedBy!: string | null;
  @Column('text', { nullable: true }) revocationReason!: string | null;
}

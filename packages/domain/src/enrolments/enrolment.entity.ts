import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's place in a course, bound to the version that was published when they took it. */
@Entity('enrolment')
export class EnrolmentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') courseId!: string;
  @Column('uuid') versionId!: string;
  /** As the person confirmed it; printed letter by letter. */
  @Column('text') nameOnCertificate!: string;
  @Column('timestamptz') enrolledAt!: Date;
  @Column('timestamptz') lastActivityAt!: Date;
  /** When every rule of the course was met for the first time; never taken back. */
  @Column('timestamptz', { nullable: true }) completedAt!: Date | null;
  /** The enrolment in which this one's progress counts, where the person had two records that took the course. */
  @Column('uuid', { nullable: true }) mergedIntoId!: string | null;
}

import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { EnrolmentEntity } from './enrolment.entity.js';

@Injectable()
export class EnrolmentsRepository {
  find(reader: Reader, id: string): Promise<EnrolmentEntity | null> {
    return reader.repository(EnrolmentEntity).findOneBy({ id });
  }

  /** Hot: asked by every learning request. */
  async findOwn(reader: Reader, personId: string, courseId: string): Promise<EnrolmentEntity | null> {
    const [row] = await reader.query<EnrolmentEntity>(
      `select id, person_id as "personId", course_id as "courseId", version_id as "versionId", name_on_certificate as "nameOnCertificate",
              enrolled_at as "enrolledAt", last_activity_at as "lastActivityAt", completed_at as "completedAt"
       from enrolment where person_id = $1 and course_id = $2`,
      [personId, courseId],
    );
    return row ?? null;
  }

  listOwn(reader: Reader, personId: string): Promise<EnrolmentEntity[]> {
    return reader.repository(EnrolmentEntity).find({ where: { personId }, order: { lastActivityAt: 'DESC' }, take: 200 });
  }

  /** Takes the enrolment's row lock, the first that any change of a learner's state takes. */
  async lock(tx: Tx, id: string): Promise<EnrolmentEntity | null> {
    return tx.repository(EnrolmentEntity).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** @returns false when the person has taken the course already */
  async insert(tx: Tx, enrolment: EnrolmentEntity): Promise<boolean> {
    const result = await tx.repository(EnrolmentEntity).createQueryBuilder().insert().values(enrolment).orIgnore().returning('id').execute();
    return (result.raw as unknown[]).length === 1;
  }

  async complete(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.repository(EnrolmentEntity).update({ id }, { completedAt: at });
  }
}

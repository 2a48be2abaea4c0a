import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { EnrolmentEntity } from './enrolment.entity.js';

/** Plain SQL, since every learning request reads an enrolment. */
const columns = `id, person_id as "personId", course_id as "courseId", version_id as "versionId", name_on_certificate as "nameOnCertificate",
  enrolled_at as "enrolledAt", last_activity_at as "lastActivityAt", completed_at as "completedAt", merged_into_id as "mergedIntoId"`;

@Injectable()
export class EnrolmentsRepository {
  async find(reader: Reader, id: string): Promise<EnrolmentEntity | null> {
    const [row] = await reader.query<EnrolmentEntity>(`select ${columns} from enrolment where id = $1`, [id]);
    return row ?? null;
  }

  async findOwn(reader: Reader, personId: string, courseId: string): Promise<EnrolmentEntity | null> {
    const [row] = await reader.query<EnrolmentEntity>(`select ${columns} from enrolment where person_id = $1 and course_id = $2 and merged_into_id is null`, [personId, courseId]);
    return row ?? null;
  }

  listOwn(reader: Reader, personId: string): Promise<EnrolmentEntity[]> {
    return reader.query<EnrolmentEntity>(`select ${columns} from enrolment where person_id = $1 and merged_into_id is null order by last_activity_at desc limit 200`, [personId]);
  }

  /** Takes the enrolment's row lock, the first that any change of a learner's state takes. */
  async lock(tx: Tx, id: string): Promise<EnrolmentEntity | null> {
    const [row] = await tx.query<EnrolmentEntity>(`select ${columns} from enrolment where id = $1 for no key update`, [id]);
    return row ?? null;
  }

  /** @returns false when the person has taken the course already */
  async insert(tx: Tx, enrolment: EnrolmentEntity): Promise<boolean> {
    const result = await tx.repository(EnrolmentEntity).createQueryBuilder().insert().values(enrolment).orIgnore().returning('id').execute();
    return (result.raw as unknown[]).length === 1;
  }

  /** Courses that a person has completed. */
  async listCompletedCourses(reader: Reader, personId: string): Promise<Set<string>> {
    const rows = await reader.query<{ courseId: string }>('select course_id as "courseId" from enrolment where person_id = $1 and completed_at is not null', [personId]);
    return new Set(rows.map((row) => row.courseId));
  }

  /** How many take the course; until the end of the transaction nobody else counts, so that the last seat goes to one. */
  async countUnderLock(tx: Tx, courseId: string): Promise<number> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('course-seats:' || $1, 0))`, [courseId]);
    const [row] = await tx.query<{ count: number }>('select count(*)::int as count from enrolment where course_id = $1 and merged_into_id is null', [courseId]);
    return row?.count ?? 0;
  }

  async complete(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.repository(EnrolmentEntity).update({ id }, { completedAt: at });
  }
}

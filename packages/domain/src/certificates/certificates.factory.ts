import type { CompiledCourse } from '@pamong/contract/course-content';
import { newId } from '@pamong/platform/ids/new-id';
import type { NewPerson } from '../people/people.service.js';
import type { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson } from '../testing/factories.js';

/** A completed enrolment with its parents. */
export interface CompletedEnrolment {
  enrolmentId: string;
  personId: string;
  agencyId: string;
  unitId: string;
  courseId: string;
  versionId: string;
}

/** What a test says of the course and the learner; the rest is made up. */
export interface CompletedGiven {
  /** Planned minutes of the modules; 45 and 135 give 4 JP. */
  minutes?: number[];
  nameOnCertificate?: string;
  person?: Partial<NewPerson>;
  /** The organisation that holds the course; a new agency's unit unless given. */
  agency?: { agencyId: string; unitId: string; path: string };
}

/** A published course, a learner, and the enrolment that met every rule. */
export async function completedEnrolment(bed: DomainBed, given: CompletedGiven = {}): Promise<CompletedEnrolment> {
  const agency = given.agency ?? (await someAgency(bed));
  const personId = await somePerson(bed, { organisationId: agency.unitId, ...given.person });
  const [courseId, versionId, enrolmentId] = [newId(), newId(), newId()];
  const outline = someOutline({ courseId, versionId, ...agency, minutes: given.minutes ?? [45, 135] });
  const now = bed.clock.now();
  await bed.db.tx(async (tx) => {
    await tx.query(
      `insert into course (id, owner_id, code, title, summary, objectives, audience, level, category, language, competences, siasn_kind,
         watch_threshold, retry_after_minutes, requirements, revision, created_at, updated_at)
       values ($1, $2, $3, $4, '', '[]', '', 'basic', 'Umum', 'id', '[]', 16, 0.9, 0, '[]', 1, $5, $5)`,
      [courseId, agency.unitId, outline.code, outline.title, now],
    );
    await tx.query(`insert into course_version (id, course_id, number, outline, published_at) values ($1, $2, 1, $3, $4)`, [
      versionId, courseId, JSON.stringify(outline), now,
    ]);
    await tx.query(
      `insert into enrolment (id, person_id, course_id, version_id, name_on_certificate, enrolled_at, last_activity_at, completed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7)`,
      [enrolmentId, personId, courseId, versionId, given.nameOnCertificate ?? 'Nurhayati, S.Kep., Ns.', new Date(now.getTime() - 6 * 86_400_000), now],
    );
  });
  return { enrolmentId, personId, agencyId: agency.agencyId, unitId: agency.unitId, courseId, versionId };
}

function someOutline(of: { courseId: string; versionId: string; unitId: string; path: string; minutes: number[] }): CompiledCourse {
  const minutes = of.minutes.reduce((sum, one) => sum + one, 0);
  return {
    courseId: of.courseId,
    versionId: of.versionId,
    number: 1,
    code: `AI-${of.courseId.slice(-8)}`,
    title: 'Kecerdasan Artifisial untuk Pekerjaan Sehari-hari ASN',
    summary: '',
    objectives: [],
    audience: '',
    level: 'basic',
    category: 'Umum',
    language: 'id',
    competences: [],
    organiser: { id: of.unitId, name: 'Dinas Kesehatan', shortName: 'Dinkes', timeZone: 'Asia/Makassar', path: of.path },
    instructors: [],
    siasnKind: 16,
    minutes,
    jp: Math.floor(minutes / 45),
    form: 'self_paced', contact: '', cover: null, prerequisites: [],
    rules: { passMark: 70, watchThreshold: 0.9, maxAttempts: null, retryAfterMinutes: 0, requirements: ['all_lessons', 'final_score'] },
    modules: of.minutes.map((one, index) => ({ id: newId(), title: `Mata pelatihan ${index + 1}`, minutes: one, jp: Math.floor(one / 45), lessons: [] })),
  };
}

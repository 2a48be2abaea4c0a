import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Reader, Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { AuditService } from '../audit/audit.service.js';
import type { CoursePlace } from '../courses/course-versions.repository.js';
import { CoursesService } from '../courses/courses.service.js';
import { PeopleService } from '../people/people.service.js';
import { namesThePerson, withoutHidden } from './certificate-name.rules.js';
import type { EnrolmentEntity } from './enrolment.entity.js';
import { EnrolmentsRepository } from './enrolments.repository.js';

/** An enrolment as other features read it. */
export type Enrolment = Readonly<EnrolmentEntity>;

@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly db: Database,
    private readonly enrolments: EnrolmentsRepository,
    private readonly courses: CoursesService,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the published version of a course for a person; a second time it answers the first enrolment.
   * @throws Problem NOT_FOUND when the course is not published, or is another agency's own; NAME_DIFFERS when the name is another person's
   * @throws Problem COURSE_WITHDRAWN, COURSE_FULL; PREREQUISITE_MISSING with the title of the first that is missing
   */
  async enrol(personId: string, courseId: string, typedName: string): Promise<Enrolment> {
    const nameOnCertificate = withoutHidden(typedName);
    return this.db.tx(async (tx) => {
      const place = await this.courses.placeOf(tx, courseId);
      if (place === null || place.publishedVersionId === null) throw new Problem('NOT_FOUND');
      const person = await this.people.get(tx, personId);
      if (place.visibility === 'agency' && person.agencyId !== place.agencyId) throw new Problem('NOT_FOUND');
      if (!namesThePerson(nameOnCertificate, person.name)) throw new Problem('NAME_DIFFERS', { name: person.name });
      const before = await this.enrolments.findOwn(tx, personId, courseId);
      if (before !== null) return before;
      await this.refuseClosed(tx, personId, place, place.publishedVersionId);
      const now = this.clock.now();
      const enrolment: EnrolmentEntity = {
        id: newId(),
        personId,
        courseId,
        versionId: place.publishedVersionId,
        nameOnCertificate,
        enrolledAt: now,
        lastActivityAt: now,
        completedAt: null,
        mergedIntoId: null,
      };
      if (!(await this.enrolments.insert(tx, enrolment))) return this.getOwn(tx, personId, courseId);
      await this.audit.record(tx, {
        actor: { personId, agencyId: person.agencyId },
        action: 'enrolments.enrolled',
        subject: { kind: 'enrolment', id: enrolment.id },
        details: { courseId, versionId: enrolment.versionId, nameOnCertificate },
      });
      return enrolment;
    });
  }

  /** What keeps somebody new out of a course, though they may know it. */
  private async refuseClosed(tx: Tx, personId: string, place: CoursePlace, versionId: string): Promise<void> {
    if (place.withdrawnAt !== null) throw new Problem('COURSE_WITHDRAWN');
    const { prerequisites } = await this.courses.compiled(tx, versionId);
    const completed = prerequisites.length === 0 ? new Set() : await this.enrolments.listCompletedCourses(tx, personId);
    const missing = prerequisites.find((course) => !completed.has(course.courseId));
    if (missing !== undefined) throw new Problem('PREREQUISITE_MISSING', { title: missing.title, code: missing.code });
    if (place.seats !== null && (await this.enrolments.countUnderLock(tx, place.courseId)) >= place.seats) throw new Problem('COURSE_FULL', { seats: place.seats });
  }

  /** @throws Problem NOT_ENROLLED */
  async getOwn(reader: Reader, personId: string, courseId: string): Promise<Enrolment> {
    const found = await this.enrolments.findOwn(reader, personId, courseId);
    if (found === null) throw new Problem('NOT_ENROLLED');
    return found;
  }

  /** @throws Problem NOT_ENROLLED */
  async get(reader: Reader, id: string): Promise<Enrolment> {
    const found = await this.enrolments.find(reader, id);
    if (found === null) throw new Problem('NOT_ENROLLED');
    return found;
  }

  listOwn(reader: Reader, personId: string): Promise<readonly Enrolment[]> {
    return this.enrolments.listOwn(reader, personId);
  }

  /**
   * Takes the row lock under which every change of this learner's state in this course happens. An enrolment whose progress counts in
   * another one answers that one, so that what was under way when two records became one is not lost.
   * @throws Problem NOT_ENROLLED
   */
  async lock(tx: Tx, id: string): Promise<Enrolment> {
    const found = await this.enrolments.lock(tx, id);
    if (found === null) throw new Problem('NOT_ENROLLED');
    return found.mergedIntoId === null ? found : this.lock(tx, found.mergedIntoId);
  }

  /** Sets the moment of completion; the caller holds the lock and has seen that there is none yet. */
  async complete(tx: Tx, enrolment: Enrolment): Promise<void> {
    const at = this.clock.now();
    await this.enrolments.complete(tx, enrolment.id, at);
    await this.audit.record(tx, { action: 'enrolments.completed', subject: { kind: 'enrolment', id: enrolment.id }, details: { courseId: enrolment.courseId } });
  }
}

import { Injectable } from '@nestjs/common';
import type { CourseFacts, CourseRow } from '@pamong/contract/courses';
import { Problem } from '@pamong/contract/kernel/problem';
import { Clock } from '@pamong/platform/clock/clock';
import type { Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import type * as z from 'zod';
import { Outbox } from '@pamong/platform/outbox/outbox';
import type { Actor } from '../access/actor.js';
import { platformPath } from '../access/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { explainConstraints } from '../constraint-problems.js';
import type { OrganisationPlace } from '../organisations/organisations.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PeopleService } from '../people/people.service.js';
import { suggestCode } from './course-code.rules.js';
import type { DraftFilter } from './course-drafts.repository.js';
import { CourseDraftsRepository } from './course-drafts.repository.js';
import { CourseOutlineService } from './course-outline.service.js';
import type { CourseView } from './course-views.service.js';
import { CourseViewsService } from './course-views.service.js';
import type { CourseEntity } from './course.entity.js';
import { courseReachChanged } from './courses.events.js';
import type { NewCourse } from './new-course.js';
import { jpOf } from './outline.rules.js';

explainConstraints({ course_code_key: 'COURSE_CODE_TAKEN' });

type Facts = z.output<typeof CourseFacts>;

/** How many codes are tried for a title before the author has to choose one. */
const codeTries = 200;

/** Drafts: starting one, its facts and its list. */
@Injectable()
export class CourseDraftsService {
  constructor(
    private readonly db: Database,
    private readonly drafts: CourseDraftsRepository,
    private readonly outline: CourseOutlineService,
    private readonly views: CourseViewsService,
    private readonly organisations: OrganisationsService,
    private readonly people: PeopleService,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: { q: string; shelf: DraftFilter['shelf']; mine: boolean; status?: z.output<typeof CourseRow>['status'] | undefined; page: number; size: number }) {
    const rows = await this.drafts.list(this.db, {
      shelf: query.shelf,
      scope: actor.scope('course.author'),
      personId: actor.personId,
      mine: query.mine,
      text: query.q,
      status: query.status ?? null,
      limit: query.size,
      offset: (query.page - 1) * query.size,
    });
    return {
      items: rows.map(({ ownerId, ownerShortName, updatedAt, publishAt, withdrawnAt, archivedAt, ...row }) => ({
        ...row,
        owner: { id: ownerId, shortName: ownerShortName },
        jp: jpOf(row.minutes),
        publishAt: publishAt?.toISOString() ?? null,
        withdrawnAt: withdrawnAt?.toISOString() ?? null,
        archivedAt: archivedAt?.toISOString() ?? null,
        updatedAt: updatedAt.toISOString(),
      })),
      total: rows[0]?.total ?? 0,
      page: query.page,
      size: query.size,
    };
  }

  /**
   * Starts a draft; whoever is an instructor teaches what they start.
   * @throws Problem NOT_ALLOWED, NOT_FOUND for an owner outside of the caller's places
   * @throws Problem COURSE_CODE_TAKEN, INSTRUCTOR_UNKNOWN, LESSON_BODY_INVALID
   */
  create(actor: Actor, given: NewCourse): Promise<CourseView> {
    return this.db.tx(async (tx) => {
      const owner = await this.ownerFor(tx, actor, given.organisationId);
      const now = this.clock.now();
      const { organisationId: _owner, modules, instructorIds, prerequisiteIds = [], ...facts } = given;
      const course: CourseEntity = {
        id: newId(), ownerId: owner.id, summary: '', objectives: [], audience: '', level: 'basic', category: '', language: 'id',
        competences: [], siasnKind: 16, passMark: null, watchThreshold: 0.9, maxAttempts: 3, retryAfterMinutes: 0,
        requirements: ['all_lessons'], visibility: 'public', form: 'self_paced', contact: '', coverPictureId: null, seats: null, isTemplate: false,
        publishAt: null, publishBy: null, withdrawnAt: null, archivedAt: null, ...facts,
        code: given.code ?? (await this.freeCode(tx, given.title)),
        publishedVersionId: null, revision: 1, createdBy: actor.personId, createdAt: now, updatedAt: now, removedAt: null,
      };
      await this.drafts.insert(tx, course);
      const teaching = instructorIds ?? (actor.grants.some((grant) => grant.role === 'instructor') ? [actor.personId] : []);
      await this.setInstructors(tx, course.id, owner.agencyId, teaching, [actor.personId]);
      await this.setPrerequisites(tx, course.id, owner.agencyId, prerequisiteIds);
      await this.outline.insertAll(tx, actor, course.id, modules ?? [{ title: 'Modul 1', lessons: [] }]);
      await this.audit.record(tx, { actor, agencyId: owner.agencyId, action: 'courses.created', subject: { kind: 'course', id: course.id }, details: { code: course.code } });
      return this.views.describe(tx, actor, course.id);
    });
  }

  get(actor: Actor, courseId: string): Promise<CourseView> {
    return this.views.describe(this.db, actor, courseId);
  }

  /**
   * Changes facts and rules.
   * @param revision what the editor saw
   * @throws Problem COURSE_CHANGED when somebody else was faster
   * @throws Problem NOT_FOUND, COURSE_CODE_TAKEN, INSTRUCTOR_UNKNOWN, PREREQUISITE_UNKNOWN, PREREQUISITE_LOOP, PICTURE_UNKNOWN
   */
  change(actor: Actor, courseId: string, revision: number, change: Partial<Facts>): Promise<CourseView> {
    return this.db.tx(async (tx) => {
      const course = await this.views.lockForEdit(tx, courseId);
      if (course.revision !== revision) throw new Problem('COURSE_CHANGED');
      const { instructorIds, prerequisiteIds, ...facts } = change;
      if (typeof facts.coverPictureId === 'string' && !(await this.drafts.hasPicture(tx, courseId, facts.coverPictureId))) throw new Problem('PICTURE_UNKNOWN');
      await this.drafts.update(tx, courseId, { ...facts, revision: revision + 1, updatedAt: this.clock.now() });
      if (facts.visibility !== undefined && facts.visibility !== course.visibility) await this.outbox.publish(tx, courseReachChanged, { courseId });
      const owner = await this.organisations.get(tx, course.ownerId);
      if (prerequisiteIds !== undefined) await this.setPrerequisites(tx, courseId, owner.agencyId, prerequisiteIds);
      if (instructorIds !== undefined) {
        const before = await this.drafts.listInstructorIds(tx, courseId);
        await this.setInstructors(tx, courseId, owner.agencyId, instructorIds, before);
        await this.audit.record(tx, {
          actor, agencyId: owner.agencyId, action: 'courses.instructors-changed', subject: { kind: 'course', id: courseId }, details: { before, after: instructorIds },
        });
      }
      return this.views.describe(tx, actor, courseId);
    });
  }

  /** Up to ten people of the owner's agency whose name holds the text. */
  async listCandidates(courseId: string, text: string) {
    const { owner } = await this.views.whole(this.db, courseId);
    return this.people.search(this.db, owner.agencyId, text, 10);
  }

  private async setPrerequisites(tx: Tx, courseId: string, agencyId: string, ids: readonly string[]): Promise<void> {
    const unique = [...new Set(ids)];
    if ((await this.drafts.countNameable(tx, agencyId, unique)) !== unique.length) throw new Problem('PREREQUISITE_UNKNOWN');
    if (await this.drafts.isRequiredBy(tx, courseId, unique)) throw new Problem('PREREQUISITE_LOOP');
    await this.drafts.replacePrerequisites(tx, courseId, unique);
  }

  /** @param known people who need no check: they teach it already, or start it */
  private async setInstructors(tx: Tx, courseId: string, agencyId: string, personIds: readonly string[], known: readonly string[]): Promise<void> {
    const unique = [...new Set(personIds)];
    const strangers = unique.filter((id) => !known.includes(id));
    const found = await this.people.countInAgency(tx, agencyId, strangers);
    if (found !== strangers.length) throw new Problem('INSTRUCTOR_UNKNOWN');
    await this.drafts.replaceInstructors(tx, courseId, unique);
  }

  private async ownerFor(tx: Tx, actor: Actor, organisationId: string | undefined): Promise<OrganisationPlace> {
    if (organisationId !== undefined) {
      const owner = await this.organisations.get(tx, organisationId);
      if (actor.can('course.author', owner.path)) return owner;
      throw new Problem(actor.sharesAgencyWith(owner.path) ? 'NOT_ALLOWED' : 'NOT_FOUND');
    }
    const agency = await this.organisations.get(tx, actor.agencyId);
    if (actor.can('course.author', agency.path)) return agency;
    const [highest] = actor.scope('course.author').paths.filter((path) => path !== platformPath).toSorted((a, b) => a.length - b.length);
    const found = highest === undefined ? null : await this.organisations.findByPath(tx, highest);
    if (found === null) throw new Problem('NOT_ALLOWED');
    return found;
  }

  private async freeCode(tx: Tx, title: string): Promise<string> {
    // Drafts of one title wait for each other, so that each sees the code of the one before.
    await this.drafts.lockCode(tx, suggestCode(title, 0));
    for (let nth = 0; nth < codeTries; nth += 1) {
      const code = suggestCode(title, nth);
      if (!(await this.drafts.isCodeTaken(tx, code))) return code;
    }
    throw new Problem('COURSE_CODE_TAKEN');
  }
}

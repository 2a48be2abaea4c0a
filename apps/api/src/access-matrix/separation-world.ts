import { AccountsService } from '@pamong/domain/accounts/accounts.service';
import { SessionsService } from '@pamong/domain/accounts/sessions.service';
import { AccessService } from '@pamong/domain/access/access.service';
import { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import { PeopleService } from '@pamong/domain/people/people.service';
import { roles } from '@pamong/contract/permissions';
import type { Tx } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { sessionCookie } from '../kernel/request.js';
import type { ApiBed } from '../testing/api-bed.js';
import type { Targets } from './matrix-world.js';
import { makeTargets } from './matrix-world.js';

/** An agency with one of everything, and somebody who may do all there that an agency can let its people do. */
export interface FullAgency {
  /** A word in every name of this agency's things; wherever it is read, something was shown. */
  readonly mark: string;
  readonly targets: Targets;
  /** Session cookie of a person who holds every role of the agency but the platform's. */
  readonly cookie: string;
}

/** Two of these have nothing to do with each other. */
export async function makeFullAgency(bed: ApiBed): Promise<FullAgency> {
  const mark = `milik${newId().slice(-10)}`;
  const { agencyId, unitId } = await bed.db.tx(async (tx) => {
    const organisations = bed.get(OrganisationsService);
    const agency = await organisations.createAgency(tx, { name: `Kota ${mark}`, shortName: mark, timeZone: 'Asia/Jakarta' });
    return { agencyId: agency.id, unitId: (await organisations.createUnit(tx, agency.id, { name: `Dinas ${mark}`, shortName: mark })).id };
  });
  const everyRole = await someone(bed, unitId, mark);
  await bed.db.tx(async (tx) => {
    for (const role of roles) {
      if (role !== 'platform_admin') await bed.get(AccessService).grant(tx, everyRole.personId, role, agencyId, role === 'auditor' ? new Date(Date.UTC(2100, 0, 1)) : null);
    }
  });
  const owner = await someone(bed, unitId, mark);
  const targets = await makeTargets(bed, agencyId, unitId, owner.personId);
  const more = await bed.db.tx((tx) => makeMore(tx, { ...targets, personId: owner.personId, organisationId: unitId, agencyId }, everyRole.personId, mark, bed.clock.now()));
  const cookieOf = (token: string) => `${sessionCookie}=${token}`;
  return { mark, cookie: cookieOf(everyRole.token), targets: { ...targets, ...more, sessionId: owner.sessionId, course: targets['courseId'] ?? '', templateId: targets['courseId'] ?? '' } };
}

async function someone(bed: ApiBed, organisationId: string, mark: string) {
  const { personId, accountId } = await bed.db.tx(async (tx) => {
    const id = await bed.get(PeopleService).create(tx, { organisationId, name: `Orang ${mark}`, employmentKind: 'PNS' });
    return { personId: id, accountId: await bed.get(AccountsService).create(tx, id, null) };
  });
  const token = await bed.get(SessionsService).open(accountId, { userAgent: mark, address: '203.0.113.9' });
  const [session] = await bed.db.query<{ id: string }>('select id from session where account_id = $1', [accountId]);
  return { personId, token, sessionId: session?.id ?? '' };
}

/** What the scopes of the matrix do not ask about: parts of things, and rows that belong to one person. */
async function makeMore(tx: Tx, targets: Targets, deputyId: string, mark: string, now: Date): Promise<Targets> {
  const { courseId, personId, organisationId, assignmentId, mailId, batchId, assetId, certificateId, agencyId = '' } = targets;
  const id = { moduleId: newId(), lessonId: newId(), attemptId: newId(), questionId: newId(), viewingId: newId(), pictureId: newId(), delegationId: newId(), headId: newId(), periodId: newId(), messageId: newId(), transferId: newId(), photoId: newId(), linkId: newId() };
  await tx.query('update course set title = $2 where id = $1', [courseId, `Pelatihan ${mark}`]);
  await tx.query('update mail set to_name = $2, params = jsonb_build_object($3::text, $2::text) where id = $1', [mailId, mark, 'name']);
  await tx.query('update import_batch set file_name = $2 where id = $1', [batchId, `${mark}.xlsx`]);
  await tx.query('update media_asset set file_name = $2 where id = $1', [assetId, `${mark}.mp4`]);
  await tx.query(`update certificate set printed = jsonb_build_object('name', $2::text, 'course', $2::text, 'courseCode', 'AI-101', 'issuer', $2::text, 'startedOn', '2026-01-01', 'completedOn', '2026-01-02', 'competences', '[]'::jsonb) where id = $1`, [certificateId, mark]);
  await tx.query('insert into course_module (id, course_id, position, title) values ($1, $2, 1, $3)', [id.moduleId, courseId, `Modul ${mark}`]);
  await tx.query(
    `insert into lesson (id, course_id, module_id, position, kind, title, minutes, required, body, revision, updated_at)
     values ($1, $2, $3, 1, 'text', $4, 45, true, '{"document": null}', 1, $5)`,
    [id.lessonId, courseId, id.moduleId, `Materi ${mark}`, now],
  );
  const [enrolment] = await tx.query<{ id: string; versionId: string }>('select id, version_id as "versionId" from enrolment where course_id = $1', [courseId]);
  await tx.query(`insert into quiz_paper (version_id, lesson_id, rules, questions) values ($1, $2, '{}', jsonb_build_array(jsonb_build_object('id', $3::text, 'text', $4::text)))`, [
    enrolment?.versionId, id.lessonId, id.questionId, mark,
  ]);
  await tx.query(
    `insert into quiz_attempt (id, enrolment_id, person_id, course_id, version_id, lesson_id, number, question_order, option_order, started_at)
     values ($1, $2, $3, $4, $5, $6, 1, array[$7]::uuid[], '{}', $8)`,
    [id.attemptId, enrolment?.id, personId, courseId, enrolment?.versionId, id.lessonId, id.questionId, now],
  );
  await tx.query(
    `insert into watch_state (enrolment_id, lesson_id, length, needed, seconds, covered, position_ms, updated_at) values ($1, $2, 100, 90, '{}', 0, 0, $3)`,
    [enrolment?.id, id.lessonId, now],
  );
  await tx.query('insert into watch_viewing (id, person_id, enrolment_id, lesson_id, started_at, credited) values ($1, $2, $3, $4, $5, 0)', [
    id.viewingId, personId, enrolment?.id, id.lessonId, now,
  ]);
  await tx.query(`insert into course_picture (id, course_id, content_type, bytes, created_at) values ($1, $2, 'image/webp', 10, $3)`, [id.pictureId, courseId, now]);
  await tx.query(
    `insert into delegation (id, from_person_id, to_person_id, reason, valid_from, valid_until, created_at) values ($1, $2, $3, $4, $5, $5::timestamptz + interval '7 days', $5)`,
    [id.delegationId, personId, deputyId, mark, now],
  );
  await tx.query(
    `insert into sign_on_link (id, issuer, subject, account_id, linked_by, created_at, last_used_at)
     select $1, 'https://sso.example', $3, id, 'number', $4, $4 from account where person_id = $2`,
    [id.linkId, personId, mark, now],
  );
  await tx.query('insert into delegation_role (delegation_id, assignment_id, organisation_id) values ($1, $2, $3)', [id.delegationId, assignmentId, organisationId]);
  await tx.query('insert into organisation_head (id, organisation_id, person_id, valid_from) values ($1, $2, $3, $4)', [id.headId, organisationId, personId, '2026-01-01']);
  await tx.query('insert into contract_period (id, person_id, starts_on, ends_on) values ($1, $2, $3, $4)', [id.periodId, personId, '2026-01-01', '2026-12-31']);
  await tx.query('update person set photo_key = $2 where id = $1', [personId, `photos/${personId}/${id.photoId}.jpg`]);
  await tx.query(`insert into inbox_message (id, person_id, kind, params, created_at, natural_key) values ($1, $2, 'access.role-granted', jsonb_build_object('place', $3::text), $4, $3)`, [
    id.messageId, personId, mark, now,
  ]);
  await tx.query(
    `insert into person_transfer (id, person_id, from_agency_id, to_agency_id, state, asked_by, effective_on, proposed_by_id, proposed_at)
     values ($1, $2, $3, $4, 'proposed', 'from', '2030-01-01', $2, $5)`,
    [id.transferId, personId, agencyId, await elsewhere(tx, agencyId), now],
  );
  return { ...id, agencyId };
}

/** Some third agency, which is neither of the two. */
async function elsewhere(tx: Tx, agencyId: string): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into organisation (id, agency_id, kind, name, short_name, path, time_zone, created_at)
     select $1, $1, 'agency', $2::text, $2::text, replace($2::text, '-', '')::ltree, time_zone, created_at from organisation where id = $3`,
    [id, id, agencyId],
  );
  return id;
}

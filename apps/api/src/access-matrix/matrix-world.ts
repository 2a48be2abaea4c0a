import { roles } from '@pamong/contract/permissions';
import type { Role } from '@pamong/contract/permissions';
import { AccessService } from '@pamong/domain/access/access.service';
import { AccountsService } from '@pamong/domain/accounts/accounts.service';
import { SessionsService } from '@pamong/domain/accounts/sessions.service';
import { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import { PeopleService } from '@pamong/domain/people/people.service';
import { newId } from '@pamong/platform/ids/new-id';
import { sessionCookie } from '../kernel/request.js';
import type { ApiBed } from '../testing/api-bed.js';

/** Where a role is granted, seen from the unit that owns the targets. */
export const places = ['above', 'own', 'below', 'foreign'] as const;
export type MatrixPlace = (typeof places)[number];

export interface MatrixPerson {
  readonly role: Role;
  readonly place: MatrixPlace;
  readonly cookie: string;
}

/** Ids of the targets by the parameter that names them. */
export type Targets = Readonly<Record<string, string>>;

/**
 * An agency, a unit in it that owns one of everything, a unit below, another agency; and one person for every role at each.
 * A person works where the role is granted.
 */
export async function makeWorld(bed: ApiBed): Promise<{ people: MatrixPerson[]; targets: Targets }> {
  const organisations = bed.get(OrganisationsService);
  const at = await bed.db.tx(async (tx) => {
    const agency = async () => {
      const name = `Pemerintah Kota ${newId()}`;
      return (await organisations.createAgency(tx, { name, shortName: name.slice(-20), timeZone: 'Asia/Jakarta' })).id;
    };
    const unit = async (parent: string, name: string) => (await organisations.createUnit(tx, parent, { name, shortName: name })).id;
    const above = await agency();
    const own = await unit(above, 'Dinas Pendidikan');
    return { above, own, below: await unit(own, 'Bidang Kurikulum'), foreign: await agency() };
  });
  const person = async (role: Role, place: MatrixPlace) => {
    const { personId, accountId } = await bed.db.tx(async (tx) => {
      const id = await bed.get(PeopleService).create(tx, { organisationId: at[place], name: 'Rahmat Hidayat', employmentKind: 'PNS' });
      if (role !== 'learner') await bed.get(AccessService).grant(tx, id, role, at[place], role === 'auditor' ? new Date(Date.UTC(2100, 0, 1)) : null);
      return { personId: id, accountId: await bed.get(AccountsService).create(tx, id, null) };
    });
    const token = await bed.get(SessionsService).open(accountId, { userAgent: 'matrix', address: '203.0.113.9' });
    return { role, place, personId, cookie: `${sessionCookie}=${token}` };
  };
  const people: (MatrixPerson & { personId: string })[] = [];
  for (const role of roles) for (const place of places) people.push(await person(role, place));
  const { personId } = await person('learner', 'own');
  return { people, targets: await makeTargets(bed, at.above, at.own, personId) };
}

/** One row of each kind that a scope can ask about, owned by the unit; only what the scopes read is filled with care. */
export async function makeTargets(bed: ApiBed, agencyId: string, ownerId: string, personId: string): Promise<Targets> {
  const [courseId, versionId, enrolmentId, certificateId, assetId, assignmentId, mailId, batchId] = [newId(), newId(), newId(), newId(), newId(), newId(), newId(), newId()];
  const now = bed.clock.now();
  const code = `MTX-${courseId.slice(-8)}`;
  // The second record of somebody, where a route names two.
  const otherId = await bed.db.tx((tx) => bed.get(PeopleService).create(tx, { organisationId: ownerId, name: 'Rahmat Hidayat', employmentKind: 'PPPK' }));
  await bed.db.tx(async (tx) => {
    await tx.query(
      `insert into course (id, owner_id, code, title, summary, objectives, audience, level, category, language, competences, siasn_kind,
         watch_threshold, retry_after_minutes, requirements, revision, created_at, updated_at)
       values ($1, $2, $3, 'Kursus', '', '[]', '', 'basic', 'Umum', 'id', '[]', 16, 0.9, 0, '[]', 1, $4, $4)`,
      [courseId, ownerId, code, now],
    );
    await tx.query(`insert into course_version (id, course_id, number, outline, published_at) values ($1, $2, 1, '{}', $3)`, [versionId, courseId, now]);
    await tx.query(
      `insert into enrolment (id, person_id, course_id, version_id, name_on_certificate, enrolled_at, last_activity_at, completed_at)
       values ($1, $2, $3, $4, 'Rahmat Hidayat', $5, $5, $5)`,
      [enrolmentId, personId, courseId, versionId, now],
    );
    const verification = newId().replaceAll('-', '').toUpperCase().slice(-12).replace(/[^0-9A-HJKMNP-TV-Z]/g, '0').replace(/(.{4})(?=.)/g, '$1-');
    await tx.query(
      `insert into mail (id, agency_id, to_name, to_address, greeting_name, kind, params, language, state, created_at, natural_key)
       values ($1, $2, 'Rahmat', 'rahmat@nc.example', 'Rahmat', 'messages.test', '{}', 'id', 'held', $3, $4)`,
      [mailId, ownerId, now, newId()],
    );
    await tx.query(
      `insert into certificate (id, enrolment_id, version_id, course_id, person_id, issuer_id, agency_id, number, code, printed, jp, minutes, issued_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '{}', 4, 180, $10)`,
      [certificateId, enrolmentId, versionId, courseId, personId, ownerId, agencyId, code, verification, now],
    );
    await tx.query(`insert into role_assignment (id, person_id, role, organisation_id, valid_from) values ($1, $2, 'learner', $3, $4)`, [
      assignmentId, personId, ownerId, now,
    ]);
    await tx.query(
      `insert into import_batch (id, agency_id, organisation_id, kind, state, file_name, file_bytes, created_by, created_at)
       values ($1, $2, $3, 'people', 'applied', 'pegawai.xlsx', 1000, $4, $5)`,
      [batchId, agencyId, ownerId, personId, now],
    );
    await tx.query(
      `insert into media_asset (id, owner_id, agency_id, uploaded_by, status, file_name, bytes, progress, renditions, captions, created_at, updated_at)
       values ($1, $2, $3, null, 'uploading', 'rekaman.mp4', 1000, 0, '[]', '[]', $4, $4)`,
      [assetId, ownerId, agencyId, now],
    );
  });
  return { courseId, certificateId, assetId, personId, otherId, organisationId: ownerId, assignmentId, mailId, batchId };
}


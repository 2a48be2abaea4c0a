import type { Role } from '@pamong/contract/permissions';
import { AccountsService } from '../accounts/accounts.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson } from '../testing/factories.js';
import { AccessService } from './access.service.js';
import { Actor, platformPath } from './actor.js';
import { RoleAssignmentsService } from './role-assignments.service.js';

describe('giving and ending roles', () => {
  let bed: DomainBed;

  beforeAll(async () => {
    bed = await DomainBed.open();
  });

  afterAll(() => bed.close());

  /** An agency with a unit, and somebody who holds a role at one of the two. */
  async function place(role: Role = 'agency_admin', at: 'agency' | 'unit' = 'agency') {
    const { agencyId, unitId, path } = await someAgency(bed);
    const adminId = await somePerson(bed, { organisationId: unitId });
    await bed.db.tx(async (tx) => {
      await bed.get(AccountsService).create(tx, adminId, null);
      await bed.get(AccessService).grant(tx, adminId, role, at === 'agency' ? agencyId : unitId);
    });
    const rootPath = path.split('.')[0] ?? '';
    const grantPath = role === 'platform_admin' ? platformPath : at === 'agency' ? rootPath : path;
    const admin = new Actor(adminId, adminId, adminId, agencyId, path, [{ role, path: grantPath }]);
    return { agencyId, unitId, path, admin, personId: await somePerson(bed, { organisationId: unitId, name: 'Sutrisno' }) };
  }

  const grant = (actor: Actor, organisationId: string, given: Parameters<RoleAssignmentsService['grant']>[2]) => bed.get(RoleAssignmentsService).grant(actor, organisationId, given);
  const listOf = async (actor: Actor, personId: string) =>
    (await bed.get(RoleAssignmentsService).list(actor, { q: '', page: 1, size: 20, personId })).items;

  it('keeps every role that was held: ended, given again, and planned', async () => {
    const { admin, unitId, personId } = await place();
    const service = bed.get(RoleAssignmentsService);
    const first = await grant(admin, unitId, { personId, role: 'instructor', reason: 'Pengajar AI-101' });
    expect(first).toMatchObject({ state: 'active', reason: 'Pengajar AI-101', grantedBy: 'Nurhayati', until: null, can: { end: true, restore: false } });
    bed.clock.advance({ minutes: 1 });
    expect(await service.end(admin, first.id)).toMatchObject({ state: 'ended', endedBy: 'Nurhayati', can: { end: false, restore: true } });
    await grant(admin, unitId, { personId, role: 'instructor' });
    await grant(admin, unitId, { personId, role: 'leader', from: '2031-01-01', until: '2031-06-30' });
    expect((await listOf(admin, personId)).map(({ role, state }) => `${role} ${state}`)).toEqual(['leader upcoming', 'instructor active', 'instructor ended']);
    const { items } = await service.list(admin, { q: 'sutri', page: 1, size: 20, state: 'ended', role: 'instructor', organisationId: unitId });
    expect(items.map(({ id }) => id)).toEqual([first.id]);
  });

  it('takes days as days of the organisation: from midnight, through the last day', async () => {
    const { admin, unitId, personId } = await place();
    // Makassar is eight hours ahead of UTC.
    const given = await grant(admin, unitId, { personId, role: 'auditor', from: '2031-03-01', until: '2031-03-31' });
    expect(given).toMatchObject({ from: '2031-02-28T16:00:00.000Z', until: '2031-03-31T16:00:00.000Z', state: 'upcoming' });
    const refused = (from: string | undefined, until: string | undefined) =>
      expect(grant(admin, unitId, { personId, role: 'leader', from, until })).rejects.toMatchObject({ code: 'ROLE_DATES_INVALID' });
    await refused('2031-03-02', '2031-03-01');
    await refused('2001-03-02', undefined);
    await refused(undefined, '2001-03-02');
  });

  it('refuses what is held already in that time, and an auditor for ever', async () => {
    const { admin, unitId, personId } = await place();
    await grant(admin, unitId, { personId, role: 'instructor', until: '2031-06-30' });
    await expect(grant(admin, unitId, { personId, role: 'instructor', from: '2031-06-01' })).rejects.toMatchObject({ constraint: 'role_assignment_overlap' });
    await expect(grant(admin, unitId, { personId, role: 'instructor', from: '2031-07-01' })).resolves.toMatchObject({ state: 'upcoming' });
    await expect(grant(admin, unitId, { personId, role: 'auditor' })).rejects.toMatchObject({ code: 'ROLE_NEEDS_END' });
    await expect(grant(admin, unitId, { personId, role: 'agency_admin' })).rejects.toMatchObject({ code: 'ROLE_NEEDS_AGENCY' });
  });

  it('lets nobody give, or end, what they do not have', async () => {
    const { admin, agencyId, unitId, personId } = await place('unit_admin', 'unit');
    await expect(grant(admin, unitId, { personId, role: 'leader' })).resolves.toMatchObject({ role: 'leader' });
    // What opens its holder's own people alone may be given without holding it.
    await expect(grant(admin, unitId, { personId, role: 'supervisor' })).resolves.toMatchObject({ role: 'supervisor' });
    for (const role of ['instructor', 'training_admin', 'claim_verifier', 'signatory'] as const) {
      await expect(grant(admin, unitId, { personId, role })).rejects.toMatchObject({ code: 'ROLE_BEYOND_YOURS' });
    }
    for (const role of ['leader', 'agency_admin', 'platform_admin'] as const) {
      await expect(grant(admin, agencyId, { personId, role })).rejects.toMatchObject({ code: 'ROLE_BEYOND_YOURS' });
    }
    const agencyAdmin = new Actor(admin.personId, '', '', agencyId, admin.organisationPath, [{ role: 'agency_admin', path: admin.organisationPath.split('.')[0] ?? '' }]);
    await expect(grant(agencyAdmin, agencyId, { personId, role: 'platform_admin' })).rejects.toMatchObject({ code: 'ROLE_BEYOND_YOURS' });
    const teaching = await grant(agencyAdmin, unitId, { personId, role: 'instructor' });
    await expect(bed.get(RoleAssignmentsService).end(admin, teaching.id)).rejects.toMatchObject({ code: 'ROLE_BEYOND_YOURS' });
  });

  it('knows nobody of another agency, and shows nothing of it', async () => {
    const here = await place();
    const there = await place();
    await expect(grant(here.admin, here.unitId, { personId: there.personId, role: 'leader' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await grant(there.admin, there.unitId, { personId: there.personId, role: 'leader' });
    expect(await listOf(here.admin, there.personId)).toEqual([]);
    const service = bed.get(RoleAssignmentsService);
    expect(await service.listCandidates(here.admin, 'sutrisno')).toEqual([{ id: here.personId, fullName: 'Sutrisno, S.Kep., Ns.', unit: 'Dinas Kesehatan' }]);
    expect((await service.listPlaces(here.admin, '')).map(({ id }) => id)).toEqual([here.agencyId, here.unitId]);
  });

  it('offers at each place the roles that may be given there', async () => {
    const { admin } = await place('unit_admin', 'unit');
    const [only] = await bed.get(RoleAssignmentsService).listPlaces(admin, 'dinas');
    expect(only?.grantable).toEqual(['learner', 'unit_admin', 'supervisor', 'leader']);
    const platform = await place('platform_admin');
    const root = (await bed.get(RoleAssignmentsService).listPlaces(platform.admin, (await bed.get(OrganisationsService).get(bed.db, platform.agencyId)).name))[0];
    expect(root?.grantable).toContain('platform_admin');
  });

  it('keeps the last agency admin, also when two end each other at the same moment', async () => {
    const { admin, agencyId, personId } = await place();
    const service = bed.get(RoleAssignmentsService);
    const [own] = await listOf(admin, admin.personId);
    await expect(service.end(admin, own?.id ?? '')).rejects.toMatchObject({ code: 'LAST_ADMIN' });
    // Somebody who cannot sign in does not count.
    const second = await grant(admin, agencyId, { personId, role: 'agency_admin' });
    await expect(service.end(admin, own?.id ?? '')).rejects.toMatchObject({ code: 'LAST_ADMIN' });
    await bed.db.tx((tx) => bed.get(AccountsService).create(tx, personId, null));
    const ends = await Promise.allSettled([service.end(admin, own?.id ?? ''), service.end(admin, second.id)]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'LAST_ADMIN' } });
  });

  it('takes an ending back for ten minutes, unless the role was given again', async () => {
    const { admin, unitId, personId } = await place();
    const service = bed.get(RoleAssignmentsService);
    const first = await grant(admin, unitId, { personId, role: 'leader' });
    await service.end(admin, first.id);
    expect(await service.restore(admin, first.id)).toMatchObject({ state: 'active', endedAt: null });
    await service.end(admin, first.id);
    const again = await grant(admin, unitId, { personId, role: 'leader' });
    await expect(service.restore(admin, first.id)).rejects.toMatchObject({ constraint: 'role_assignment_overlap' });
    await service.end(admin, again.id);
    bed.clock.advance({ minutes: 11 });
    await expect(service.restore(admin, again.id)).rejects.toMatchObject({ code: 'ROLE_END_FINAL' });
    const events = await bed.db.query<{ action: string; actor: string }>(
      `select action, actor_person_id as actor from audit_event where subject_id = $1 order by seq`, [personId],
    );
    expect(events.map(({ action }) => action)).toEqual(['access.granted', 'access.ended', 'access.restored', 'access.ended', 'access.granted', 'access.ended']);
    expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set([admin.personId]));
    expect(await bed.outbox('access.role-granted', first.id)).toHaveLength(1);
  });
});

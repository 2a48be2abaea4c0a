import { AccountsService } from '../accounts/accounts.service.js';
import { PeopleChangesService } from '../people/people-changes.service.js';
import { TransfersService } from '../people/transfers.service.js';
import { TransferViews } from '../people/transfer-views.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson } from '../testing/factories.js';
import { AccessService } from './access.service.js';
import { Actor } from './actor.js';
import { RoleAssignmentsService } from './role-assignments.service.js';

describe('the last admin of an agency', () => {
  let bed: DomainBed;

  beforeAll(async () => {
    bed = await DomainBed.open();
  });
  afterAll(() => bed.close());

  const outcome = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code ?? 'no code');
  const today = () => bed.clock.now().toISOString().slice(0, 10);

  async function admin(organisationId: string, agencyId: string) {
    const personId = await somePerson(bed, { organisationId });
    await bed.db.tx(async (tx) => {
      await bed.get(AccountsService).create(tx, personId, null);
      await bed.get(AccessService).grant(tx, personId, 'agency_admin', agencyId);
    });
    return new Actor(personId, personId, personId, agencyId, organisationId, [{ role: 'agency_admin', path: agencyId.replaceAll('-', '') }]);
  }

  async function twoAgencies() {
    const [old, next] = [await someAgency(bed), await someAgency(bed)];
    return { old, next, ours: await admin(old.unitId, old.agencyId), theirs: await admin(next.unitId, next.agencyId) };
  }

  const transfers = () => bed.get(TransfersService);
  const manages = (actor: Actor) => actor.scope('person.manage');
  const propose = (by: Actor, personId: string, toAgencyId: string, effectiveOn = today()) => transfers().propose(by, manages(by), personId, toAgencyId, { effectiveOn, note: '' });

  async function setStatus(by: Actor, personId: string, status: 'retired' | 'deceased' | 'leave' | 'active', effectiveOn = today()) {
    return bed.db.tx(async (tx) => {
      const [person] = await bed.get(PeopleChangesService).list(tx, [personId], effectiveOn);
      return bed.get(PeopleChangesService).change(tx, { agencyId: by.agencyId, actor: by, today: today() }, { personId, revision: person?.revision ?? 0, effectiveOn, facts: { status } });
    });
  }

  it('cannot be proposed to another agency, nor asked for by it, until somebody else is admin', async () => {
    const { old, next, ours, theirs } = await twoAgencies();
    expect(await outcome(propose(ours, ours.personId, next.agencyId))).toBe('LAST_ADMIN');
    const [{ number } = { number: '' }] = await bed.db.query<{ number: string }>('select number from person_number where person_id = $1', [ours.personId]);
    const asked = () => transfers().request(theirs, manages(theirs), number, next.unitId, { effectiveOn: today(), note: '' });
    await expect(asked()).rejects.toMatchObject({ code: 'LAST_ADMIN', params: { place: expect.stringContaining('Pemerintah Kota') as unknown } });
    const second = await admin(old.unitId, old.agencyId);
    const id = await asked();
    await transfers().accept(second, manages(second), id, undefined);
    expect(await bed.db.query('select 1 from role_assignment where person_id = $1 and ended_at is null', [ours.personId])).toEqual([]);
    expect(await outcome(propose(second, second.personId, next.agencyId))).toBe('LAST_ADMIN');
  });

  it('stays also when it became the last between the proposal, the agreement and the day', async () => {
    const { old, next, ours, theirs } = await twoAgencies();
    const second = await admin(old.unitId, old.agencyId);
    const day = new Date(bed.clock.now().getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
    const leaving = await propose(ours, second.personId, next.agencyId, day);
    await transfers().accept(theirs, manages(theirs), leaving, next.unitId);
    const other = await propose(ours, ours.personId, next.agencyId);
    await setStatus(ours, second.personId, 'retired');
    expect(await outcome(transfers().accept(theirs, manages(theirs), other, next.unitId))).toBe('LAST_ADMIN');
    await setStatus(ours, second.personId, 'active');
    const third = await admin(old.unitId, old.agencyId);
    await transfers().accept(theirs, manages(theirs), other, next.unitId);
    await setStatus(second, third.personId, 'deceased');
    const waits = async () => (await bed.get(TransferViews).list(manages(theirs), { page: 1, size: 5 })).items.find((one) => one.transferId === leaving);
    expect(await waits()).toMatchObject({ state: 'accepted', applied: false, waitsForAdmin: true });
    bed.clock.advance({ days: 6 });
    const bystander = await somePerson(bed, { organisationId: old.unitId });
    const free = await propose(second, bystander, next.agencyId, day);
    await transfers().accept(theirs, manages(theirs), free, next.unitId);
    await transfers().applyDue();
    expect(await waits()).toMatchObject({ applied: false, waitsForAdmin: true });
    await admin(old.unitId, old.agencyId);
    await transfers().applyDue();
    expect(await waits()).toMatchObject({ applied: true, waitsForAdmin: false });
  });

  it('cannot retire today; being away, or a day to come, takes nothing away', async () => {
    const { old, ours } = await twoAgencies();
    expect(await outcome(setStatus(ours, ours.personId, 'retired'))).toBe('LAST_ADMIN');
    expect(await outcome(setStatus(ours, ours.personId, 'leave'))).toBe('done');
    expect(await outcome(setStatus(ours, ours.personId, 'active'))).toBe('done');
    expect(await outcome(setStatus(ours, ours.personId, 'retired', '2060-01-01'))).toBe('done');
    await admin(old.unitId, old.agencyId);
    expect(await outcome(setStatus(ours, ours.personId, 'retired'))).toBe('done');
  });

  it('is kept when two ways out are taken at the same moment, several times over', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { old, next, ours, theirs } = await twoAgencies();
      const second = await admin(old.unitId, old.agencyId);
      const transfer = await propose(ours, ours.personId, next.agencyId);
      const { items } = await bed.get(RoleAssignmentsService).list(second, { q: '', page: 1, size: 5, personId: second.personId });
      const third = round % 2 === 0 ? setStatus(ours, second.personId, 'deceased') : bed.get(RoleAssignmentsService).end(ours, items[0]?.id ?? '');
      const ends = await Promise.all([outcome(transfers().accept(theirs, manages(theirs), transfer, next.unitId)), outcome(third)]);
      expect(ends.toSorted()).toEqual(['LAST_ADMIN', 'done']);
    }
  });
});

describe('the last admin of the installation', () => {
  let bed: DomainBed;

  beforeAll(async () => {
    bed = await DomainBed.open();
  });
  afterAll(() => bed.close());

  it('stays, though other agencies have admins of their own', async () => {
    const [here, there] = [await someAgency(bed), await someAgency(bed)];
    const make = async (at: typeof here) => {
      const personId = await somePerson(bed, { organisationId: at.unitId });
      await bed.db.tx((tx) => bed.get(AccountsService).create(tx, personId, null));
      return personId;
    };
    const [only, agencyAdmin] = [await make(here), await make(here)];
    // Other files of this worker leave platform admins behind; those of this test alone may count.
    await bed.db.query(`update role_assignment set ended_at = now() where role = 'platform_admin' and ended_at is null`);
    await bed.db.tx(async (tx) => {
      await bed.get(AccessService).grant(tx, only, 'platform_admin', here.agencyId);
      await bed.get(AccessService).grant(tx, agencyAdmin, 'agency_admin', here.agencyId);
    });
    const actor = new Actor(only, only, only, here.agencyId, here.path, [{ role: 'platform_admin', path: '' }]);
    const propose = () => bed.get(TransfersService).propose(actor, actor.scope('person.manage'), only, there.agencyId, { effectiveOn: '2060-01-01', note: '' });
    await expect(propose()).rejects.toMatchObject({ code: 'LAST_PLATFORM_ADMIN' });
    const second = await make(there);
    await bed.db.tx((tx) => bed.get(AccessService).grant(tx, second, 'platform_admin', there.agencyId));
    await expect(propose()).resolves.toEqual(expect.any(String));
  });
});

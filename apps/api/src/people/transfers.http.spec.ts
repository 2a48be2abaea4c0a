import { AccessService } from '@pamong/domain/access/access.service';
import { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import { TransfersService } from '@pamong/domain/people/transfers.service';
import { someStaffNumber } from '@pamong/domain/testing/factories';
import { ApiBed } from '../testing/api-bed.js';

describe('transfers over HTTP', () => {
  let bed: ApiBed;

  beforeAll(async () => {
    bed = await ApiBed.open();
  });
  afterAll(() => bed.close());

  const code = (problem: Promise<unknown>) => problem.then(() => 'done', (error: { problem?: { code?: string } }) => error.problem?.code);
  const day = (shift = 0) => new Date(bed.clock.now().getTime() + shift * 86_400_000).toISOString().slice(0, 10);

  async function office() {
    const place = await bed.place();
    return { place, admin: await bed.signIn(place, 'agency_admin') };
  }

  async function mover() {
    const [old, next] = [await office(), await office()];
    const staffNumber = someStaffNumber();
    const { personId } = await old.admin.client.people.create({ body: { name: 'Wulan', employmentKind: 'PNS', organisationId: old.place.unitId, effectiveOn: '2024-01-01', staffNumber } });
    const state = () => next.admin.client.people.get({ params: { personId } });
    return { old, next, personId, staffNumber, state };
  }

  it('lets a person go when both sides agreed: history follows, roles of the old agency end, lent ones too', async () => {
    const { old, next, personId, staffNumber, state } = await mover();
    const client = old.admin.client;
    await client.people.change({ params: { personId }, body: { revision: 1, effectiveOn: day(), supervisorId: old.admin.personId } });
    await bed.db.tx((tx) => bed.get(AccessService).grant(tx, personId, 'instructor', old.place.agencyId));
    const [lent] = (await client.delegations.list()).lendable;
    await client.delegations.create({ body: { toPersonId: personId, assignmentIds: [lent?.assignmentId ?? ''], until: day(30), reason: 'Cuti tahunan' } });
    const { transferId } = await client.transfers.propose({ params: { personId }, body: { toAgencyId: next.place.agencyId, effectiveOn: day(), note: 'Mengikuti suami' } });
    expect(await code(client.transfers.propose({ params: { personId }, body: { toAgencyId: next.place.agencyId, effectiveOn: day() } }))).toBe('TRANSFER_OPEN');
    const params = { transferId };
    expect((await next.admin.client.transfers.list({ query: { side: 'in' } })).items).toMatchObject([
      { transferId, person: { fullName: 'Wulan', number: staffNumber }, state: 'proposed', note: 'Mengikuti suami', can: { accept: true, nameUnit: true, decline: true, withdraw: false } },
    ]);
    expect((await client.transfers.list({ query: { side: 'out' } })).items).toMatchObject([{ can: { accept: false, withdraw: true } }]);
    expect(await code(client.transfers.accept({ params, body: {} }))).toBe('NOT_ALLOWED');
    expect(await code(next.admin.client.transfers.accept({ params, body: {} }))).toBe('TRANSFER_NEEDS_UNIT');
    expect(await code(next.admin.client.transfers.accept({ params, body: { organisationId: old.place.unitId } }))).toBe('NOT_FOUND');
    expect(await code((await office()).admin.client.transfers.accept({ params, body: {} }))).toBe('NOT_FOUND');
    await next.admin.client.transfers.accept({ params, body: { organisationId: next.place.unitId } });
    expect(await state()).toMatchObject({ agency: { id: next.place.agencyId }, unit: { id: next.place.unitId }, supervisor: null, number: { value: staffNumber } });
    expect((await state()).units.map((unit) => unit.unitId)).toEqual([next.place.unitId, old.place.unitId]);
    expect(await code(client.people.get({ params: { personId } }))).toBe('NOT_FOUND');
    expect(await bed.db.query('select 1 from role_assignment where person_id = $1 and ended_at is null', [personId])).toEqual([]);
    expect((await client.delegations.list()).given).toMatchObject([{ state: 'ended' }]);
    expect((await client.transfers.list({ query: {} })).items).toMatchObject([{ state: 'accepted', applied: true }]);
    expect(await code(next.admin.client.transfers.decline({ params, body: { reason: 'Berubah' } }))).toBe('TRANSFER_DECIDED');
  });

  it('waits for the day, when the receiving side asked by the number', async () => {
    const { old, next, personId, staffNumber, state } = await mover();
    const body = { staffNumber: `${staffNumber.slice(0, 8)} ${staffNumber.slice(8)}`, organisationId: next.place.unitId, effectiveOn: day(10) };
    expect(await code(next.admin.client.transfers.request({ body: { ...body, staffNumber: someStaffNumber() } }))).toBe('STAFF_NUMBER_UNKNOWN');
    expect(await code(old.admin.client.transfers.request({ body: { ...body, organisationId: old.place.unitId } }))).toBe('TRANSFER_SAME_AGENCY');
    expect(await code(old.admin.client.transfers.request({ body }))).toBe('NOT_FOUND');
    const { transferId } = await next.admin.client.transfers.request({ body });
    await old.admin.client.transfers.accept({ params: { transferId }, body: {} });
    await bed.get(TransfersService).applyDue();
    expect((await old.admin.client.people.get({ params: { personId } })).agency.id).toBe(old.place.agencyId);
    expect(await code(old.admin.client.transfers.propose({ params: { personId }, body: { toAgencyId: next.place.agencyId, effectiveOn: day() } }))).toBe('TRANSFER_OPEN');
    bed.clock.advance({ days: 10 });
    await bed.get(TransfersService).applyDue();
    await bed.get(TransfersService).applyDue();
    expect(await state()).toMatchObject({ unit: { id: next.place.unitId } });
  });

  it('is declined with a reason, or taken back by who asked', async () => {
    const { old, next, personId } = await mover();
    const propose = () => old.admin.client.transfers.propose({ params: { personId }, body: { toAgencyId: next.place.agencyId, effectiveOn: day() } });
    const first = await propose();
    await next.admin.client.transfers.decline({ params: first, body: { reason: 'Formasi sudah penuh' } });
    expect((await old.admin.client.transfers.list({ query: {} })).items).toMatchObject([{ state: 'declined', decisionNote: 'Formasi sudah penuh' }]);
    const second = await propose();
    expect(await code(next.admin.client.transfers.withdraw({ params: second }))).toBe('NOT_ALLOWED');
    await old.admin.client.transfers.withdraw({ params: second });
    expect(await code(next.admin.client.transfers.accept({ params: second, body: { organisationId: next.place.unitId } }))).toBe('TRANSFER_DECIDED');
  });

  it('is no matter of a single unit', async () => {
    const { old, next, personId } = await mover();
    const unitAdmin = await bed.signIn(old.place);
    await bed.db.tx((tx) => bed.get(AccessService).grant(tx, unitAdmin.personId, 'unit_admin', old.place.unitId));
    bed.clock.advance({ seconds: 6 });
    expect(await code(unitAdmin.client.transfers.propose({ params: { personId }, body: { toAgencyId: next.place.agencyId, effectiveOn: day() } }))).toBe('NOT_ALLOWED');
    expect((await unitAdmin.client.transfers.list({ query: {} })).items).toEqual([]);
    const { items } = await old.admin.client.transfers.listAgencies({ query: { q: (await bed.get(OrganisationsService).get(bed.db, next.place.agencyId)).name } });
    expect(items.map((one) => one.id)).toEqual([next.place.agencyId]);
  });
});

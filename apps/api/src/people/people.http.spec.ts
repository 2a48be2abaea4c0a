import { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import { PeopleService } from '@pamong/domain/people/people.service';
import { AccessService } from '@pamong/domain/access/access.service';
import { someStaffNumber } from '@pamong/domain/testing/factories';
import { peopleColumns } from '@pamong/domain/people/people-sheet.rules';
import { newId } from '@pamong/platform/ids/new-id';
import { readSpreadsheet } from '@pamong/platform/spreadsheet/read-spreadsheet';
import { ApiBed } from '../testing/api-bed.js';

describe('people over HTTP', () => {
  let bed: ApiBed;

  beforeAll(async () => {
    bed = await ApiBed.open();
  });
  afterAll(() => bed.close());

  const code = (problem: Promise<unknown>) => problem.then(() => 'done', (error: { problem?: { code?: string } }) => error.problem?.code);
  const today = () => bed.clock.now().toISOString().slice(0, 10);

  async function office() {
    const place = await bed.place();
    const admin = await bed.signIn(place, 'agency_admin');
    const other = await bed.db.tx((tx) => bed.get(OrganisationsService).createUnit(tx, place.agencyId, { name: 'Bappeda', shortName: 'Bappeda' }));
    const make = (name: string, more: object = {}) =>
      admin.client.people.create({ body: { name, employmentKind: 'PNS', organisationId: place.unitId, effectiveOn: today(), staffNumber: someStaffNumber(), ...more } });
    return { place, admin, otherUnitId: other.id, make };
  }

  it('makes a person, shows them with their histories and changes them from a day on', async () => {
    const { place, admin, otherUnitId, make } = await office();
    const { personId } = await make('Sutrisno', { titleBefore: 'dr.', rankCode: 'III/c', postKind: 'FUNGSIONAL', postName: 'Dokter Ahli Muda', phone: '0812-3456-7890', email: '' });
    const person = await admin.client.people.get({ params: { personId } });
    expect(person).toMatchObject({
      fullName: 'dr. Sutrisno', rankName: 'Penata', phone: '081234567890', email: null, status: 'active', counts: true, account: 'none', can: { manage: true },
      unit: { name: 'Dinas Kesehatan' }, timeZone: 'Asia/Makassar', warnings: [], revision: 1,
    });
    expect(person.way.map((unit) => unit.id)).toEqual([place.agencyId, place.unitId]);
    expect(person.numbers).toHaveLength(1);
    const change = (body: object) => admin.client.people.change({ params: { personId }, body: { revision: 1, effectiveOn: today(), ...body } });
    expect(await change({ organisationId: otherUnitId, status: 'study_assignment', supervisorId: admin.personId })).toEqual({ revision: 2 });
    expect(await code(change({ name: 'Lain' }))).toBe('PERSON_CHANGED');
    expect(await admin.client.people.get({ params: { personId } })).toMatchObject({
      unit: { id: otherUnitId }, status: 'study_assignment', counts: false, supervisor: { personId: admin.personId, byHand: true },
    });
  });

  it('names the field that breaks a rule, and a number that somebody holds', async () => {
    const { make } = await office();
    const staffNumber = someStaffNumber();
    await make('Siti', { staffNumber });
    expect(await code(make('Siti', { staffNumber }))).toBe('STAFF_NUMBER_TAKEN');
    await expect(make('Siti', { rankCode: 'IX' })).rejects.toMatchObject({ problem: { code: 'PERSON_INVALID', params: { field: 'rankCode', fault: 'RANK_UNKNOWN' } } });
    expect(await code(make(' '))).toBe('INPUT_INVALID');
  });

  it('finds by words of the name, by digits of a number, by unit and below, kind, status and account', async () => {
    const { place, admin, otherUnitId, make } = await office();
    const staffNumber = someStaffNumber();
    await make("Ma'ruf Al-Fatih", { staffNumber });
    await make('Siti 100% Nurhaliza', { organisationId: otherUnitId, employmentKind: 'PPPK', staffNumber: null });
    const find = async (query: object) => (await admin.client.people.list({ query })).items.map((one) => one.fullName);
    expect(await find({ q: 'fatih ma\'ruf' })).toEqual(["Ma'ruf Al-Fatih"]);
    expect(await find({ q: `${staffNumber.slice(0, 8)} ${staffNumber.slice(8, 14)}` })).toContain("Ma'ruf Al-Fatih");
    expect(await find({ q: '100%' })).toEqual(['Siti 100% Nurhaliza']);
    expect(await find({ q: 'x_x' })).toEqual([]);
    expect(await find({ unitId: otherUnitId })).toEqual(['Siti 100% Nurhaliza']);
    expect(await find({ unitId: place.agencyId, kind: 'PPPK' })).toEqual(['Siti 100% Nurhaliza']);
    expect(await find({ account: 'active' })).toEqual(['Nurhayati, S.Kep., Ns.']);
    expect(await find({ status: 'retired' })).toEqual([]);
    expect(await find({ sort: '-name', size: 1 })).toEqual(['Siti 100% Nurhaliza']);
    expect(await admin.client.people.list({ query: { size: 2, page: 2 } })).toMatchObject({ total: 3, items: [{ unit: { name: 'Bappeda' } }], can: { create: true } });
  });

  it('hides people of other agencies and other units, and lets a unit admin change only their own', async () => {
    const { place, make, otherUnitId } = await office();
    const { personId } = await make('Wulan');
    const elsewhere = await make('Bayu', { organisationId: otherUnitId });
    const stranger = await bed.signIn(await bed.place(), 'agency_admin');
    const unitAdmin = await bed.signIn(place);
    await bed.db.tx((tx) => bed.get(AccessService).grant(tx, unitAdmin.personId, 'unit_admin', place.unitId));
    bed.clock.advance({ seconds: 6 });
    const get = (client: typeof stranger.client, id: string) => code(client.people.get({ params: { personId: id } }));
    expect(await get(stranger.client, personId)).toBe('NOT_FOUND');
    expect(await get(unitAdmin.client, elsewhere.personId)).toBe('NOT_FOUND');
    expect(await get(unitAdmin.client, personId)).toBe('done');
    expect(await get(unitAdmin.client, newId())).toBe('NOT_FOUND');
    expect((await unitAdmin.client.people.list({ query: {} })).items.map((one) => one.unit.id)).not.toContain(otherUnitId);
    const move = unitAdmin.client.people.change({ params: { personId }, body: { revision: 1, effectiveOn: today(), organisationId: otherUnitId } });
    expect(await code(move)).toBe('NOT_FOUND');
    const learner = await bed.signIn(place);
    expect(await code(learner.client.people.list({ query: {} }))).toBe('NOT_ALLOWED');
    expect(await get(learner.client, personId)).toBe('NOT_FOUND');
    expect(await code(bed.client().people.list({ query: {} }))).toBe('SIGN_IN_REQUIRED');
    const auditor = await bed.signIn(place);
    await bed.db.tx((tx) => bed.get(AccessService).grant(tx, auditor.personId, 'auditor', place.agencyId, new Date('2100-01-01T00:00:00Z')));
    bed.clock.advance({ seconds: 6 });
    expect(await code(auditor.client.people.change({ params: { personId }, body: { revision: 1, effectiveOn: today(), name: 'X' } }))).toBe('NOT_ALLOWED');
  });

  it('lets nobody change the number or address of somebody who may do more than they', async () => {
    const { place, admin, make } = await office();
    const unitAdmin = await bed.signIn(place);
    await bed.db.tx((tx) => bed.get(AccessService).grant(tx, unitAdmin.personId, 'unit_admin', place.unitId));
    bed.clock.advance({ seconds: 6 });
    const { personId } = await make('Wulan');
    const change = async (client: typeof admin.client, id: string, body: object) =>
      code(client.people.change({ params: { personId: id }, body: { revision: (await client.people.get({ params: { personId: id } })).revision, effectiveOn: today(), ...body } }));
    expect(await change(unitAdmin.client, admin.personId, { email: 'milik.orang.lain@nc.example' })).toBe('PERSON_BEYOND_YOURS');
    expect(await change(unitAdmin.client, admin.personId, { staffNumber: someStaffNumber() })).toBe('PERSON_BEYOND_YOURS');
    expect(await change(unitAdmin.client, admin.personId, { postName: 'Kepala Seksi' })).toBe('done');
    expect(await change(unitAdmin.client, personId, { email: 'wulan@nc.example' })).toBe('done');
    expect(await change(admin.client, unitAdmin.personId, { email: 'admin.unit@nc.example' })).toBe('done');
    // A role that was lent counts as one's own.
    const lender = await bed.signIn(place, 'agency_admin');
    const { lendable } = await lender.client.delegations.list();
    await lender.client.delegations.create({ body: { toPersonId: personId, assignmentIds: lendable.map((one) => one.assignmentId), from: today(), until: '2100-01-01', reason: 'Cuti tahunan' } });
    expect(await change(unitAdmin.client, personId, { email: 'lain@nc.example' })).toBe('PERSON_BEYOND_YOURS');
  });

  it('records who opened somebody, once an hour', async () => {
    const { admin, make } = await office();
    const { personId } = await make('Dewi');
    const opened = async () => (await bed.db.query(`select 1 from audit_event where action = 'people.opened' and subject_id = $1 and actor_person_id = $2`, [personId, admin.personId])).length;
    await admin.client.people.get({ params: { personId } });
    await admin.client.people.get({ params: { personId } });
    expect(await opened()).toBe(1);
    bed.clock.advance({ hours: 1, minutes: 1 });
    await admin.client.people.get({ params: { personId } });
    expect(await opened()).toBe(2);
  });

  it('keeps contract periods that do not overlap', async () => {
    const { admin, make } = await office();
    const { personId } = await make('Bayu', { employmentKind: 'PPPK', staffNumber: null });
    const set = (startsOn: string, endsOn: string) => admin.client.people.setContract({ params: { personId }, body: { startsOn, endsOn } });
    await set('2025-03-01', '2026-02-28');
    await set('2026-03-01', '2027-02-28');
    expect(await code(set('2026-12-01', '2027-11-30'))).toBe('CONTRACT_OVERLAPS');
    expect(await code(set('2028-12-01', '2027-11-30'))).toBe('PERSON_INVALID');
    await set('2026-03-01', '2027-08-31');
    const { contractPeriods } = await admin.client.people.get({ params: { personId } });
    expect(contractPeriods.map((one) => one.endsOn)).toEqual(['2027-08-31', '2026-02-28']);
    await admin.client.people.removeContract({ params: { personId, periodId: contractPeriods[0]?.periodId ?? '' } });
    expect(await code(admin.client.people.removeContract({ params: { personId, periodId: contractPeriods[0]?.periodId ?? '' } }))).toBe('NOT_FOUND');
  });

  it('offers colleagues of the agency as supervisors', async () => {
    const { admin, place, make } = await office();
    const { personId } = await make('Kemala');
    await bed.db.tx((tx) => bed.get(PeopleService).create(tx, { organisationId: place.agencyId, name: 'Kemala Ratna', employmentKind: 'PNS' }));
    const { items } = await admin.client.people.listSupervisors({ params: { personId }, query: { q: 'kemala' } });
    expect(items.map((one) => one.fullName)).toEqual(['Kemala Ratna']);
  });

  it('gives the list as a file whose cells are text, in the columns of the import, with the filters applied', async () => {
    const { admin, place, make, otherUnitId } = await office();
    const staffNumber = someStaffNumber();
    const { personId } = await make('=cmd|calc', { staffNumber, titleAfter: 'S.Kom.', rankCode: 'III/c', phone: '081234567890' });
    await make('Bayu', { organisationId: otherUnitId });
    await admin.client.people.change({ params: { personId }, body: { revision: 1, effectiveOn: today(), supervisorId: admin.personId, status: 'leave', statusUntil: '2027-01-31' } });
    const download = (query: string, cookie?: string) => bed.app.inject({ method: 'GET', url: `/api/people-export?${query}`, ...(cookie === undefined ? {} : { headers: { cookie } }) });
    const read = async (query: string) => (await readSpreadsheet((await download(query, admin.cookie)).rawPayload)).map((row) => row.cells.map((cell) => cell?.text ?? ''));
    const [header, row, ...more] = await read('q=cmd');
    expect(header).toEqual(peopleColumns.map((column) => column.title));
    expect(more).toEqual([]);
    const cell = (key: string) => row?.[peopleColumns.findIndex((column) => column.key === key)];
    expect([cell('nip'), cell('name'), cell('kind'), cell('rank'), cell('unit'), cell('status'), cell('statusUntil'), cell('timeZone'), cell('phone')]).toEqual([
      staffNumber, '=cmd|calc', 'PNS', 'III/c', 'Dinas Kesehatan', 'Cuti', '31-01-2027', 'WITA', '081234567890',
    ]);
    const csv = await download(`unitId=${place.unitId}&format=csv`, admin.cookie);
    expect(csv.headers['content-disposition']).toMatch(/^attachment; filename="pegawai-\d{4}-\d{2}-\d{2}\.csv"$/);
    expect(csv.body.startsWith('\ufeffnip;')).toBe(true);
    expect(csv.body).toContain("'=cmd|calc");
    expect(csv.body).not.toContain('Bayu');
    expect((await download('', (await bed.signIn(place)).cookie)).statusCode).toBe(403);
    expect((await download('')).statusCode).toBe(401);
    expect(await bed.db.query(`select 1 from audit_event where action = 'people.exported' and actor_person_id = $1`, [admin.personId])).toHaveLength(2);
  });
});

import { newId } from '@pamong/platform/ids/new-id';
import { AccountsService } from '../accounts/accounts.service.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson, someStaffNumber } from '../testing/factories.js';
import type { WriteContext } from './people-changes.service.js';
import { PeopleChangesService } from './people-changes.service.js';
import type { PersonFacts, PersonWrite } from './person-facts.js';
import { SupervisorsService } from './supervisors.service.js';

describe('changing people', () => {
  let bed: DomainBed;
  let changes: PeopleChangesService;
  const today = '2026-03-10';

  beforeAll(async () => {
    bed = await DomainBed.open();
    changes = bed.get(PeopleChangesService);
  });
  beforeEach(() => bed.clock.set('2026-03-10T02:00:00Z'));
  afterAll(() => bed.close());

  async function somewhere(): Promise<{ context: WriteContext; unitId: string; otherUnitId: string }> {
    const { agencyId, unitId } = await someAgency(bed);
    const other = await bed.db.tx((tx) => bed.get(OrganisationsService).createUnit(tx, agencyId, { name: 'Bappeda', shortName: 'Bappeda' }));
    return { context: { agencyId, today }, unitId, otherUnitId: other.id };
  }

  const create = (organisationId: string, facts: Partial<PersonFacts> = {}): PersonWrite => ({
    personId: newId(), revision: 0, effectiveOn: today,
    facts: { name: 'Nurhayati', employmentKind: 'PNS', staffNumber: someStaffNumber(), organisationId, ...facts },
  });
  const apply = (context: WriteContext, ...rows: PersonWrite[]) => bed.db.tx((tx) => changes.apply(tx, context, rows));
  const stateOf = async (personId: string) => (await changes.list(bed.db, [personId], today))[0];
  const spans = (table: string, personId: string) =>
    bed.db.query(`select valid_from::text as from, valid_until::text as until from ${table} where person_id = $1 order by valid_from`, [personId]);

  it('makes a person with everything, and writes who did it', async () => {
    const { context, unitId } = await somewhere();
    const given = create(unitId, {
      titleBefore: ' dr. ', name: ' Nurhayati ', titleAfter: 'M.Kes.', rankCode: 'III/c', postKind: 'FUNGSIONAL', postName: 'Dokter Ahli Muda',
      email: 'nurhayati@kota.example', phone: '0812-3456 7890', birthPlace: 'Ma\'rang', staffNumber: '198703142011012903',
    });
    const [written] = await apply(context, given);
    expect(written).toMatchObject({ stale: false, revision: 1, before: {} });
    expect(await stateOf(given.personId)).toMatchObject({
      titleBefore: 'dr.', name: 'Nurhayati', titleAfter: 'M.Kes.', phone: '081234567890', birthDate: '1987-03-14', sex: 'female', status: 'active', organisationId: unitId,
    });
    expect(await bed.db.query('select rank_name, status from person where id = $1', [given.personId])).toEqual([{ rank_name: 'Penata', status: 'active' }]);
    expect(await bed.db.query('select kind, valid_from::text as since from person_number where person_id = $1', [given.personId])).toEqual([{ kind: 'NIP', since: '2011-01-01' }]);
    expect(await bed.db.query('select action, agency_id from audit_event where subject_id = $1', [given.personId])).toEqual([{ action: 'people.created', agency_id: context.agencyId }]);
  });

  it('keeps the history of unit, number and status, and takes all of it back', async () => {
    const { context, unitId, otherUnitId } = await somewhere();
    const first = create(unitId, { employmentKind: 'PPPK', staffNumber: someStaffNumber().replace(/^(.{12})../, '$121'), rankCode: 'IX' });
    await apply({ ...context, today: '2025-01-06' }, { ...first, effectiveOn: '2025-01-06' });
    const before = await stateOf(first.personId);
    const number = someStaffNumber();
    const [written] = await apply(context, {
      personId: first.personId, revision: 1, effectiveOn: '2026-03-01',
      facts: { employmentKind: 'CPNS', staffNumber: number, rankCode: 'III/a', organisationId: otherUnitId, status: 'study_assignment', statusUntil: '2026-12-31' },
    });
    expect(written).toMatchObject({ revision: 2 });
    expect(await stateOf(first.personId)).toMatchObject({ staffNumber: number, organisationId: otherUnitId, status: 'study_assignment', statusUntil: '2026-12-31' });
    expect(await spans('person_unit', first.personId)).toEqual([{ from: '2025-01-06', until: '2026-02-28' }, { from: '2026-03-01', until: null }]);
    expect(await spans('person_status', first.personId)).toEqual([
      { from: '2025-01-06', until: '2026-02-28' }, { from: '2026-03-01', until: '2026-12-31' }, { from: '2027-01-01', until: null },
    ]);
    expect((await spans('person_number', first.personId)).at(0)).toMatchObject({ until: '2026-02-28' });

    const [undone] = await apply(context, { personId: first.personId, revision: 2, effectiveOn: '2026-03-01', facts: written?.before ?? {}, restores: true });
    expect(undone).toMatchObject({ stale: false, revision: 3 });
    expect(await stateOf(first.personId)).toEqual({ ...before, revision: 3 });
    for (const table of ['person_unit', 'person_status', 'person_number']) expect(await spans(table, first.personId)).toHaveLength(1);
  });

  it('changes nothing when the same state comes again', async () => {
    const { context, unitId } = await somewhere();
    const given = create(unitId, { contractStartsOn: '2026-01-01', contractEndsOn: '2026-12-31', employmentKind: 'PPPK' });
    await apply(context, given);
    const [again] = await apply(context, { ...given, revision: 1 });
    expect(again).toMatchObject({ stale: false, revision: 1, changed: [] });
    expect(await apply(context, given)).toMatchObject([{ stale: true }]);
  });

  it('refuses what somebody else was faster with, a taken number, a broken rule, a foreign unit, and writes nothing then', async () => {
    const { context, unitId } = await somewhere();
    const one = create(unitId);
    await apply(context, one);
    const change = (facts: Partial<PersonFacts>, revision = 1) => bed.db.tx((tx) => changes.change(tx, context, { personId: one.personId, revision, effectiveOn: today, facts }));
    await expect(change({ name: 'Siti' }, 7)).rejects.toMatchObject({ code: 'PERSON_CHANGED' });
    await expect(change({ rankCode: 'IX' })).rejects.toMatchObject({ code: 'PERSON_INVALID', params: { field: 'rankCode', fault: 'RANK_UNKNOWN' } });
    await expect(change({ organisationId: (await someAgency(bed)).unitId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(change({ supervisorId: await somePerson(bed) })).rejects.toMatchObject({ code: 'PERSON_INVALID', params: { fault: 'NOT_IN_AGENCY' } });
    const fresh = create(unitId);
    await expect(apply(context, fresh, create(unitId, { staffNumber: one.facts.staffNumber ?? null }))).rejects.toMatchObject({ constraint: 'person_number_current_key' });
    expect(await stateOf(fresh.personId)).toBeUndefined();
    const foreign = await somePerson(bed);
    await expect(apply(context, { personId: foreign, revision: 1, effectiveOn: today, facts: { name: 'X' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('waits for a day in the future and brings it over when it comes', async () => {
    const { context, unitId, otherUnitId } = await somewhere();
    const one = create(unitId);
    await apply(context, one);
    await apply(context, { personId: one.personId, revision: 1, effectiveOn: '2026-04-01', facts: { organisationId: otherUnitId, status: 'retired' } });
    const row = async () => (await bed.db.query<{ unit: string; status: string }>('select organisation_id as unit, status from person where id = $1', [one.personId]))[0];
    expect(await row()).toEqual({ unit: unitId, status: 'active' });
    // Midnight has passed in Makassar, not in Jakarta.
    bed.clock.set('2026-03-31T16:05:00Z');
    await bed.get(SupervisorsService).bringOverDates();
    await bed.get(SupervisorsService).bringOverDates();
    expect(await row()).toEqual({ unit: otherUnitId, status: 'retired' });
  });

  it('takes back people nobody uses yet and keeps the others', async () => {
    const { context, unitId } = await somewhere();
    const rows = [create(unitId), create(unitId), create(unitId)];
    await apply(context, ...rows);
    const used = rows[1]?.personId ?? '';
    await bed.db.tx((tx) => bed.get(AccountsService).create(tx, used, null));
    expect(await bed.db.tx((tx) => changes.remove(tx, context, rows.map((row) => row.personId)))).toEqual([used]);
    expect(await changes.list(bed.db, rows.map((row) => row.personId), today)).toHaveLength(1);
  });

  it('writes 500 people with a few statements', async () => {
    const { context, unitId } = await somewhere();
    const rows = Array.from({ length: 500 }, () => create(unitId));
    const statements = await bed.db.tx(async (tx) => {
      const query = jest.spyOn(tx, 'query');
      await changes.apply(tx, context, rows);
      await changes.apply(tx, context, rows.map((row) => ({ ...row, revision: 1, facts: { postName: 'Perawat', status: 'leave' as const } })));
      return query.mock.calls.length;
    });
    expect(statements).toBeLessThan(50);
  });
});

describe('supervisors', () => {
  let bed: DomainBed;

  beforeAll(async () => {
    bed = await DomainBed.open();
    bed.clock.set('2026-03-10T02:00:00Z');
  });
  afterAll(() => bed.close());

  it('are set by hand for their days, or else the acting head, the head, the head above; never oneself, never who left', async () => {
    const { agencyId, unitId } = await someAgency(bed);
    const section = await bed.db.tx((tx) => bed.get(OrganisationsService).createUnit(tx, unitId, { name: 'Seksi', shortName: 'Seksi' }));
    const [mayor, head, acting, staff] = [
      await somePerson(bed, { organisationId: agencyId }), await somePerson(bed, { organisationId: unitId }),
      await somePerson(bed, { organisationId: section.id }), await somePerson(bed, { organisationId: section.id }),
    ];
    const lead = (organisationId: string, personId: string, kind: string | null, until: string | null = null) =>
      bed.db.query('insert into organisation_head (id, organisation_id, person_id, acting, valid_from, valid_until) values ($1, $2, $3, $4, $5, $6)', [newId(), organisationId, personId, kind, '2026-01-01', until]);
    await lead(agencyId, mayor, null);
    await lead(unitId, head, null);
    await lead(section.id, acting, 'PLT', '2026-03-31');
    const refresh = () => bed.db.tx((tx) => bed.get(SupervisorsService).refresh(tx, { agencyId }));
    const of = async (id: string) => (await bed.db.query<{ supervisor: string | null }>('select supervisor_id as supervisor from person where id = $1', [id]))[0]?.supervisor;
    await refresh();
    expect([await of(staff), await of(acting), await of(head), await of(mayor)]).toEqual([acting, head, mayor, null]);
    expect(await refresh()).toBe(0);

    const changes = bed.get(PeopleChangesService);
    const context = { agencyId, today: '2026-03-10' };
    await bed.db.tx((tx) => changes.change(tx, context, { personId: staff, revision: 1, effectiveOn: '2026-03-10', facts: { supervisorId: mayor, supervisorUntil: '2026-03-20' } }));
    expect(await of(staff)).toBe(mayor);
    bed.clock.set('2026-03-21T02:00:00Z');
    await bed.get(SupervisorsService).bringOverDates();
    expect(await of(staff)).toBe(acting);
    bed.clock.set('2026-04-01T02:00:00Z');
    await bed.get(SupervisorsService).bringOverDates();
    expect(await of(staff)).toBe(head);
    await bed.db.tx((tx) => changes.change(tx, context, { personId: head, revision: 1, effectiveOn: '2026-04-01', facts: { status: 'retired' } }));
    bed.clock.set('2026-04-02T02:00:00Z');
    await bed.get(SupervisorsService).bringOverDates();
    expect(await of(staff)).toBe(mayor);
  });
});

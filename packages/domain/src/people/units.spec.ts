import { AccessService } from '../access/access.service.js';
import { TreeChangePreviewService } from '../organisations/tree-change-preview.service.js';
import { UnitChangesService } from '../organisations/unit-changes.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson } from '../testing/factories.js';
import { OrganisationHeadsService } from './organisation-heads.service.js';
import { UnitViews } from './unit-views.js';

const anywhere = () => true;

describe('the tree of units', () => {
  let bed: DomainBed;
  let changes: UnitChangesService;
  let views: UnitViews;

  beforeAll(async () => {
    bed = await DomainBed.open();
    changes = bed.get(UnitChangesService);
    views = bed.get(UnitViews);
  });

  afterAll(() => bed.close());

  /** An agency with Dinas Kesehatan (a Puskesmas below, one person in it) and Dinas Sosial, and an admin who edits. */
  async function someTree() {
    const place = await someAgency(bed);
    const adminId = await somePerson(bed, { organisationId: place.agencyId, name: 'Laksmi' });
    const editor = { personId: adminId, agencyId: place.agencyId };
    const clinic = await changes.create(editor, place.unitId, { name: 'Puskesmas Mamboro', shortName: 'Mamboro' });
    const social = await changes.create(editor, place.agencyId, { name: 'Dinas Sosial', shortName: 'Dinsos', code: 'SOS' });
    const nurse = await somePerson(bed, { organisationId: clinic });
    return { ...place, editor, clinic, social, nurse };
  }

  it('moves a unit with all below it, and keeps who, when, from where and to where', async () => {
    const { editor, unitId, clinic, social } = await someTree();
    await changes.move(editor, unitId, social, anywhere);
    const sheet = await views.sheet(clinic, anywhere);
    expect(sheet.way.map((one) => one.name)).toEqual([expect.stringContaining('Pemerintah Kota'), 'Dinas Sosial', 'Dinas Kesehatan']);
    const moved = await views.sheet(unitId, anywhere);
    expect(moved.events[0]).toMatchObject({ kind: 'moved', by: 'Laksmi, S.Kep., Ns.', details: { to: 'Dinas Sosial' } });
    expect(moved).toMatchObject({ people: 0, peopleBelow: 1, unitsBelow: 1 });
  });

  it('refuses a loop, another agency and whatever the editor may not change', async () => {
    const { editor, unitId, clinic } = await someTree();
    const other = await someAgency(bed);
    await expect(changes.move(editor, unitId, clinic, anywhere)).rejects.toMatchObject({ code: 'UNIT_LOOP' });
    await expect(changes.move(editor, unitId, other.unitId, anywhere)).rejects.toMatchObject({ code: 'UNIT_OF_ANOTHER_AGENCY' });
    await expect(changes.move(editor, unitId, other.unitId, () => false)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lets two moves at once make no loop', async () => {
    const { editor, unitId, social } = await someTree();
    const both = await Promise.allSettled([changes.move(editor, unitId, social, anywhere), changes.move(editor, social, unitId, anywhere)]);
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'UNIT_LOOP' } });
  });

  it('shows before a change whom it touches: people, units, roles, and who will see them no more', async () => {
    const { editor, agencyId, unitId, clinic, social } = await someTree();
    const admin = await somePerson(bed, { organisationId: unitId, name: 'Ratna' });
    const outsider = await somePerson(bed, { organisationId: social, name: 'Sutrisno', titleAfter: null });
    await bed.db.tx(async (tx) => {
      await bed.get(AccessService).grant(tx, admin, 'unit_admin', unitId);
      await bed.get(AccessService).grant(tx, outsider, 'unit_admin', social);
      await bed.get(AccessService).grant(tx, editor.personId, 'agency_admin', agencyId);
    });
    const preview = await bed.get(TreeChangePreviewService).preview('move', clinic, social, anywhere);
    expect(preview).toMatchObject({ peopleCount: 1, unitCount: 0, obstacle: null, loses: ['Ratna, S.Kep., Ns.'], gains: ['Sutrisno'] });
    const merger = await bed.get(TreeChangePreviewService).preview('merge', unitId, social, anywhere);
    expect(merger).toMatchObject({ peopleCount: 2, unitCount: 1, belongings: [{ key: 'roles', count: 1 }] });
  });

  it('merges: people with their history, roles and units go over, the unit is closed and names its successor', async () => {
    const { editor, unitId, clinic, social } = await someTree();
    const clerk = await somePerson(bed, { organisationId: unitId });
    await bed.db.tx((tx) => bed.get(AccessService).grant(tx, clerk, 'unit_admin', unitId));
    bed.clock.advance({ days: 40 });
    await changes.merge(editor, unitId, social, anywhere);
    expect(await views.sheet(unitId, anywhere)).toMatchObject({ closed: true, mergedInto: { name: 'Dinas Sosial' }, people: 0, children: 0 });
    expect((await views.sheet(clinic, anywhere)).way.map((one) => one.name)).toEqual([expect.any(String), 'Dinas Sosial']);
    const rows = await bed.db.query(
      `select unit_name as "unitName", valid_until is null as open from person_unit where person_id = $1 order by valid_from, open`, [clerk],
    );
    expect(rows).toContainEqual({ unitName: 'Dinas Sosial', open: true });
    const [role] = await bed.db.query<{ id: string }>(
      'select organisation_id as id from role_assignment where person_id = $1 and (valid_until is null or valid_until > $2)', [clerk, bed.clock.now()],
    );
    expect(role?.id).toBe(social);
    await expect(changes.reopen(editor, unitId)).rejects.toMatchObject({ code: 'UNIT_CLOSED' });
  });

  it('closes only what is empty, ends its heads, and can open it again', async () => {
    const { editor, unitId, clinic, nurse } = await someTree();
    await expect(changes.close(editor, clinic)).rejects.toMatchObject({ code: 'UNIT_NOT_EMPTY', params: { people: 1, units: 0 } });
    await expect(changes.close(editor, unitId)).rejects.toMatchObject({ code: 'UNIT_NOT_EMPTY', params: { people: 0, units: 1 } });
    const empty = await changes.create(editor, unitId, { name: 'Puskesmas Pantoloan', shortName: 'Pantoloan' });
    await bed.get(OrganisationHeadsService).add(editor, empty, { personId: nurse, acting: 'PLT', validFrom: '2026-01-05', validUntil: null });
    await changes.close(editor, empty);
    expect((await views.sheet(empty, anywhere)).heads[0]?.validUntil).not.toBeNull();
    await changes.reopen(editor, empty);
    expect(await views.sheet(empty, anywhere)).toMatchObject({ closed: false });
  });

  it('keeps one head a day and one who stands in, each with days', async () => {
    const { editor, unitId, nurse } = await someTree();
    const heads = bed.get(OrganisationHeadsService);
    await heads.add(editor, unitId, { personId: editor.personId, acting: null, validFrom: '2026-01-05', validUntil: null });
    await expect(heads.add(editor, unitId, { personId: nurse, acting: null, validFrom: '2026-03-01', validUntil: null })).rejects.toMatchObject({
      message: expect.stringContaining('organisation_head_one_excl'),
    });
    await heads.add(editor, unitId, { personId: nurse, acting: 'PLH', validFrom: '2026-03-01', validUntil: '2026-03-14' });
    const stranger = await somePerson(bed);
    await expect(heads.add(editor, unitId, { personId: stranger, acting: null, validFrom: '2026-03-01', validUntil: null })).rejects.toMatchObject({ code: 'HEAD_UNKNOWN' });
    const [standIn, head] = (await views.sheet(unitId, anywhere)).heads;
    expect([standIn?.acting, head?.acting]).toEqual(['PLH', null]);
    await heads.end(editor, unitId, head?.headId ?? '', '2026-06-30');
    expect((await views.sheet(unitId, anywhere)).heads[1]?.validUntil).toBe('2026-06-30');
  });
});

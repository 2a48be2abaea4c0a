import { AccessService } from '@pamong/domain/access/access.service';
import { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import { PeopleService } from '@pamong/domain/people/people.service';
import { someStaffNumber } from '@pamong/domain/testing/factories';
import { newId } from '@pamong/platform/ids/new-id';
import { ApiBed } from '../testing/api-bed.js';

describe('merging people over HTTP', () => {
  let bed: ApiBed;

  beforeAll(async () => {
    bed = await ApiBed.open();
  });
  afterAll(() => bed.close());

  type Client = Awaited<ReturnType<ApiBed['signIn']>>['client'];
  const code = (problem: Promise<unknown>) => problem.then(() => 'done', (error: { problem?: { code?: string } }) => error.problem?.code);
  const make = (unitId: string, staffNumber: string | null = null) =>
    bed.db.tx((tx) => bed.get(PeopleService).create(tx, { organisationId: unitId, name: 'Maria Lodia', employmentKind: staffNumber === null ? 'PPPK' : 'PNS', staffNumber }));
  const merge = (client: Client, personId: string, otherId: string, seen = { revision: 1, otherRevision: 1 }) => client.merging.merge({ params: { personId, otherId }, body: seen });
  const preview = (client: Client, personId: string, otherId: string) => client.merging.preview({ params: { personId, otherId } });

  it('shows both, merges once however often it is pressed, and leads the old address to the one that stays', async () => {
    const place = await bed.place();
    const admin = await bed.signIn(place, 'agency_admin');
    const staffNumber = someStaffNumber();
    const [keptId, goneId] = [await make(place.unitId, staffNumber), await make(place.unitId)];
    const seen = await preview(admin.client, keptId, goneId);
    expect(seen).toMatchObject({ kept: { personId: keptId, number: staffNumber, revision: 1 }, gone: { personId: goneId, number: null, revision: 1 }, conflicts: [] });
    expect(await code(merge(admin.client, keptId, goneId, { revision: 1, otherRevision: 4 }))).toBe('PERSON_CHANGED');
    expect(await Promise.all([1, 2].map(() => merge(admin.client, keptId, goneId)))).toEqual([{ personId: keptId }, { personId: keptId }]);
    expect(await admin.client.people.get({ params: { personId: goneId } })).toMatchObject({ personId: keptId });
    expect((await admin.client.people.list({ query: { q: 'Maria' } })).items.map((one) => one.personId)).toEqual([keptId]);
    expect(await code(preview(admin.client, keptId, goneId))).toBe('PERSON_MERGED');
    // Nothing but the page follows: whoever changes somebody means the record that they see.
    expect(await code(admin.client.people.change({ params: { personId: goneId }, body: { revision: 2, effectiveOn: '2026-11-22', name: 'Lain' } }))).toBe('NOT_FOUND');
    expect(await code(preview(admin.client, keptId, keptId))).toBe('MERGE_SAME_PERSON');
    expect(await code(merge(admin.client, keptId, admin.personId))).toBe('MERGE_YOURSELF');
  });

  it('asks for the permission at both: hidden from other agencies, refused to who may change only one, open to a platform admin', async () => {
    const [place, foreign] = [await bed.place(), await bed.place()];
    const admin = await bed.signIn(place, 'agency_admin');
    const [keptId, goneId, foreignId] = [await make(place.unitId), await make(place.unitId), await make(foreign.unitId)];
    expect(await code(preview(admin.client, keptId, foreignId))).toBe('NOT_FOUND');
    expect(await code(merge(admin.client, keptId, foreignId))).toBe('NOT_FOUND');
    expect(await code(merge(admin.client, foreignId, keptId))).toBe('NOT_FOUND');
    expect(await code(preview(admin.client, keptId, newId()))).toBe('NOT_FOUND');
    expect(await code(merge((await bed.signIn(foreign, 'agency_admin')).client, keptId, goneId))).toBe('NOT_FOUND');
    expect(await code(preview((await bed.signIn(place)).client, keptId, goneId))).toBe('NOT_FOUND');
    expect(await code(preview(bed.client(), keptId, goneId))).toBe('SIGN_IN_REQUIRED');
    const auditor = await bed.signIn(place);
    const unitAdmin = await bed.signIn(place);
    const other = await bed.db.tx((tx) => bed.get(OrganisationsService).createUnit(tx, place.agencyId, { name: 'Bappeda', shortName: 'Bappeda' }));
    const elsewhereId = await make(other.id);
    await bed.db.tx(async (tx) => {
      await bed.get(AccessService).grant(tx, auditor.personId, 'auditor', place.agencyId, new Date('2100-01-01T00:00:00Z'));
      await bed.get(AccessService).grant(tx, unitAdmin.personId, 'unit_admin', place.unitId);
    });
    bed.clock.advance({ seconds: 6 });
    expect(await code(preview(auditor.client, keptId, goneId))).toBe('NOT_ALLOWED');
    expect(await code(preview(unitAdmin.client, keptId, elsewhereId))).toBe('NOT_FOUND');
    expect(await code(preview(unitAdmin.client, keptId, goneId))).toBe('done');
    const platform = await bed.signIn(place, 'platform_admin');
    expect(await code(merge(platform.client, keptId, foreignId))).toBe('done');
  });

  it('suggests records that may be the same person, of those that the caller may change', async () => {
    const [place, foreign] = [await bed.place(), await bed.place()];
    const admin = await bed.signIn(place, 'agency_admin');
    const ids = [await make(place.unitId), await make(place.unitId), await make(foreign.unitId)];
    await bed.db.query(`update person set birth_date = '1990-03-15', name = $2 where id = any($1::uuid[])`, [ids, `Maria ${newId()}`]);
    expect(await admin.client.merging.listLikely({ params: { personId: ids[0] ?? '' } })).toMatchObject({ items: [{ personId: ids[1], signs: ['name_and_birth'] }] });
    expect(await code((await bed.signIn(foreign, 'agency_admin')).client.merging.listLikely({ params: { personId: ids[0] ?? '' } }))).toBe('NOT_FOUND');
  });
});

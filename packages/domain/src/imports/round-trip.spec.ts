import { newId } from '@pamong/platform/ids/new-id';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { PeopleChangesService } from '../people/people-changes.service.js';
import { PeopleExportService } from '../people/people-export.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someAgency, someStaffNumber } from '../testing/factories.js';
import { ImportViewsService } from './import-views.service.js';
import { checkedImport, someImporter } from './imports.factory.js';

describe('an export that comes back', () => {
  let bed: DomainBed;

  beforeAll(async () => {
    bed = await DomainBed.open();
  });
  afterAll(() => bed.close());

  it('changes nothing: numbers, degrees, units of one name, supervisors, statuses, contracts, zones', async () => {
    const place = await someAgency(bed);
    const actor = await someImporter(bed, place);
    const { agencyId, unitId } = place;
    const units = await bed.db.tx(async (tx) => {
      const organisations = bed.get(OrganisationsService);
      const other = await organisations.createUnit(tx, agencyId, { name: 'Dinas Sosial', shortName: 'Dinsos', code: 'S-1' });
      const twins = [await organisations.createUnit(tx, unitId, { name: 'Sekretariat', shortName: 'Set A' }), await organisations.createUnit(tx, other.id, { name: 'Sekretariat', shortName: 'Set B' })];
      return [unitId, other.id, ...twins.map((twin) => twin.id), agencyId];
    });
    const [boss, pppk, ...others] = [newId(), newId(), newId(), newId(), newId()] as const;
    const today = bed.clock.now().toISOString().slice(0, 10);
    const person = { employmentKind: 'PNS' as const, timeZone: 'Asia/Makassar' };
    const rows = [
      { personId: boss, facts: { ...person, name: "Ma'ruf Al-Fatih", titleBefore: 'Dr. Ir. H.', titleAfter: 'M.Eng.Sc.', staffNumber: someStaffNumber(), rankCode: 'IV/e', postKind: 'JPT_PRATAMA', organisationId: units[0] ?? '' } },
      {
        personId: pppk,
        facts: {
          ...person, employmentKind: 'PPPK_PART_TIME' as const, name: 'Wulan', staffNumber: someStaffNumber().replace(/^(.{12})../, '$121'), rankCode: 'XVII', organisationId: units[2] ?? '', phone: '+6281234567890',
          contractStartsOn: '2026-03-01', contractEndsOn: '2027-02-28', supervisorId: boss, supervisorUntil: '2027-01-31', timeZone: 'Asia/Jayapura',
        },
      },
      { personId: others[0], facts: { ...person, name: 'Sutrisno', staffNumber: someStaffNumber(), organisationId: units[3] ?? '', status: 'study_assignment' as const, statusUntil: '2027-06-30', birthDate: '1980-02-29', sex: 'male' as const } },
      { personId: others[1], facts: { ...person, employmentKind: 'NON_ASN' as const, name: '=Budi', email: `budi-${boss.slice(-6)}@kampus.example`, organisationId: units[4] ?? '' } },
      { personId: others[2], facts: { ...person, name: 'Nurhayati', staffNumber: someStaffNumber(), organisationId: units[1] ?? '', postName: 'Perawat; "Ahli" Muda', birthPlace: '-' } },
    ].map((row) => ({ ...row, revision: 0, effectiveOn: today }));
    await bed.db.tx((tx) => bed.get(PeopleChangesService).apply(tx, { agencyId, today }, rows));

    const table: string[][] = [];
    for await (const batch of bed.get(PeopleExportService).batches(actor, actor.scope('person.read'), { q: '', sort: 'name' }, 'Asia/Makassar', 'csv')) table.push(...batch);
    // The importer himself has neither number nor address, so no file can name him.
    const named = table.filter((row) => row[0] !== '' || row.some((cell) => cell.includes('@')));
    const view = await bed.get(ImportViewsService).get(await checkedImport(bed, actor, named));
    const { items } = await bed.get(ImportViewsService).listRows(view.id, 'changed', 'id', 1, 20);
    const faults = await bed.get(ImportViewsService).listRows(view.id, 'error', 'id', 1, 20);
    expect([...items, ...faults.items]).toEqual([]);
    expect(view.counts).toMatchObject({ new: 0, changed: 0, same: named.length - 1, error: 0 });
  });
});

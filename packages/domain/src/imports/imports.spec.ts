import { readSpreadsheet } from '@pamong/platform/spreadsheet/read-spreadsheet';
import { Readable } from 'node:stream';
import type { Actor } from '../access/actor.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { MergingService } from '../people/merging.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson } from '../testing/factories.js';
import { ImportApplyService } from './import-apply.service.js';
import { ImportCheckService } from './import-check.service.js';
import { ImportFilesService } from './import-files.service.js';
import { ImportViewsService } from './import-views.service.js';
import { checkedImport, numberOf, peopleTable, someImporter } from './imports.factory.js';
import { ImportsService } from './imports.service.js';

let bed: DomainBed;
let place: { agencyId: string; unitId: string; path: string };
let actor: Actor;
let seed = Math.floor(Math.random() * 2_900);

beforeAll(async () => {
  bed = await DomainBed.open();
});
afterAll(() => bed.close());
beforeEach(async () => {
  place = await someAgency(bed);
  actor = await someImporter(bed, place);
  seed += 1;
});

const imports = () => bed.get(ImportsService);
const views = () => bed.get(ImportViewsService);
const counts = async (batchId: string) => (await views().get(batchId)).counts;

async function applied(batchId: string): Promise<void> {
  await imports().apply(actor, batchId);
  await bed.get(ImportApplyService).apply(batchId);
}

async function undone(batchId: string): Promise<void> {
  await imports().undo(actor, batchId);
  await bed.get(ImportApplyService).undo(batchId);
}

/** Everything that is stored about the people of the agency but the admin, without what only counts writes. */
async function stored(): Promise<unknown[]> {
  return bed.db.query(
    `select n.number, p.name, p.title_after, p.rank_code, p.rank_name, p.post_name, p.organisation_id, p.email, p.status, s.number as supervisor,
            (select json_agg(json_build_array(u.organisation_id, u.valid_from, u.valid_until) order by u.valid_from) from person_unit u where u.person_id = p.id) as units,
            (select json_agg(json_build_array(v.supervisor_id, v.valid_from, v.valid_until) order by v.valid_from) from person_supervisor v where v.person_id = p.id) as supervisors
     from person p left join person_number n on n.person_id = p.id and n.valid_until is null
     left join person_number s on s.person_id = p.supervisor_id and s.valid_until is null
     where p.agency_id = $1 and p.name <> 'Admin' order by n.number`,
    [place.agencyId],
  );
}

it('imports, changes nothing the second time, and takes all of it back', async () => {
  const { rows, faulty } = peopleTable(40, 'Dinas Kesehatan', seed, 8);
  const batchId = await checkedImport(bed, actor, rows);
  expect(await counts(batchId)).toMatchObject({ new: 40 - faulty, changed: 0, same: 0, error: faulty });
  expect(await stored()).toEqual([]);

  await applied(batchId);
  expect(await counts(batchId)).toMatchObject({ applied: 40 - faulty, failed: 0 });
  const people = await stored();
  expect(people).toHaveLength(40 - faulty);
  expect(people[1]).toMatchObject({ title_after: 'S.Kom.', rank_code: 'III/c', rank_name: 'Penata', organisation_id: place.unitId, status: 'active' });

  const again = await checkedImport(bed, actor, rows);
  expect(await counts(again)).toMatchObject({ new: 0, changed: 0, same: 40 - faulty, error: faulty });

  await undone(batchId);
  expect(await counts(batchId)).toMatchObject({ applied: 0, undone: 40 - faulty, kept: 0 });
  expect(await stored()).toEqual([]);
});

it('shows changes field by field, and the undo restores each with its history', async () => {
  const { rows } = peopleTable(12, 'Dinas Kesehatan', seed);
  await applied(await checkedImport(bed, actor, rows));
  bed.clock.advance({ days: 3 });
  const before = await stored();
  const changed = rows.map((row, index) => (index === 3 ? row.with(4, 'III/d').with(7, numberOf(1, seed)).with(8, '-') : row));
  const batchId = await checkedImport(bed, actor, changed);
  const page = await views().listRows(batchId, 'changed', 'id', 1, 20);
  expect(page.items.map(({ row, changes }) => [row, changes.map(({ title, before: was, after }) => [title, was, after])])).toEqual([
    [4, [['golongan', 'III/c', 'III/d'], ['surel', `p${seed}-2@instansi.example`, null], ['nip_atasan', expect.stringContaining('Nurhayati 0'), numberOf(1, seed)]]],
  ]);
  await applied(batchId);
  expect((await stored()).find((person) => (person as { number: string }).number === numberOf(2, seed))).toMatchObject({ rank_code: 'III/d', rank_name: 'Penata Tingkat I', email: null, supervisor: numberOf(1, seed) });
  bed.clock.advance({ days: 1 });
  await undone(batchId);
  expect(await stored()).toEqual(before);
});

it('writes once however often the job runs, and goes on after a run that broke off', async () => {
  const { rows } = peopleTable(600, 'Dinas Kesehatan', seed);
  const batchId = await checkedImport(bed, actor, rows);
  await imports().apply(actor, batchId);
  const stop = AbortSignal.abort();
  await expect(bed.get(ImportApplyService).apply(batchId, stop)).rejects.toThrow();
  expect((await views().get(batchId)).progress).toEqual({ done: 500, total: 600 });
  await Promise.all([bed.get(ImportApplyService).apply(batchId), bed.get(ImportApplyService).apply(batchId)]);
  expect(await counts(batchId)).toMatchObject({ applied: 600, failed: 0 });
  expect(await stored()).toHaveLength(600);
  await expect(imports().apply(actor, batchId)).rejects.toMatchObject({ code: 'IMPORT_BUSY' });
});

it('keeps who was changed since or is in use by now, and names them', async () => {
  const { rows } = peopleTable(6, 'Dinas Kesehatan', seed);
  const batchId = await checkedImport(bed, actor, rows);
  await applied(batchId);
  const [third] = await bed.db.query<{ id: string }>(`select id from person where agency_id = $1 and name = 'Siti Aminah 3'`, [place.agencyId]);
  await bed.db.tx((tx) => bed.get(AccountsService).create(tx, third?.id ?? '', null));
  await applied(await checkedImport(bed, actor, [rows[0] ?? [], (rows[5] ?? []).with(5, 'Analis')]));
  await undone(batchId);
  const { items } = await views().listRows(batchId, 'kept', 'id', 1, 20);
  // The leader of both stays as well: somebody who stays reports to them.
  expect(items.map(({ label, faults }) => [label.split(' · ')[0], faults[0]?.code])).toEqual([['Nurhayati 0', 'IN_USE'], ['Siti Aminah 3', 'IN_USE'], ['I Made Wirawan 4', 'CHANGED_SINCE']]);
  expect(await stored()).toHaveLength(3);
});

it('keeps the row of a record that was merged with another one since, and says so', async () => {
  const { rows } = peopleTable(4, 'Dinas Kesehatan', seed);
  const batchId = await checkedImport(bed, actor, rows);
  await applied(batchId);
  const [gone] = await bed.db.query<{ id: string; revision: number }>(`select id, revision from person where agency_id = $1 and name = 'Siti Aminah 3'`, [place.agencyId]);
  const keptId = await somePerson(bed, { organisationId: place.unitId, staffNumber: null });
  const preview = await bed.get(MergingService).preview(actor, keptId, gone?.id ?? '');
  expect(preview.parts.find((part) => part.key === 'imports')?.lines).toHaveLength(1);
  await bed.get(MergingService).merge(actor, keptId, gone?.id ?? '', { kept: 1, gone: gone?.revision ?? 0 });
  await undone(batchId);
  const { items } = await views().listRows(batchId, 'kept', 'id', 1, 20);
  expect(items.map(({ label, faults }) => [label.split(' · ')[0], faults[0]?.code])).toContainEqual(['Siti Aminah 3', 'MERGED_SINCE']);
  expect(await bed.db.query('select merged_into_id as id from person where id = $1', [gone?.id])).toEqual([{ id: keptId }]);
});

it('counts and lists what is worth a second look, writes it all the same, and keeps no more than its kind', async () => {
  const { rows } = peopleTable(4, 'Dinas Kesehatan', seed);
  const batchId = await checkedImport(bed, actor, rows.map((row, index) => [...row, index === 0 ? 'tanggal_lahir' : index === 2 ? '01-02-1999' : '']));
  expect(await counts(batchId)).toMatchObject({ new: 4, error: 0, warned: 1 });
  const { items, total } = await views().listRows(batchId, 'warned', 'id', 1, 20);
  expect(total).toBe(1);
  expect(items).toMatchObject([{ row: 3, faults: [], warnings: [{ column: 'tanggal_lahir', code: 'BIRTH_DATE_DIFFERS', value: '01-02-1999' }] }]);
  await applied(batchId);
  expect(await counts(batchId)).toMatchObject({ applied: 4, failed: 0, warned: 1 });
  bed.clock.advance({ days: 9 });
  await imports().purge();
  expect(await bed.db.query(`select warnings from import_row where batch_id = $1 and warnings <> '[]'`, [batchId])).toEqual([{ warnings: [{ column: 'birthDate', code: 'BIRTH_DATE_DIFFERS' }] }]);
  expect(await counts(batchId)).toMatchObject({ warned: 1 });
});

it('leaves out rows whose people changed between check and apply', async () => {
  const { rows } = peopleTable(3, 'Dinas Kesehatan', seed);
  await applied(await checkedImport(bed, actor, rows));
  const late = await checkedImport(bed, actor, rows.map((row, index) => (index === 2 ? row.with(5, 'Analis') : index === 3 ? row.with(5, 'Arsiparis') : row)));
  await applied(await checkedImport(bed, actor, [rows[0] ?? [], (rows[2] ?? []).with(4, 'IV/a')]));
  await applied(late);
  expect(await counts(late)).toMatchObject({ applied: 1, failed: 1 });
  expect((await views().listRows(late, 'failed', 'en', 1, 5)).items[0]?.faults[0]).toMatchObject({ code: 'OVERTAKEN' });
});

it('gives the rows with faults as a file that goes in again once corrected', async () => {
  const { rows, faulty } = peopleTable(20, 'Dinas Kesehatan', seed, 4);
  await applied(await checkedImport(bed, actor, rows));
  const first = await checkedImport(bed, actor, rows);
  const { content, name } = await bed.get(ImportFilesService).failedRows(first);
  expect(name).toBe('pegawai-perlu-diperbaiki.xlsx');
  const table = await readSpreadsheet(content);
  expect(table).toHaveLength(faulty + 1);
  expect(table[0]?.cells.at(-1)?.text).toBe('alasan_ditolak');
  expect(table[1]?.cells.at(-1)?.text).toMatch(/^nip: Excel mengubah nomor ini/);
  const corrected = table.map(({ cells }, index) => {
    const texts = cells.map((cell) => cell?.text ?? '');
    return index === 0 ? texts : (rows.at(index * 4) ?? []).map((text, column) => (column === 0 ? numberOf(index * 4 - 1, seed) : column === 6 ? 'Dinas Kesehatan' : column === 7 ? '' : column === 4 ? 'III/c' : text)).concat(texts.at(-1) ?? '');
  });
  const second = await checkedImport(bed, actor, corrected);
  expect(await counts(second)).toMatchObject({ new: faulty, error: 0 });
});

it('asks for columns that it cannot match, and remembers what it was told', async () => {
  const table = [['Nomor', 'Siapa', 'Bagian'], [numberOf(0, seed), 'Nurhayati', 'Dinas Kesehatan']];
  const batchId = await checkedImport(bed, actor, table);
  expect(await views().get(batchId)).toMatchObject({ state: 'mapping', mapping: {}, can: { map: true, apply: false } });
  await expect(imports().map(actor, batchId, { name: 1 })).rejects.toMatchObject({ code: 'IMPORT_COLUMNS_MISSING' });
  await imports().map(actor, batchId, { nip: 0, name: 1, unit: 2 });
  await bed.get(ImportCheckService).check(batchId, 1);
  expect((await views().get(batchId)).state).toBe('checking');
  await bed.get(ImportCheckService).check(batchId, 2);
  expect(await views().get(batchId)).toMatchObject({ state: 'checked', counts: { new: 1 } });
  expect(await counts(await checkedImport(bed, actor, table))).toMatchObject({ new: 1, error: 0 });
});

it('refuses files that are no table, and forgets what was not applied', async () => {
  await expect(imports().upload(actor, 'people', 'kosong.xlsx', Readable.from([]))).rejects.toMatchObject({ code: 'IMPORT_FILE_EMPTY' });
  const batchId = await imports().upload(actor, 'people', 'laporan.pdf', Readable.from([Buffer.from('%PDF-1.7')]));
  await bed.get(ImportCheckService).check(batchId, 1);
  expect(await views().get(batchId)).toMatchObject({ state: 'refused', refusal: { reason: 'NOT_A_SPREADSHEET' } });
  await imports().discard(actor, batchId);
  await expect(views().get(batchId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it("lets a unit's admin import into the unit alone", async () => {
  const { rows } = peopleTable(3, 'Dinas Kesehatan', seed);
  const admin = Object.assign(Object.create(Object.getPrototypeOf(actor) as object) as Actor, actor, { grants: [{ role: 'unit_admin', path: place.path }] });
  const outside = (rows[3] ?? []).with(6, (await bed.db.query<{ name: string }>('select name from organisation where id = $1', [place.agencyId]))[0]?.name ?? '');
  const batchId = await checkedImport(bed, admin, [...rows.slice(0, 3), outside]);
  expect(await counts(batchId)).toMatchObject({ new: 2, error: 1 });
  expect((await views().listRows(batchId, 'error', 'id', 1, 5)).items[0]?.faults.map(({ code }) => code)).toEqual(['UNIT_OUTSIDE']);
});

it('removes file and personal data once the days of undoing are over', async () => {
  const { rows } = peopleTable(2, 'Dinas Kesehatan', seed);
  const batchId = await checkedImport(bed, actor, rows);
  await applied(batchId);
  bed.clock.advance({ days: 7, minutes: 1 });
  await expect(imports().undo(actor, batchId)).rejects.toMatchObject({ code: 'IMPORT_UNDO_OVER' });
  bed.clock.advance({ days: 1 });
  await imports().purge();
  expect(await views().get(batchId)).toMatchObject({ counts: { applied: 2 }, headers: [], can: { undo: false } });
  expect((await views().listRows(batchId, 'new', 'id', 1, 5)).items[0]).toMatchObject({ label: '', changes: [] });
});

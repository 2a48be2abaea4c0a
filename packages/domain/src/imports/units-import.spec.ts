import type { Actor } from '../access/actor.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson } from '../testing/factories.js';
import { ImportApplyService } from './import-apply.service.js';
import { ImportViewsService } from './import-views.service.js';
import { checkedImport, someImporter } from './imports.factory.js';
import { ImportsService } from './imports.service.js';

let bed: DomainBed;
let place: { agencyId: string; unitId: string; path: string };
let actor: Actor;

beforeAll(async () => {
  bed = await DomainBed.open();
});
afterAll(() => bed.close());
beforeEach(async () => {
  place = await someAgency(bed);
  actor = await someImporter(bed, place);
});

const header = ['kode', 'nama', 'singkatan', 'jenis', 'kode_induk'];
const views = () => bed.get(ImportViewsService);
const check = (...rows: string[][]) => checkedImport(bed, actor, [header, ...rows], 'units');
const faults = async (batchId: string) => (await views().listRows(batchId, 'error', 'id', 1, 20)).items.map((row) => [row.row, ...row.faults.map(({ code }) => code)]);

async function apply(batchId: string): Promise<void> {
  await bed.get(ImportsService).apply(actor, batchId);
  await bed.get(ImportApplyService).apply(batchId);
}

async function undo(batchId: string): Promise<void> {
  await bed.get(ImportsService).undo(actor, batchId);
  await bed.get(ImportApplyService).undo(batchId);
}

/** `code name < parent`, by name. */
async function tree(): Promise<string[]> {
  const rows = await bed.db.query<{ line: string }>(
    `select concat(o.code, ' ', o.name, ' < ', case when p.kind = 'agency' then '' else p.name end) as line from organisation o
     join organisation p on p.id = o.parent_id and p.path @> o.path where o.agency_id = $1 order by 1`,
    [place.agencyId],
  );
  return rows.map(({ line }) => line);
}

const table = [
  ['D1-B', 'Bidang Pelayanan', '', 'bidang', 'D1'],
  ['D1', 'Dinas Kesehatan', 'Dinkes', 'dinas', ''],
  ['D1-B-1', 'Seksi Rujukan', '', 'seksi', 'D1-B'],
  ['D2', 'Dinas Sosial', 'Dinsos', 'dinas', ''],
];

it('makes a tree in any order of rows, gives a known unit its code, and changes nothing the second time', async () => {
  const batchId = await check(...table);
  expect(await views().get(batchId)).toMatchObject({ counts: { new: 3, changed: 1, error: 0 } });
  await apply(batchId);
  expect(await tree()).toEqual(['D1 Dinas Kesehatan < ', 'D1-B Bidang Pelayanan < Dinas Kesehatan', 'D1-B-1 Seksi Rujukan < Bidang Pelayanan', 'D2 Dinas Sosial < ']);
  const again = await check(...table);
  expect(await views().get(again)).toMatchObject({ counts: { new: 0, changed: 0, same: 4, error: 0 }, can: { apply: false } });
  await undo(batchId);
  expect(await tree()).toEqual([' Dinas Kesehatan < ']);
});

it('renames and moves by code, turns a tree around, and takes it back', async () => {
  await apply(await check(...table));
  const before = await tree();
  const batchId = await check(['D1-B', 'Bidang Pelayanan Kesehatan', '', '', 'D2'], ['D2', 'Dinas Sosial', '', '', 'D1-B-1'], ['D1-B-1', 'Seksi Rujukan', '', '', '-']);
  const { items } = await views().listRows(batchId, 'changed', 'id', 1, 10);
  expect(items.map(({ changes }) => changes.map(({ title, before: was, after }) => [title, was, after]))).toContainEqual([
    ['nama', 'Bidang Pelayanan', 'Bidang Pelayanan Kesehatan'], ['kode_induk', 'Dinas Kesehatan', 'Dinas Sosial'],
  ]);
  await apply(batchId);
  expect(await tree()).toEqual(['D1 Dinas Kesehatan < ', 'D1-B Bidang Pelayanan Kesehatan < Dinas Sosial', 'D1-B-1 Seksi Rujukan < ', 'D2 Dinas Sosial < Seksi Rujukan']);
  await undo(batchId);
  expect(await tree()).toEqual(before);
});

it('shows a loop as a path, and names what is wrong with rows', async () => {
  await apply(await check(...table));
  const batchId = await check(['D1', 'Dinas Kesehatan', '', '', 'D1-B-1'], ['', 'Tanpa kode', '', '', ''], ['X', 'Unit X', '', '', 'Y'], ['X1', 'Unit X1', '', '', 'X'], ['D2', 'Dinas Sosial', '', '', ''], ['d2', 'Dinas Lain', '', '', ''], ['1.98609E+17', 'Angka', '', '', '']);
  expect(await faults(batchId)).toEqual([[2, 'UNIT_LOOP'], [3, 'REQUIRED'], [4, 'PARENT_UNKNOWN'], [5, 'PARENT_ROW_FAULTY'], [7, 'TWICE_IN_FILE'], [8, 'NUMBER_BY_EXCEL']]);
  const { items } = await views().listRows(batchId, 'error', 'id', 1, 1);
  expect(items[0]?.faults[0]?.reason).toBe('Susunan unit berputar: Dinas Kesehatan → Seksi Rujukan → Bidang Pelayanan → Dinas Kesehatan.');
});

it('keeps a unit that people have come to belong to', async () => {
  const batchId = await check(...table);
  await apply(batchId);
  const [unit] = await bed.db.query<{ id: string }>(`select id from organisation where agency_id = $1 and code = 'D2'`, [place.agencyId]);
  await somePerson(bed, { organisationId: unit?.id ?? '' });
  await undo(batchId);
  expect((await views().listRows(batchId, 'kept', 'id', 1, 5)).items.map(({ label, faults: why }) => [label, why[0]?.code])).toEqual([['Dinas Sosial · D2', 'IN_USE']]);
  expect(await tree()).toEqual([' Dinas Kesehatan < ', 'D2 Dinas Sosial < ']);
});

it("is not for a unit's admin, who may not change the tree", async () => {
  const admin = Object.assign(Object.create(Object.getPrototypeOf(actor) as object) as Actor, actor, { grants: [{ role: 'unit_admin', path: place.path }] });
  await expect(checkedImport(bed, admin, [header, ...table], 'units')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
});

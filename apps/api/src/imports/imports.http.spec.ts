import { Readable } from 'node:stream';
import { ImportCheckService } from '@pamong/domain/imports/import-check.service';
import { peopleTable } from '@pamong/domain/imports/imports.factory';
import { newId } from '@pamong/platform/ids/new-id';
import { readSpreadsheet } from '@pamong/platform/spreadsheet/read-spreadsheet';
import { writeCsv } from '@pamong/platform/spreadsheet/write-csv';
import type { Place, SignedIn } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

let bed: ApiBed;
let place: Place;
let admin: SignedIn;
let table: string[][];

beforeAll(async () => {
  bed = await ApiBed.open();
  place = await bed.place();
  admin = await bed.signIn(place, 'agency_admin');
  table = peopleTable(10, 'Dinas Kesehatan', 3_001 + Math.floor(Math.random() * 500), 5).rows;
});
afterAll(() => bed.close());

const send = (cookie: string, content: Buffer | Readable, query = 'kind=people&fileName=pegawai.csv') =>
  bed.app.inject({ method: 'POST', url: `/api/import-files?${query}`, headers: { cookie, 'content-type': 'application/octet-stream' }, payload: content });

async function uploaded(): Promise<string> {
  const answer = await send(admin.cookie, Buffer.from(writeCsv(table)));
  expect(answer.statusCode).toBe(201);
  return (answer.json<{ id: string }>()).id;
}

async function checked(): Promise<string> {
  const batchId = await uploaded();
  await bed.get(ImportCheckService).check(batchId, 1);
  return batchId;
}

test('an agency admin sends a file in, reads what it would do and lets it be done', async () => {
  const batchId = await uploaded();
  const params = { batchId };
  expect(await admin.client.imports.get({ params })).toMatchObject({ state: 'checking', fileName: 'pegawai.csv', can: { apply: false, discard: true } });
  await bed.get(ImportCheckService).check(batchId, 1);
  expect(await admin.client.imports.get({ params })).toMatchObject({ state: 'checked', counts: { new: 8, error: 2 }, can: { apply: true, map: true } });
  const { items } = await admin.client.imports.rows({ params, query: { tab: 'error', language: 'en' } });
  expect(items[0]?.faults[0]).toMatchObject({ column: 'nip', code: 'NUMBER_BY_EXCEL', reason: expect.stringContaining('Excel') as string });
  expect((await admin.client.imports.list({ query: {} })).items.map(({ id }) => id)).toContain(batchId);
  await admin.client.imports.apply({ params });
  await expect(admin.client.imports.apply({ params })).rejects.toMatchObject({ code: 'IMPORT_BUSY' });
  await expect(admin.client.imports.discard({ params })).rejects.toMatchObject({ code: 'IMPORT_BUSY' });
});

test('the failed rows and the templates are files that an import reads', async () => {
  const batchId = await checked();
  const failed = await bed.app.inject({ method: 'GET', url: `/api/imports/${batchId}/failed-rows`, headers: { cookie: admin.cookie } });
  expect(failed.headers['content-disposition']).toBe('attachment; filename="pegawai-perlu-diperbaiki.xlsx"');
  expect(await readSpreadsheet(failed.rawPayload)).toHaveLength(3);
  for (const kind of ['people', 'units']) {
    for (const format of ['xlsx', 'csv']) {
      const template = await bed.app.inject({ method: 'GET', url: `/api/import-templates/${kind}/${format}`, headers: { cookie: admin.cookie } });
      expect(template.statusCode).toBe(200);
      expect((await readSpreadsheet(template.rawPayload))[0]?.cells.map((cell) => cell?.text)).toContain('nama');
    }
  }
});

test('whoever may not import is refused, and another agency learns nothing', async () => {
  const batchId = await checked();
  const learner = await bed.signIn(place);
  const stranger = await bed.signIn(await bed.place(), 'agency_admin');
  const params = { batchId };
  expect((await send('', Buffer.from('x'))).statusCode).toBe(401);
  expect((await send(learner.cookie, Buffer.from('x'))).statusCode).toBe(403);
  await expect(learner.client.imports.get({ params })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  for (const call of [
    () => stranger.client.imports.get({ params }),
    () => stranger.client.imports.rows({ params, query: { tab: 'new' } }),
    () => stranger.client.imports.map({ params, body: { mapping: {} } }),
    () => stranger.client.imports.apply({ params }),
    () => stranger.client.imports.undo({ params }),
    () => stranger.client.imports.discard({ params }),
  ]) await expect(call()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await bed.app.inject({ method: 'GET', url: `/api/imports/${batchId}/failed-rows`, headers: { cookie: stranger.cookie } })).statusCode).toBe(404);
  expect((await stranger.client.imports.list({ query: {} })).total).toBe(0);
  await expect(admin.client.imports.get({ params: { batchId: newId() } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a file that is empty or too large is refused and not kept', async () => {
  expect((await send(admin.cookie, Buffer.alloc(0))).json()).toMatchObject({ code: 'IMPORT_FILE_EMPTY' });
  const large = await send(admin.cookie, Buffer.alloc(15_000_001));
  expect([large.statusCode, large.json<{ code: string }>().code]).toEqual([413, 'IMPORT_FILE_TOO_LARGE']);
  expect((await send(admin.cookie, Buffer.from('x'), 'kind=salaries&fileName=a.csv')).statusCode).toBe(400);
});

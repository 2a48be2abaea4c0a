import { setTimeout as sleep } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { ImportViewsService } from '@pamong/domain/imports/import-views.service';
import { peopleTable, someImporter } from '@pamong/domain/imports/imports.factory';
import { ImportsService } from '@pamong/domain/imports/imports.service';
import { DomainBed } from '@pamong/domain/testing/domain-bed';
import { someAgency } from '@pamong/domain/testing/factories';
import { writeCsv } from '@pamong/platform/spreadsheet/write-csv';
import { ProductionSystem } from '@pamong/platform/testing/production-system';

const COUNT = 3_000;

let system: ProductionSystem;
let bed: DomainBed;

beforeAll(async () => {
  system = await ProductionSystem.start({ name: 'importing', demo: false });
  bed = await DomainBed.open(system.database, { PAMONG_DATA_DIR: system.env['PAMONG_DATA_DIR'] ?? '' });
});
afterAll(() => bed.close());

async function until(batchId: string, enough: (batch: Awaited<ReturnType<ImportViewsService['get']>>) => boolean) {
  const end = Date.now() + 60_000;
  for (;;) {
    const batch = await bed.get(ImportViewsService).get(batchId);
    if (enough(batch) || Date.now() > end) return batch;
    await sleep(10);
  }
}

test('a worker killed in the middle of an import, and of its undo, does each row once', async () => {
  const place = await someAgency(bed);
  const actor = await someImporter(bed, place);
  const { rows } = peopleTable(COUNT, 'Dinas Kesehatan', 77);
  const batchId = await bed.get(ImportsService).upload(actor, 'people', 'pegawai.csv', Readable.from([Buffer.from(writeCsv(rows))]));
  expect((await until(batchId, ({ state }) => state !== 'checking')).counts.new).toBe(COUNT);

  const people = async () => (await bed.db.query<{ people: number; numbers: number }>(
    `select count(distinct p.id)::int as people, count(n.number)::int as numbers from person p join person_number n on n.person_id = p.id where p.agency_id = $1 and p.id <> $2`,
    [place.agencyId, actor.personId],
  ))[0];
  await bed.get(ImportsService).apply(actor, batchId);
  const begun = await until(batchId, ({ progress }) => progress.done > 0);
  await system.kill9('worker');
  expect(begun.state).toBe('applying');
  await system.start('worker');
  expect((await until(batchId, ({ state }) => state === 'applied')).counts).toMatchObject({ applied: COUNT, failed: 0 });
  expect(await people()).toEqual({ people: COUNT, numbers: COUNT });

  await bed.get(ImportsService).undo(actor, batchId);
  await until(batchId, ({ counts }) => counts.undone > 0);
  await system.kill9('worker');
  await system.start('worker');
  expect((await until(batchId, ({ state }) => state === 'undone')).counts).toMatchObject({ applied: 0, undone: COUNT, kept: 0 });
  expect(await people()).toEqual({ people: 0, numbers: 0 });
});

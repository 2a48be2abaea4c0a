import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { ImportViewsService } from '@pamong/domain/imports/import-views.service';
import { peopleTable, someImporter } from '@pamong/domain/imports/imports.factory';
import { ImportsService } from '@pamong/domain/imports/imports.service';
import { DomainBed } from '@pamong/domain/testing/domain-bed';
import { someAgency } from '@pamong/domain/testing/factories';
import { writeWorkbook } from '@pamong/platform/spreadsheet/write-workbook';
import { ProductionSystem } from '@pamong/platform/testing/production-system';
import { full, size } from '@pamong/platform/testing/size';
import { memoryMb } from '../src/bench/processes.js';
import { allowTime } from './patience.js';

allowTime();

const count = size(500, 10_000);

test('an agency is imported within its time and memory, is the same the second time, and goes again', async () => {
  const system = await ProductionSystem.start({ name: 'importing', demo: false });
  const bed = await DomainBed.open(system.database, { PAMONG_DATA_DIR: system.env['PAMONG_DATA_DIR'] ?? '' });
  const place = await someAgency(bed);
  const actor = await someImporter(bed, place);
  const { rows, faulty } = peopleTable(count, 'Dinas Kesehatan', 3_599, 50);
  const file = await writeWorkbook([{ name: 'Pegawai', rows }]);
  let highestMb = 0;
  const worker = system.pid('worker');
  const watch = setInterval(() => {
    highestMb = Math.max(highestMb, memoryMb(worker));
  }, 50);
  const imports = bed.get(ImportsService);
  const over = async (batchId: string, state: string): Promise<number> => {
    const began = performance.now();
    for (;;) {
      const batch = await bed.get(ImportViewsService).get(batchId);
      if (batch.state === state || performance.now() - began > (full ? 600_000 : 60_000)) {
        expect(batch.state).toBe(state);
        return (performance.now() - began) / 1000;
      }
      await sleep(50);
    }
  };
  const counts = async (batchId: string) => (await bed.get(ImportViewsService).get(batchId)).counts;
  const sent = () => imports.upload(actor, 'people', 'pegawai.xlsx', Readable.from([file]));

  const batchId = await sent();
  const dryRun = await over(batchId, 'checked');
  expect(await counts(batchId)).toMatchObject({ new: count - faulty, error: faulty });
  await imports.apply(actor, batchId);
  const apply = await over(batchId, 'applied');
  expect(await counts(batchId)).toMatchObject({ applied: count - faulty, failed: 0 });
  const again = await sent();
  const second = await over(again, 'checked');
  expect(await counts(again)).toMatchObject({ new: 0, changed: 0, same: count - faulty, error: faulty });
  await imports.undo(actor, batchId);
  const undo = await over(batchId, 'undone');
  expect(await counts(batchId)).toMatchObject({ undone: count - faulty, kept: 0 });
  clearInterval(watch);
  const seconds = (value: number) => `${value.toFixed(1)} s`;
  console.log(`${count} rows, ${faulty} faulty: dry run ${seconds(dryRun)}, apply ${seconds(apply)}, dry run again ${seconds(second)}, undo ${seconds(undo)}, worker at most ${highestMb.toFixed(0)} MB`);
  // Timings of the small version would decide by chance.
  if (full) {
    expect(dryRun).toBeLessThan(20);
    expect(second).toBeLessThan(20);
    expect(apply).toBeLessThan(60);
  }
  expect(highestMb).toBeLessThan(400);
  await bed.close();
});

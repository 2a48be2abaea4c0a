import { PeopleExportService } from '../people/people-export.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someAgency } from '../testing/factories.js';
import { ImportApplyService } from './import-apply.service.js';
import { ImportViewsService } from './import-views.service.js';
import { checkedImport, peopleTable, someImporter } from './imports.factory.js';
import { ImportsService } from './imports.service.js';

test('an export that is imported again changes nothing', async () => {
  const bed = await DomainBed.open();
  const place = await someAgency(bed);
  const actor = await someImporter(bed, place);
  const batchId = await checkedImport(bed, actor, peopleTable(30, 'Dinas Kesehatan', 2_990).rows);
  await bed.get(ImportsService).apply(actor, batchId);
  await bed.get(ImportApplyService).apply(batchId);
  const rows: string[][] = [];
  const filter = { q: '', sort: 'name' as const };
  for await (const some of bed.get(PeopleExportService).batches(actor, actor.scope('person.import'), filter, 'Asia/Makassar', 'csv')) rows.push(...some);
  const again = await checkedImport(bed, actor, rows);
  const view = await bed.get(ImportViewsService).get(again);
  expect(rows).toHaveLength(32);
  expect(view.counts).toMatchObject({ new: 0, changed: 0, same: 31, error: 0 });
  await bed.close();
});

import { setTimeout as sleep } from 'node:timers/promises';
import { AccessService } from '@pamong/domain/access/access.service';
import { peopleTable } from '@pamong/domain/imports/imports.factory';
import { PeopleService } from '@pamong/domain/people/people.service';
import { writeWorkbook } from '@pamong/platform/spreadsheet/write-workbook';
import type { Journey } from '../journey.js';

const count = 10_000;
/** Longer than this counts as an error: 20 s for the dry run and 60 s for the apply. */
const patienceMs = 80_000;

/** An agency admin sends 10,000 people as XLSX (2 % of the rows are faulty), waits for the dry run, lets it be applied and waits again. */
export const importStaff: Journey = {
  name: 'import',
  summary: `${count} people: upload, dry run, apply`,
  connections: 1,
  once: true,
  prepare: async (bed) => {
    const [admin] = await bed.learners(1);
    if (admin === undefined) throw new Error('Nobody was made');
    const { agencyId } = await bed.get(PeopleService).get(bed.db, admin.personId);
    await bed.db.tx((tx) => bed.get(AccessService).grant(tx, admin.personId, 'agency_admin', agencyId));
    return [{ cookie: admin.cookie }];
  },
  visit: async (connection, visitor) => {
    const { cookie } = visitor as Readonly<Record<'cookie', string>>;
    const raw = await writeWorkbook([{ name: 'Pegawai', rows: peopleTable(count, 'Dinas Pengukuran', 3_598, 50).rows }]);
    const { body } = await connection.send('POST', '/api/import-files?kind=people&fileName=pegawai.xlsx', { cookie, raw });
    const path = `/api/imports/${(body as { id: string }).id}`;
    const until = performance.now() + patienceMs;
    const reached = async (state: string): Promise<void> => {
      for (;;) {
        const answer = await connection.send('GET', path, { cookie });
        if ((answer.body as { state: string }).state === state) return;
        if (performance.now() > until) throw new Error(`Not ${state} within ${patienceMs / 1000} s`);
        await sleep(100);
      }
    };
    await reached('checked');
    await connection.send('POST', `${path}/application`, { cookie });
    await reached('applied');
  },
};

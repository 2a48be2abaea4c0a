import { setTimeout as sleep } from 'node:timers/promises';
import { completedEnrolment } from '@pamong/domain/certificates/certificates.factory';
import { courseCompleted } from '@pamong/domain/learning/learning.jobs';
import { DomainBed } from '@pamong/domain/testing/domain-bed';
import { someAgency } from '@pamong/domain/testing/factories';
import { Outbox } from '@pamong/platform/outbox/outbox';
import { ProductionSystem } from '@pamong/platform/testing/production-system';

/** Enough for the kill to fall into the middle on any machine. */
const COUNT = 30;

interface Found {
  certificates: number;
  enrolments: number;
  filed: number;
  lines: number;
  numbers: number[];
}

let system: ProductionSystem;
let bed: DomainBed;

beforeAll(async () => {
  system = await ProductionSystem.start({ name: 'issuing', demo: false });
  bed = await DomainBed.open(system.database);
});
afterAll(() => bed.close());

async function found(agencyId: string): Promise<Found> {
  const [row] = await bed.db.query<Found>(
    `select count(*)::int as certificates, count(distinct enrolment_id)::int as enrolments, count(file_key)::int as filed,
            (select count(*)::int from ledger_entry l where l.agency_id = $1) as lines,
            coalesce(array_agg(split_part(number, '/', 1)::int order by number), '{}') as numbers
     from certificate where agency_id = $1`,
    [agencyId],
  );
  return row ?? { certificates: 0, enrolments: 0, filed: 0, lines: 0, numbers: [] };
}

async function until(agencyId: string, milliseconds: number, enough: (now: Found) => boolean): Promise<Found> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const now = await found(agencyId);
    if (enough(now) || Date.now() > end) return now;
    await sleep(20);
  }
}

test('a worker killed in the middle of issuing leaves one certificate and one number each', async () => {
  const agency = await someAgency(bed);
  const enrolments: { enrolmentId: string }[] = [];
  for (let index = 0; index < COUNT; index += 1) enrolments.push(await completedEnrolment(bed, { agency }));
  await bed.db.tx(async (tx) => {
    for (const { enrolmentId } of enrolments) await bed.get(Outbox).publish(tx, courseCompleted, { enrolmentId });
  });
  const begun = await until(agency.agencyId, 30_000, ({ filed }) => filed >= 5);
  await system.kill9('worker');
  expect(begun.filed).toBeLessThan(COUNT);
  await system.start('worker');
  // Fifteen seconds are the promise on an idle machine; the limit here only ends a test that would never end.
  const done = await until(agency.agencyId, 60_000, ({ filed, lines }) => filed === COUNT && lines === COUNT);
  expect(done).toEqual({ certificates: COUNT, enrolments: COUNT, filed: COUNT, lines: COUNT, numbers: Array.from({ length: COUNT }, (_, index) => index + 1) });
});

import { Actor } from '../access/actor.js';
import { AccessService } from '../access/access.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someAgency } from '../testing/factories.js';
import { InvitationsService } from '../entry/invitations.service.js';
import { ImportApplyService } from './import-apply.service.js';
import { ImportNewcomersService } from './import-newcomers.service.js';
import { checkedImport, peopleTable, someImporter } from './imports.factory.js';
import { ImportsService } from './imports.service.js';

let bed: DomainBed;
let place: { agencyId: string; unitId: string; path: string };
let actor: Actor;
let seed = Math.floor(Math.random() * 2_900);

beforeAll(async () => {
  bed = await DomainBed.open(undefined, { PAMONG_DEMO: '1' });
});
afterAll(() => bed.close());
beforeEach(async () => {
  place = await someAgency(bed);
  actor = await someImporter(bed, place);
  // The job asks what the admin may do now, so the role is in the database too.
  await bed.db.tx((tx) => bed.get(AccessService).grant(tx, actor.personId, 'agency_admin', place.agencyId));
  seed += 1;
});

const newcomers = () => bed.get(ImportNewcomersService);
const letters = async () =>
  (await bed.db.query<{ count: number }>("select count(*)::int as count from mail m join person p on p.id = m.person_id where p.agency_id = $1 and m.kind = 'entry.invite'", [place.agencyId]))[0]?.count;

/** Twelve people are brought in, three of them without an address. */
async function applied(): Promise<string> {
  const { rows } = peopleTable(12, 'Dinas Kesehatan', seed);
  for (const row of rows.slice(1, 4)) row[8] = '';
  const batchId = await checkedImport(bed, actor, rows);
  await bed.get(ImportsService).apply(actor, batchId);
  await bed.get(ImportApplyService).apply(batchId);
  return batchId;
}

it('counts who of a batch can get in how, invites those with an address once, and lists the rest for codes', async () => {
  const batchId = await applied();
  expect(await newcomers().standing(actor, batchId)).toEqual({ mail: true, byMail: 9, byCode: 3, unreachable: 0, invited: 0, active: 0, inviting: false, signOn: null });
  await newcomers().invite(actor, batchId);
  await expect(newcomers().invite(actor, batchId)).rejects.toMatchObject({ code: 'IMPORT_BUSY' });
  expect(await newcomers().standing(actor, batchId)).toMatchObject({ inviting: true });
  await newcomers().run(batchId);
  await newcomers().run(batchId);
  expect(await letters()).toBe(9);
  expect(await newcomers().standing(actor, batchId)).toMatchObject({ byMail: 0, byCode: 3, invited: 9, inviting: false });
  const list = await bed.get(InvitationsService).list(actor, { state: 'none', search: '', email: false }, 1, 60, batchId);
  expect(list.total).toBe(3);
});

it('goes on after a crash without a second letter', async () => {
  const batchId = await applied();
  await newcomers().invite(actor, batchId);
  const stopped = AbortSignal.abort();
  await expect(newcomers().run(batchId, stopped)).rejects.toThrow();
  expect(await newcomers().standing(actor, batchId)).toMatchObject({ inviting: true, byMail: 9 });
  await newcomers().run(batchId);
  expect(await letters()).toBe(9);
});

it('writes to nobody when the import is taken back before the job comes', async () => {
  const batchId = await applied();
  await newcomers().invite(actor, batchId);
  await bed.get(ImportsService).undo(actor, batchId);
  await bed.get(ImportApplyService).undo(batchId);
  await newcomers().run(batchId);
  expect(await letters()).toBe(0);
  await expect(newcomers().standing(actor, batchId)).rejects.toMatchObject({ code: 'IMPORT_BUSY' });
});

it('invites nobody for an admin whose role has ended, and shows the people of a batch to no stranger', async () => {
  const batchId = await applied();
  await newcomers().invite(actor, batchId);
  await bed.db.query('update role_assignment set ended_at = $2 where person_id = $1', [actor.personId, bed.clock.now()]);
  await newcomers().run(batchId);
  expect(await letters()).toBe(0);
  const elsewhere = await someAgency(bed);
  const stranger = await someImporter(bed, elsewhere);
  await expect(bed.get(InvitationsService).list(stranger, { state: null, search: '', email: null }, 1, 20, batchId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

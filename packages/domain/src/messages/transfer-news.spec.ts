import { AccessService } from '../access/access.service.js';
import { Actor } from '../access/actor.js';
import type { TransferStep } from '../people/people.jobs.js';
import { transferMoved } from '../people/people.jobs.js';
import { TransfersService } from '../people/transfers.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson } from '../testing/factories.js';
import { MessagesService } from './messages.service.js';
import { TransferNews } from './transfer-news.js';

describe('news of transfers', () => {
  let bed: DomainBed;

  beforeAll(async () => {
    bed = await DomainBed.open(undefined, { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'Pamong <pamong@nc.example>' });
  });
  afterAll(() => bed.close());

  const transfers = () => bed.get(TransfersService);
  const today = () => bed.clock.now().toISOString().slice(0, 10);
  const asked = (shift = 0) => ({ effectiveOn: new Date(bed.clock.now().getTime() + shift * 86_400_000).toISOString().slice(0, 10), note: '' });
  const inbox = async (personId: string) => (await bed.get(MessagesService).list(personId, 1, 20)).items.toReversed().map(({ kind, link }) => [kind, link]);
  const mails = async (personId: string) => (await bed.db.query<{ kind: string }>('select kind from mail where person_id = $1 order by created_at, id', [personId])).map(({ kind }) => kind);
  /** What the worker does with each event, here twice. */
  const told = async (transferId: string) => {
    for (const { step } of (await bed.outbox(transferMoved.name, transferId)) as { step: TransferStep }[]) {
      await bed.get(TransferNews).tell(transferId, step);
      await bed.get(TransferNews).tell(transferId, step);
    }
  };

  async function office() {
    const place = await someAgency(bed);
    const adminId = await somePerson(bed, { organisationId: place.unitId, email: `admin.${place.agencyId}@nc.example` });
    const path = place.path.split('.')[0] ?? '';
    await bed.db.tx((tx) => bed.get(AccessService).grant(tx, adminId, 'agency_admin', place.agencyId));
    const unitAdminId = await somePerson(bed, { organisationId: place.unitId });
    await bed.db.tx((tx) => bed.get(AccessService).grant(tx, unitAdminId, 'unit_admin', place.unitId));
    return { ...place, adminId, unitAdminId, actor: new Actor(adminId, '', '', place.agencyId, place.path, [{ role: 'agency_admin', path }]) };
  }

  it('reaches the admins of the other side, and the person when it takes effect', async () => {
    const [old, next] = [await office(), await office()];
    const personId = await somePerson(bed, { organisationId: old.unitId, email: `pindah.${old.agencyId}@nc.example` });
    const id = await transfers().propose(old.actor, old.actor.scope('person.manage'), personId, next.agencyId, asked(1));
    await told(id);
    expect(await inbox(next.adminId)).toEqual([['people.transfer-proposed', '/kelola/perpindahan']]);
    expect([await inbox(old.adminId), await inbox(next.unitAdminId), await inbox(personId)]).toEqual([[], [], []]);
    await transfers().accept(next.actor, next.actor.scope('person.manage'), id, next.unitId);
    await told(id);
    expect(await inbox(old.adminId)).toEqual([['people.transfer-accepted', '/kelola/perpindahan']]);
    expect(await inbox(personId)).toEqual([]);
    bed.clock.advance({ days: 1 });
    await transfers().applyDue();
    await told(id);
    expect(await inbox(personId)).toEqual([['people.transfer-applied', '/profil']]);
    expect([await mails(next.adminId), await mails(old.adminId), await mails(personId)]).toEqual([['people.transfer-proposed'], ['people.transfer-accepted'], ['people.transfer-applied']]);
  });

  it('tells of a refusal with its reason and of what was taken back, the one by mail too', async () => {
    const [old, next] = [await office(), await office()];
    const personId = await somePerson(bed, { organisationId: old.unitId });
    const [person] = await bed.db.query<{ number: string }>('select number from person_number where person_id = $1', [personId]);
    const request = () => transfers().request(next.actor, next.actor.scope('person.manage'), person?.number ?? '', next.unitId, { effectiveOn: today(), note: '' });
    const first = await request();
    await transfers().decline(old.actor, old.actor.scope('person.manage'), first, 'Formasi sudah penuh');
    await told(first);
    const { items } = await bed.get(MessagesService).list(next.adminId, 1, 5);
    expect(items).toMatchObject([{ kind: 'people.transfer-declined', params: { reason: 'Formasi sudah penuh' } }]);
    const second = await request();
    await transfers().withdraw(next.actor, next.actor.scope('person.manage'), second);
    await told(second);
    expect((await inbox(old.adminId)).map(([kind]) => kind)).toEqual(['people.transfer-requested', 'people.transfer-requested', 'people.transfer-withdrawn']);
    expect([await mails(old.adminId), await mails(next.adminId)]).toEqual([['people.transfer-requested', 'people.transfer-requested'], ['people.transfer-declined']]);
  });

  it('goes to platform admins where an agency has nobody else', async () => {
    const [old, next] = [await office(), await someAgency(bed)];
    const platformAdminId = await somePerson(bed, { organisationId: next.unitId });
    await bed.db.tx((tx) => bed.get(AccessService).grant(tx, platformAdminId, 'platform_admin', next.agencyId));
    const personId = await somePerson(bed, { organisationId: old.unitId });
    await told(await transfers().propose(old.actor, old.actor.scope('person.manage'), personId, next.agencyId, asked()));
    expect((await inbox(platformAdminId)).map(([kind]) => kind)).toEqual(['people.transfer-proposed']);
    await expect(bed.get(TransferNews).tell(personId, 'applied')).resolves.toBeUndefined();
  });
});

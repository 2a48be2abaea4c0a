import { MailTexts } from '@pamong/domain/messages/mail-texts';
import { MailsService } from '@pamong/domain/messages/mails.service';
import { newId } from '@pamong/platform/ids/new-id';
import type { Place, SignedIn } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

describe('outgoing mail over HTTP', () => {
  let bed: ApiBed;
  let place: Place;
  let admin: SignedIn;

  beforeAll(async () => {
    bed = await ApiBed.open({ PAMONG_DEMO: '1' });
    place = await bed.place();
    admin = await bed.signIn(place, 'agency_admin');
    bed.get(MailTexts).add('tests.reset', { id: { subject: 'Atur kata sandi', body: 'Buka tautan.' }, en: { subject: 'Set a password', body: 'Open the link.' } });
  });
  afterAll(() => bed.close());

  const post = async (at: Place, address: string) => {
    const { personId } = await bed.signIn(at);
    const expiresAt = new Date(bed.clock.now().getTime() + 3_600_000);
    await bed.db.tx((tx) => bed.get(MailsService).postTo(tx, personId, { kind: 'tests.reset', params: {}, link: '/atur', secret: 'tok', expiresAt, naturalKey: newId() }, address));
    const [row] = await bed.db.query<{ id: string }>('select id from mail where to_address = $1', [address]);
    return row?.id ?? '';
  };

  it('lists, filters and counts the mails of the own agency only', async () => {
    const [mine, theirs] = [`${newId()}@nc.example`, `${newId()}@nc.example`];
    const id = await post(place, mine);
    const foreign = await post(await bed.place(), theirs);
    const { items, counts, demo, server } = await admin.client.mails.list({ query: { search: mine, state: 'held' } });
    expect(items).toMatchObject([{ id, subject: 'Atur kata sandi', to: { name: 'Nurhayati, S.Kep., Ns.', address: mine }, state: 'held', can: { sendAgain: false } }]);
    expect({ counts, demo, server }).toEqual({ counts: { held: 1 }, demo: true, server: null });
    expect((await admin.client.mails.list({ query: { search: theirs } })).total).toBe(0);
    await expect(admin.client.mails.get({ params: { mailId: foreign } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('shows the one-time link in the demo, where it reaches nobody else, and never of a mail that goes out', async () => {
    const id = await post(place, `${newId()}@nc.example`);
    expect(await admin.client.mails.get({ params: { mailId: id } })).toMatchObject({ link: 'http://pamong.example/atur#tok', secretHidden: false });
    await bed.db.query(`update mail set state = 'failed', next_try_at = now(), fault = 'later', answer = '451 later' where id = $1`, [id]);
    const seen = await admin.client.mails.get({ params: { mailId: id } });
    expect(seen).toMatchObject({ link: 'http://pamong.example/atur', secretHidden: true, fault: 'later', answer: '451 later' });
    expect(JSON.stringify(seen)).not.toContain('#tok');
  });

  it('says that nothing can be sent where there is no server', async () => {
    const id = await post(place, `${newId()}@nc.example`);
    await expect(admin.client.mails.sendAgain({ params: { mailId: id } })).rejects.toMatchObject({ code: 'MAIL_NOT_CONFIGURED' });
    expect(await admin.client.mails.test({ body: { address: 'a@nc.example' } })).toEqual({ sent: false, fault: 'not_configured', answer: null });
  });

  it('writes in the language of the agency, and in that of whoever chose one', async () => {
    const office = await bed.place();
    const boss = await bed.signIn(office, 'agency_admin');
    const written = async () => {
      const address = `${newId()}@nc.example`;
      const subject = async (personId: string) => {
        await bed.db.tx((tx) => bed.get(MailsService).postTo(tx, personId, { kind: 'tests.reset', params: {}, link: null, naturalKey: newId() }, address));
        return (await boss.client.mails.list({ query: { search: address } })).items[0]?.subject;
      };
      return subject((await bed.signIn(office)).personId);
    };
    expect(await written()).toBe('Atur kata sandi');
    await boss.client.mails.setLetters({ query: {}, body: { language: 'en' } });
    expect(await written()).toBe('Set a password');
    expect(await boss.client.mails.list({ query: {} })).toMatchObject({ language: 'en', can: { decideLanguage: true } });
    const learner = await bed.signIn(office);
    expect(await learner.client.mails.myLetters()).toEqual({ language: null, agencyLanguage: 'en' });
    await learner.client.mails.setMyLetters({ body: { language: 'id' } });
    expect(await learner.client.mails.myLetters()).toEqual({ language: 'id', agencyLanguage: 'en' });
    const address = `${newId()}@nc.example`;
    await bed.db.tx((tx) => bed.get(MailsService).postTo(tx, learner.personId, { kind: 'tests.reset', params: {}, link: null, naturalKey: newId() }, address));
    expect((await boss.client.mails.list({ query: { search: address } })).items[0]?.subject).toBe('Atur kata sandi');
    await expect(learner.client.mails.setLetters({ query: {}, body: { language: 'id' } })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('is for admins', async () => {
    const learner = await bed.signIn(place);
    await expect(learner.client.mails.list({ query: {} })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

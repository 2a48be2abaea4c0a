import { SmtpCatcher } from '@pamong/platform/testing/smtp-catcher';
import { AccountsService } from '../accounts/accounts.service.js';
import { SettingsService } from '../settings/settings.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson } from '../testing/factories.js';
import { MailSender } from './mail-sender.js';
import { mailSettings } from './mail-settings.js';
import type { MailEntity } from './mail.entity.js';
import { MailTexts } from './mail-texts.js';
import { MailsService } from './mails.service.js';
import { MessagesService } from './messages.service.js';

const words = {
  id: { subject: 'Selesai: {course}', body: 'Anda menyelesaikan {course}.' },
  en: { subject: 'Done: {course}', body: 'You have completed {course}.' },
};
let counter = 0;
const someAddress = () => `nurhayati.${Date.now()}.${(counter += 1)}@nc.example`;

describe('mails', () => {
  let catcher: SmtpCatcher;
  let bed: DomainBed;

  beforeAll(async () => {
    catcher = await SmtpCatcher.start();
    bed = await DomainBed.open(undefined, { SMTP_URL: catcher.url, MAIL_FROM: 'Pamong <pamong@nc.example>', PUBLIC_URL: 'https://belajar.nc.example' });
    bed.get(MailTexts).add('tests.done', words);
  });
  afterAll(async () => {
    await bed.close();
    await catcher.stop();
  });
  afterEach(() => catcher.refuse());

  const deliver = (personId: string, kind = 'tests.done') =>
    bed.db.tx((tx) => bed.get(MessagesService).deliver(tx, { personId, kind, params: { course: 'AI-101' }, link: '/sertifikat/7', naturalKey: 'one' }));
  const rows = (address: string) => bed.db.query<MailEntity & { next_try_at: Date }>('select *, to_address::text as "toAddress" from mail where to_address = $1 order by id', [address]);
  const send = (mailId: string) => bed.get(MailSender).send(mailId);
  const caught = (address: string) => catcher.mails.filter((mail) => mail.to.includes(address));
  const posted = async () => {
    const address = someAddress();
    const personId = await somePerson(bed, { email: address });
    await deliver(personId);
    const [mail] = await rows(address);
    return { address, personId, id: mail?.id ?? '' };
  };

  it('is one row and one mail with salutation, link and HTML, however often it is delivered and its job runs', async () => {
    const { address, personId, id } = await posted();
    await deliver(personId);
    expect(await bed.outbox('messages.send-mail', id)).toHaveLength(1);
    await Promise.all([send(id), send(id)]);
    await send(id);
    const mails = caught(address);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe('Selesai: AI-101');
    expect(mails[0]?.headers.get('message-id')).toBe(`<${id}@nc.example>`);
    expect(mails[0]?.text).toMatch(/^Yth\. (Ibu|Bapak) Nurhayati,/);
    expect(mails[0]?.text).toContain('https://belajar.nc.example/sertifikat/7');
    expect(mails[0]?.html).toContain('href="https://belajar.nc.example/sertifikat/7"');
    expect(await rows(address)).toMatchObject([{ state: 'sent', attempts: 1, fault: null }]);
  });

  it('loses nothing to a server that is away: it says why, waits longer each time, and goes out later', async () => {
    const { address, id } = await posted();
    catcher.refuse(451, 'come back later');
    await send(id);
    const [failed] = await rows(address);
    expect(failed).toMatchObject({ state: 'failed', fault: 'later', attempts: 1 });
    expect(failed?.answer).toContain('come back later');
    expect((failed?.next_try_at.getTime() ?? 0) - bed.clock.now().getTime()).toBe(60_000);
    await send(id);
    expect(await rows(address)).toMatchObject([{ attempts: 1 }]);
    expect(await bed.outbox('messages.send-mail', id)).toHaveLength(2);
    catcher.refuse();
    bed.clock.advance({ minutes: 1 });
    await send(id);
    expect(await rows(address)).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(caught(address)).toHaveLength(1);
  });

  it('repeats the same Message-ID when the worker was killed after the server took it, once the lease is over', async () => {
    const { address, id } = await posted();
    await send(id);
    await bed.db.query(`update mail set state = 'waiting', sent_at = null, next_try_at = created_at, lease_until = $2 where id = $1`, [id, new Date(bed.clock.now().getTime() + 60_000)]);
    await send(id);
    expect(caught(address)).toHaveLength(1);
    bed.clock.advance({ minutes: 5 });
    await bed.get(MailSender).sweep();
    expect(await bed.outbox('messages.send-mail', id)).toHaveLength(2);
    await send(id);
    expect(caught(address).map((mail) => mail.headers.get('message-id'))).toEqual([`<${id}@nc.example>`, `<${id}@nc.example>`]);
  });

  it('gives up at once where trying again is of no use, and erases a link that has expired', async () => {
    const { address, id } = await posted();
    catcher.refuse(554, 'no');
    await send(id);
    expect(await rows(address)).toMatchObject([{ state: 'gave_up', fault: 'refused' }]);
    const late = someAddress();
    const personId = await somePerson(bed, { email: late });
    const expiresAt = new Date(bed.clock.now().getTime() + 60_000);
    await bed.db.tx((tx) => bed.get(MailsService).postTo(tx, personId, { kind: 'tests.done', params: {}, link: '/x', secret: 's3cret', expiresAt, naturalKey: late }));
    bed.clock.advance({ minutes: 2 });
    const [mail] = await rows(late);
    await send(mail?.id ?? '');
    expect(await rows(late)).toMatchObject([{ state: 'gave_up', fault: 'expired', secret: null }]);
    expect(caught(late)).toHaveLength(0);
  });

  it('keeps the one-time part of a link behind the # and forgets it when it is sent', async () => {
    const address = someAddress();
    const personId = await somePerson(bed, { email: address });
    await bed.db.tx((tx) => bed.get(MailsService).postTo(tx, personId, { kind: 'tests.done', params: {}, link: '/atur', secret: 'tok', naturalKey: address }));
    const [mail] = await rows(address);
    const record = await bed.get(MailsService).get(bed.db, mail?.id ?? '');
    expect((await bed.get(MailSender).compose(record, { withSecret: false })).text).not.toContain('#tok');
    await send(record.id);
    expect(caught(address)[0]?.text).toContain('https://belajar.nc.example/atur#tok');
    expect(await rows(address)).toMatchObject([{ secret: null }]);
  });

  it("writes in the person's language, else in the agency's", async () => {
    const { agencyId, unitId } = await someAgency(bed);
    await bed.db.tx((tx) => bed.get(SettingsService).set(tx, agencyId, mailSettings, { language: 'en' }));
    const [one, two] = [someAddress(), someAddress()];
    const byAgency = await somePerson(bed, { organisationId: unitId, email: one });
    const byChoice = await somePerson(bed, { organisationId: unitId, email: two });
    await bed.db.tx((tx) => bed.get(AccountsService).create(tx, byChoice, null));
    await bed.db.query(`update account set language = 'id' where person_id = $1`, [byChoice]);
    await deliver(byAgency);
    await deliver(byChoice);
    expect((await rows(one))[0]?.language).toBe('en');
    expect((await rows(two))[0]?.language).toBe('id');
  });

  it('posts nothing to people without an address, and nothing of kinds that are not worth a mail', async () => {
    const personId = await somePerson(bed);
    await deliver(personId);
    const address = someAddress();
    await deliver(await somePerson(bed, { email: address }), 'tests.quiet');
    expect(await rows(address)).toEqual([]);
    expect(await bed.db.query('select 1 from mail where person_id = $1', [personId])).toEqual([]);
  });

  it('answers a test mail with what the server said, or with why it did not take it', async () => {
    const sender = bed.get(MailSender);
    const address = someAddress();
    expect(await sender.sendTest(address, 'id', 'Kota')).toMatchObject({ sent: true, answer: expect.stringMatching(/^250/) });
    expect(caught(address)[0]?.subject).toBe('Surat uji dari Pamong');
    catcher.refuse(550, 'relaying denied');
    expect(await sender.sendTest(address, 'id', 'Kota')).toMatchObject({ sent: false, fault: 'refused', answer: expect.stringContaining('relaying denied') });
  });
});

describe('mails without a server', () => {
  it('are held in the demo with their links, and are not made elsewhere', async () => {
    for (const [demo, states] of [['1', ['held']], ['0', []]] as const) {
      const bed = await DomainBed.open(undefined, { PAMONG_DEMO: demo });
      bed.get(MailTexts).add('tests.done', words);
      const address = someAddress();
      const personId = await somePerson(bed, { email: address });
      await bed.db.tx((tx) => bed.get(MessagesService).deliver(tx, { personId, kind: 'tests.done', params: {}, link: null, naturalKey: 'one' }));
      const found = await bed.db.query<{ state: string }>('select state from mail where to_address = $1', [address]);
      expect(found.map((mail) => mail.state)).toEqual(states);
      await bed.close();
    }
  });
});

import { SmtpCatcher } from '@pamong/platform/testing/smtp-catcher';
import { DomainBed } from '../testing/domain-bed.js';
import { somePerson } from '../testing/factories.js';
import { MailTexts } from './mail-texts.js';
import { MailChannel } from './mail.channel.js';
import { MessagesService } from './messages.service.js';

describe('messages', () => {
  let catcher: SmtpCatcher;
  let bed: DomainBed;

  beforeAll(async () => {
    catcher = await SmtpCatcher.start();
    bed = await DomainBed.open(undefined, { SMTP_URL: catcher.url, MAIL_FROM: 'Pamong <pamong@nc.example>', PUBLIC_URL: 'https://belajar.nc.example' });
    bed.get(MailTexts).add('tests.done', { subject: 'Selesai: {course}', body: 'Anda menyelesaikan {course}.' });
  });

  afterAll(async () => {
    await bed.close();
    await catcher.stop();
  });

  const deliver = (personId: string, kind = 'tests.done', naturalKey = 'one') =>
    bed.db.tx((tx) => bed.get(MessagesService).deliver(tx, { personId, kind, params: { course: 'AI-101' }, link: '/sertifikat/7', naturalKey }));
  const send = (personId: string) => bed.get(MailChannel).send(personId, 'one');

  it('is one message in the inbox however often it is delivered, unread until read', async () => {
    const personId = await somePerson(bed);
    await deliver(personId);
    await deliver(personId);
    const messages = bed.get(MessagesService);
    const { items, unread } = await messages.list(personId, 1, 20);
    expect(items).toMatchObject([{ kind: 'tests.done', params: { course: 'AI-101' }, link: '/sertifikat/7', readAt: null }]);
    expect(unread).toBe(1);
    await messages.markRead(personId, undefined);
    expect((await messages.list(personId, 1, 20)).unread).toBe(0);
  });

  it('goes by mail once, with salutation and link, also when the job runs twice', async () => {
    const personId = await somePerson(bed, { email: `nurhayati.${Date.now()}@nc.example` });
    await deliver(personId);
    expect(await bed.outbox('messages.mail', personId)).toHaveLength(1);
    await send(personId);
    await send(personId);
    const mails = catcher.mails.filter((mail) => mail.to.some((address) => address.startsWith('nurhayati.')));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe('Selesai: AI-101');
    expect(mails[0]?.text).toMatch(/^Yth\. (Ibu|Bapak) Nurhayati,/);
    expect(mails[0]?.text).toContain('https://belajar.nc.example/sertifikat/7');
  });

  it('is tried again when the server is away, and stays in the inbox meanwhile', async () => {
    const personId = await somePerson(bed, { email: `sutrisno.${Date.now()}@nc.example` });
    await deliver(personId);
    catcher.refuse(451);
    await expect(send(personId)).rejects.toThrow('451');
    catcher.refuse();
    await send(personId);
    expect(catcher.mails.filter((mail) => mail.to.some((address) => address.startsWith('sutrisno.')))).toHaveLength(1);
  });

  it('sends nothing to people without an address, and nothing of kinds that are not worth a mail', async () => {
    const personId = await somePerson(bed);
    const before = catcher.mails.length;
    await deliver(personId);
    await send(personId);
    await deliver(personId, 'tests.quiet', 'two');
    expect(await bed.outbox('messages.mail', personId)).toHaveLength(1);
    expect(catcher.mails).toHaveLength(before);
  });
});

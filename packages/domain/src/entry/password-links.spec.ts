import { SessionsService } from '../accounts/sessions.service.js';
import { CallersService } from '../access/callers.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { signInToken } from '../testing/sign-in.js';
import { goodPassword, secretTo, someNewcomer } from './entry.factory.js';
import { PasswordLinksService } from './password-links.service.js';

const part = () => Math.floor(Math.random() * 0xffff).toString(16);
const someAddress = () => `2001:db8:${part()}:${part()}::1`;

describe('a forgotten password', () => {
  let bed: DomainBed;

  beforeAll(async () => {
    bed = await DomainBed.open(undefined, { PAMONG_DEMO: '1' });
  });
  afterAll(() => bed.close());

  const letters = async (address: string) =>
    (await bed.db.query<{ kind: string }>('select kind from mail where to_address = $1 order by id', [address])).map((mail) => mail.kind);
  const ask = (login: string, from = someAddress()) => bed.get(PasswordLinksService).requestReset(login, from);

  it('is replaced by a link that works once, ends every session, and lets the person in at once', async () => {
    const { personId, email, staffNumber } = await someNewcomer(bed, { account: true });
    const device = { userAgent: 'test', address: someAddress() };
    const [account] = await bed.db.query<{ id: string }>('select id from account where person_id = $1', [personId]);
    const old = await bed.get(SessionsService).open(account?.id ?? '', device);
    for (let times = 0; times < 5; times += 1) await signInToken(bed, { login: staffNumber, password: 'salah', ...device }).catch(() => undefined);
    await ask(staffNumber);
    const token = await secretTo(bed, email, 'entry.reset');
    const links = bed.get(PasswordLinksService);
    expect(await links.look(token)).toMatchObject({ purpose: 'reset', name: 'Nurhayati' });
    await expect(links.choose(token, 'pendek')).rejects.toMatchObject({ code: 'PASSWORD_SHORT' });
    expect(await links.choose(token, goodPassword)).toEqual({ login: staffNumber });
    expect(await bed.get(CallersService).authenticate(old)).toBeNull();
    await expect(signInToken(bed, { login: staffNumber, password: goodPassword, ...device })).resolves.toMatch(/^[\w-]{43}$/);
    await expect(links.choose(token, goodPassword)).rejects.toMatchObject({ code: 'LINK_INVALID' });
    expect(await letters(email)).toEqual(['entry.reset', 'entry.password-chosen']);
    expect(await bed.db.query('select 1 from verified_email where person_id = $1', [personId])).toHaveLength(1);
  });

  it('keeps no token that could be read and used', async () => {
    const { email } = await someNewcomer(bed, { account: true });
    await ask(email);
    const token = await secretTo(bed, email, 'entry.reset');
    const [row] = await bed.db.query<{ all: string }>('select string_agg(t::text, $1) as all from one_time_token t', [' ']);
    expect(row?.all).not.toContain(token);
    expect(token).toHaveLength(43);
  });

  it('sends nobody in who reads an address that is no longer the person\'s', async () => {
    const { personId, email } = await someNewcomer(bed, { account: true });
    await ask(email);
    const token = await secretTo(bed, email, 'entry.reset');
    await bed.db.query('update person set email = $2 where id = $1', [personId, `baru.${email}`]);
    await expect(bed.get(PasswordLinksService).look(token)).rejects.toMatchObject({ code: 'LINK_INVALID' });
    await expect(bed.get(PasswordLinksService).choose(token, goodPassword)).rejects.toMatchObject({ code: 'LINK_INVALID' });
  });

  it('answers alike for nobody, for people without an account or address, and says nothing to their inboxes', async () => {
    const without = await someNewcomer(bed);
    const mute = await someNewcomer(bed, { email: null, account: true });
    for (const login of ['tidak.ada@nc.example', without.email, mute.staffNumber]) await expect(ask(login)).resolves.toBeUndefined();
    expect(await letters(without.email)).toEqual([]);
  });

  it('sends three letters an hour to one person, by whatever name they are asked for', async () => {
    const { email, staffNumber } = await someNewcomer(bed, { account: true });
    for (let times = 0; times < 3; times += 1) {
      await ask(email);
      await ask(staffNumber);
    }
    expect(await letters(email)).toHaveLength(3);
    bed.clock.advance({ minutes: 61 });
    await ask(email);
    expect(await letters(email)).toHaveLength(4);
  });

  it('refuses a network that asks for too many', async () => {
    const from = someAddress();
    const { email } = await someNewcomer(bed, { account: true });
    await ask(email, from);
    await bed.db.query('update entry_request set requests = 100 where requests = 1');
    await expect(ask(email, from)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  it('lets the newest link work only, for an hour', async () => {
    const { email } = await someNewcomer(bed, { account: true });
    const links = bed.get(PasswordLinksService);
    await ask(email);
    const first = await secretTo(bed, email, 'entry.reset');
    await ask(email);
    const second = await secretTo(bed, email, 'entry.reset');
    await expect(links.look(first)).rejects.toMatchObject({ code: 'LINK_INVALID' });
    await expect(links.look(second)).resolves.toBeDefined();
    bed.clock.advance({ minutes: 61 });
    await expect(links.look(second)).rejects.toMatchObject({ code: 'LINK_INVALID' });
  });
});

import { WhatsAppCatcher } from '@pamong/platform/testing/whatsapp-gateway';
import type { Actor } from '../access/actor.js';
import { VerifiedPhones } from '../accounts/verified-phones.js';
import { MergingService } from '../people/merging.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { somePerson } from '../testing/factories.js';
import { signInToken } from '../testing/sign-in.js';
import { sendPhoneCode } from './entry.jobs.js';
import { goodPassword, someAdmin } from './entry.factory.js';
import { OutsidersService } from './outsiders.service.js';
import { PasswordLinksService } from './password-links.service.js';
import { PhoneRegistrationsService } from './phone-registrations.service.js';

const part = () => Math.floor(Math.random() * 0xffff).toString(16);
const someAddress = () => `2001:db8:${part()}:${part()}::1`;
const somePhone = () => `+6281${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`;
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('registration by mobile number', () => {
  let catcher: WhatsAppCatcher;
  let bed: DomainBed;
  let agencyId: string;
  let unitId: string;
  let admin: Actor;

  beforeAll(async () => {
    catcher = await WhatsAppCatcher.start();
    const { url, phoneNumberId, token, codeTemplate } = catcher.settings;
    bed = await DomainBed.open(undefined, { WHATSAPP_URL: url, WHATSAPP_PHONE_NUMBER_ID: phoneNumberId, WHATSAPP_TOKEN: token, WHATSAPP_CODE_TEMPLATE: codeTemplate });
    const opener = await someAdmin(bed, 'agency_admin', 'agency');
    ({ agencyId, unitId, actor: admin } = opener);
    await bed.get(OutsidersService).setOpen(admin, true);
  });
  afterAll(async () => {
    await bed.close();
    await catcher.stop();
  });
  afterEach(() => catcher.refuse());

  const phones = () => bed.get(PhoneRegistrationsService);
  const links = () => bed.get(PasswordLinksService);
  const given = (phone: string) => ({ agencyId, phone, titleBefore: null, name: 'Wayan Sudarma', titleAfter: 'S.Kom.', affiliation: 'Universitas Nusa Cendana', number: null, language: 'en' as const });
  const codeTo = (phone: string) => catcher.codes.findLast(({ to }) => `+${to}` === phone)?.code;
  const signIn = (login: string) => signInToken(bed, { login, password: goodPassword, userAgent: 'test', address: someAddress() });
  /** Asks, and does what the worker does; the code is null where none was sent. */
  const asked = async (phone: string) => {
    const { registrationId } = await phones().request(given(phone), someAddress());
    const before = catcher.codes.length;
    await phones().send(registrationId);
    return { registrationId, code: catcher.codes.length > before ? (codeTo(phone) ?? null) : null };
  };
  const registered = async (phone = somePhone()) => {
    const { registrationId, code } = await asked(phone);
    const token = await phones().prove(registrationId, code ?? '', someAddress());
    return { phone, token };
  };

  it('proves the number with a code, makes the person, and signs in with the number as people write it', async () => {
    const { phone, token } = await registered();
    expect(catcher.codes.at(-1)).toMatchObject({ language: 'en', code: expect.stringMatching(/^\d{6}$/) });
    expect(await links().look(token)).toMatchObject({ purpose: 'register', name: 'Wayan Sudarma' });
    expect(await links().choose(token, goodPassword)).toEqual({ login: phone });
    const local = `0${phone.slice(3, 6)}-${phone.slice(6, 10)} ${phone.slice(10)}`;
    await expect(signIn(local)).resolves.toBeDefined();
    const [person] = await bed.db.query<{ id: string; kind: string; email: string | null }>('select id, employment_kind as kind, email from person where phone = $1', [phone]);
    expect(person).toMatchObject({ kind: 'NON_ASN', email: null });
    expect(await bed.get(OutsidersService).affiliationOf(bed.db, person?.id ?? '')).toBe('Universitas Nusa Cendana');
    // Once the record has another number, the old one opens nothing.
    await bed.db.query(`update person set phone = '+6281100000000' where id = $1`, [person?.id]);
    await expect(signIn(phone)).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
  });

  it('leads to the record that stays, after the two of one person were merged', async () => {
    const { phone, token } = await registered();
    await links().choose(token, goodPassword);
    const [gone] = await bed.db.query<{ id: string; revision: number }>('select id, revision from person where phone = $1', [phone]);
    const keptId = await somePerson(bed, { organisationId: unitId, name: 'Wayan Sudarma', titleAfter: 'S.Kom.' });
    const [kept] = await bed.db.query<{ revision: number }>('select revision from person where id = $1', [keptId]);
    await bed.get(MergingService).merge(admin, keptId, gone?.id ?? '', { kept: kept?.revision ?? 0, gone: gone?.revision ?? 0 });
    await expect(signIn(phone)).resolves.toBeDefined();
    expect(await bed.get(VerifiedPhones).findHolder(bed.db, phone)).toBe(keptId);
  });

  it('lets five guesses at a code, also when they come at once, and a right one only once', async () => {
    const { registrationId, code } = await asked(somePhone());
    const guesses = await Promise.allSettled(Array.from({ length: 8 }, () => phones().prove(registrationId, otherThan(code ?? ''), someAddress())));
    expect(guesses.every(({ status }) => status === 'rejected')).toBe(true);
    await expect(phones().prove(registrationId, code ?? '', someAddress())).rejects.toMatchObject({ code: 'PHONE_CODE_INVALID' });
    const second = await asked(somePhone());
    const uses = await Promise.allSettled(Array.from({ length: 4 }, () => phones().prove(second.registrationId, second.code ?? '', someAddress())));
    expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('refuses a code of another registration, of nobody, and one that is too old', async () => {
    const [one, two] = [await asked(somePhone()), await asked(somePhone())];
    await expect(phones().prove(two.registrationId, one.code === two.code ? 'x' : (one.code ?? ''), someAddress())).rejects.toMatchObject({ code: 'PHONE_CODE_INVALID' });
    await expect(phones().prove('0199a2b4-7c00-7000-8000-000000000021', '123456', someAddress())).rejects.toMatchObject({ code: 'PHONE_CODE_INVALID' });
    bed.clock.advance({ minutes: 11 });
    await expect(phones().prove(one.registrationId, one.code ?? '', someAddress())).rejects.toMatchObject({ code: 'PHONE_CODE_INVALID' });
    bed.clock.advance({ days: 2 });
    await phones().purge();
    expect(await bed.db.query('select 1 from phone_code where id = any($1::uuid[])', [[one.registrationId, two.registrationId]])).toEqual([]);
  });

  it('answers alike for who is known and who is not, and lets who is known choose a new password', async () => {
    const { phone, token } = await registered();
    await links().choose(token, goodPassword);
    const [known, unknown] = [await phones().request(given(phone), someAddress()), await phones().request(given(somePhone()), someAddress())];
    expect(Object.keys(known)).toEqual(Object.keys(unknown));
    const rows = await bed.db.query('select phone is not null as phone, sent_at, tries from phone_code where id = any($1::uuid[])', [[known.registrationId, unknown.registrationId]]);
    expect(rows).toEqual([{ phone: true, sent_at: null, tries: 0 }, { phone: true, sent_at: null, tries: 0 }]);
    await phones().send(known.registrationId);
    const again = await phones().prove(known.registrationId, codeTo(phone) ?? '', someAddress());
    expect(await links().look(again)).toMatchObject({ purpose: 'reset', name: 'Wayan Sudarma' });
    expect(await links().choose(again, `${goodPassword} lagi`)).toEqual({ login: phone });
    await expect(signIn(phone)).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
    expect(await bed.db.query('select 1 from person where phone = $1', [phone])).toHaveLength(1);
  });

  it('makes one person of two registrations that prove one number at once', async () => {
    const phone = somePhone();
    const tokens = [(await registered(phone)).token, (await registered(phone)).token];
    const chosen = await Promise.allSettled(tokens.map((token) => links().choose(token, goodPassword)));
    expect(chosen.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(chosen.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'PHONE_TAKEN' } });
    expect(await bed.db.query('select 1 from verified_phone where phone = $1', [phone])).toHaveLength(1);
  });

  it('sends three codes an hour to a number and says nothing about the fourth; a network address is told', async () => {
    const phone = somePhone();
    const codes = [];
    for (let turn = 0; turn < 4; turn += 1) codes.push((await asked(phone)).code);
    expect(codes.map((code) => code !== null)).toEqual([true, true, true, false]);
    const address = someAddress();
    for (let turn = 0; turn < 100; turn += 1) await phones().prove('0199a2b4-7c00-7000-8000-000000000021', '123456', address).catch(() => undefined);
    await expect(phones().prove('0199a2b4-7c00-7000-8000-000000000021', '123456', address)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  it('is tried again when the gateway is down, given up when it refuses, and sent once however often the job comes', async () => {
    const phone = somePhone();
    catcher.refuse({ status: 503, code: 2, message: 'Service temporarily unavailable' });
    const { registrationId } = await phones().request(given(phone), someAddress());
    expect(await bed.outbox(sendPhoneCode.name, registrationId)).toEqual([{ codeId: registrationId }]);
    await expect(phones().send(registrationId)).rejects.toMatchObject({ passing: true });
    catcher.refuse({ status: 400, code: 131_026, message: 'Message undeliverable' });
    await expect(phones().send(registrationId)).resolves.toBeUndefined();
    catcher.refuse();
    await phones().send(registrationId);
    await phones().send(registrationId);
    expect(catcher.codes.filter(({ to }) => `+${to}` === phone)).toHaveLength(1);
  });

  it('is not offered where there is no gateway', async () => {
    const without = await DomainBed.open();
    try {
      expect(without.get(PhoneRegistrationsService).available).toBe(false);
      await expect(without.get(PhoneRegistrationsService).request(given(somePhone()), someAddress())).rejects.toMatchObject({ code: 'REGISTRATION_CLOSED' });
    } finally {
      await without.close();
    }
  });
});

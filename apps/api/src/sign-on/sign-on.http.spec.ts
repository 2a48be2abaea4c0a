import { AccessService } from '@pamong/domain/access/access.service';
import { AccountsService } from '@pamong/domain/accounts/accounts.service';
import { PeopleService } from '@pamong/domain/people/people.service';
import { newId } from '@pamong/platform/ids/new-id';
import { TestIdentityProvider } from '@pamong/platform/testing/identity-provider';
import type { Place } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

const callback = 'http://pamong.example/api/sign-on/callback';
let counter = 0;
const someNip = () => `19900305201503${1 + (counter % 2)}${String(1 + ((counter += 1) % 998)).padStart(3, '0')}`;

describe('signing in through an agency', () => {
  let bed: ApiBed;
  let provider: TestIdentityProvider;
  let place: Place;

  beforeAll(async () => {
    bed = await ApiBed.open();
    provider = await TestIdentityProvider.start({ redirectUris: [callback], signedOutUris: ['http://pamong.example/masuk'] });
    place = await agencyWith();
  });
  afterAll(async () => {
    await provider.stop();
    await bed.close();
  });
  beforeEach(() => {
    provider.next = null;
    provider.cancels = false;
  });

  /** An agency that uses the provider. */
  async function agencyWith(more: Partial<ReturnType<typeof settings>> = {}): Promise<Place> {
    const made = await bed.place();
    const admin = await bed.signIn(made, 'agency_admin');
    await admin.client.signOn.saveSettings({ query: {}, body: { ...settings(), ...more } });
    return made;
  }

  const settings = () => ({
    on: true, issuer: provider.issuer, clientId: provider.clientId, clientSecret: provider.clientSecret, scopes: 'openid profile email', numberClaim: 'nip',
    matchEmail: false, createAccounts: false, label: '',
  });

  /** Somebody of the agency, with an account unless told otherwise. */
  async function somebody(at: Place, { account = true, email = null as string | null } = {}) {
    const nip = someNip();
    const personId = await bed.db.tx(async (tx) => {
      const id = await bed.get(PeopleService).create(tx, { organisationId: at.unitId, name: 'Nurhayati', employmentKind: 'PNS', staffNumber: nip, email });
      if (account) await bed.get(AccountsService).create(tx, id, null);
      return id;
    });
    return { nip, personId };
  }

  /** What a browser does: to the provider and back, keeping cookies. */
  async function walk(at: Place, query = ''): Promise<{ answer: Awaited<ReturnType<typeof bed.app.inject>>; cookie: string; returned: URL }> {
    const began = await bed.app.inject({ url: `/api/sign-on/start/${at.agencyId}${query}` });
    const cookie = String([began.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
    const jar = new Map<string, string>();
    let url = new URL(String(began.headers.location), 'http://pamong.example');
    for (let hop = 0; hop < 8 && url.origin !== 'http://pamong.example'; hop += 1) {
      const answer = await fetch(url, { redirect: 'manual', headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') } });
      for (const set of answer.headers.getSetCookie()) jar.set(set.split('=')[0] ?? '', set.split(';')[0]?.split('=').slice(1).join('=') ?? '');
      url = new URL(answer.headers.get('location') ?? '/nowhere', url);
    }
    const answer = await bed.app.inject({ url: url.pathname + url.search, headers: { cookie } });
    return { answer, cookie, returned: url };
  }

  const cookieOf = (answer: Awaited<ReturnType<typeof bed.app.inject>>) => [answer.headers['set-cookie'] ?? []].flat().find((one) => one.startsWith('pamong_session='))?.split(';')[0] ?? '';
  const reason = (answer: Awaited<ReturnType<typeof bed.app.inject>>) => new URL(String(answer.headers.location), 'http://pamong.example').searchParams.get('masalah');

  it('knows the person by the number that the provider vouches for, and later by the subject alone', async () => {
    const { nip, personId } = await somebody(place);
    const sub = newId();
    provider.add({ sub, claims: { nip } });
    provider.next = sub;
    const { answer } = await walk(place, '?lanjut=/belajar/1%3Ftab=2');
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/belajar/1?tab=2']);
    expect((await bed.client(cookieOf(answer)).session.get()).me?.personId).toBe(personId);
    // The number is gone from the provider; the subject stays.
    provider.add({ sub, claims: {} });
    const again = await walk(place);
    expect(again.answer.headers.location).toBe('/masuk');
    expect((await bed.client(cookieOf(again.answer)).session.get()).me?.personId).toBe(personId);
    const written = await bed.db.query('select details from audit_event where action = $1 and subject_id = $2', ['accounts.sign-on-linked', personId]);
    expect(written).toMatchObject([{ details: { issuer: provider.issuer, linkedBy: 'number', replaced: false } }]);
  });

  it('is seen and taken off by its owner, but not where it is the last way in', async () => {
    const { nip, personId } = await somebody(place);
    const sub = newId();
    provider.add({ sub, claims: { nip } });
    provider.next = sub;
    const client = bed.client(cookieOf((await walk(place)).answer));
    const { items } = await client.accounts.signOnLinks();
    expect(items).toMatchObject([{ active: true, provider: expect.stringContaining('Pemerintah') as string }]);
    const remove = () => client.accounts.removeSignOnLink({ params: { linkId: items[0]?.id ?? '' } });
    await expect(remove()).rejects.toMatchObject({ code: 'SIGN_ON_LAST_WAY' });
    // Another link helps only where it works.
    await bed.db.query(`insert into sign_on_link (id, issuer, subject, account_id, linked_by, created_at, last_used_at)
      select uuidv7(), 'https://lama.example', $1, id, 'number', now(), now() from account where person_id = $2`, [sub, personId]);
    expect((await client.accounts.signOnLinks()).items).toMatchObject([{ active: true }, { active: false, provider: 'lama.example' }]);
    await expect(remove()).rejects.toMatchObject({ code: 'SIGN_ON_LAST_WAY' });
    await bed.db.query(`update account set password_hash = 'x' where person_id = $1`, [personId]);
    await expect((await bed.signIn(place)).client.accounts.removeSignOnLink({ params: { linkId: items[0]?.id ?? '' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await remove();
    await expect(remove()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await bed.db.query(`select 1 from audit_event where action = 'accounts.sign-on-unlinked' and subject_id = $1`, [personId])).toHaveLength(1);
    expect(cookieOf((await walk(place)).answer)).not.toBe('');
    expect((await client.accounts.signOnLinks()).items.filter(({ active }) => active)).toHaveLength(1);
  });

  it('ends the session here and says where to end it there, once', async () => {
    const { nip } = await somebody(place);
    provider.add({ sub: nip, claims: { nip } });
    provider.next = nip;
    const cookie = cookieOf((await walk(place)).answer);
    const { onward } = await bed.client(cookie).session.signOut();
    const url = new URL(onward ?? '');
    expect([url.origin, url.pathname, url.searchParams.get('post_logout_redirect_uri')]).toEqual([provider.issuer, '/session/end', 'http://pamong.example/masuk']);
    expect(url.searchParams.get('id_token_hint')).toMatch(/^eyJ/);
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(200);
    expect(await bed.client(cookie).session.signOut()).toEqual({ onward: null });
    const [kept] = await bed.db.query<{ count: number }>(`select count(*)::int as count from sign_on_session where id_token like 'eyJ%'`);
    expect(kept?.count).toBe(0);
  });

  it('refuses a number of another agency, an unknown one, and none, each with its own words', async () => {
    const elsewhere = await somebody(await bed.place());
    const cases = { other: { nip: elsewhere.nip }, unknown: { nip: '199102062016031999' }, none: { preferred_username: 'nurhayati' }, wrong: { nip: '199002302015032904' } };
    const seen: Record<string, string | null> = {};
    for (const [sub, claims] of Object.entries(cases)) {
      provider.add({ sub, claims });
      provider.next = sub;
      const { answer } = await walk(place, '?lanjut=/katalog');
      expect([answer.headers['set-cookie'], new URL(String(answer.headers.location), callback).searchParams.get('lanjut')]).toEqual([undefined, '/katalog']);
      seen[sub] = reason(answer);
    }
    expect(seen).toEqual({ other: 'SIGN_ON_OTHER_AGENCY', unknown: 'SIGN_ON_UNKNOWN', none: 'SIGN_ON_CLAIM_MISSING', wrong: 'SIGN_ON_CLAIM_MISSING' });
  });

  it('goes by an e-mail only where the agency wants it and the provider verified it', async () => {
    const byMail = await agencyWith({ matchEmail: true });
    const email = `${newId()}@palu.example`;
    const { personId } = await somebody(byMail, { email });
    const enter = async (at: Place, claims: Record<string, unknown>) => {
      const sub = newId();
      provider.add({ sub, claims });
      provider.next = sub;
      return (await walk(at)).answer;
    };
    expect(reason(await enter(byMail, { email, email_verified: false }))).toBe('SIGN_ON_CLAIM_MISSING');
    expect(reason(await enter(byMail, { email, email_verified: 'true' }))).toBe('SIGN_ON_CLAIM_MISSING');
    expect(reason(await enter(place, { email, email_verified: true }))).toBe('SIGN_ON_CLAIM_MISSING');
    const answer = await enter(byMail, { email, email_verified: true });
    expect((await bed.client(cookieOf(answer)).session.get()).me?.personId).toBe(personId);
    // The next holder of the address is not the person who was linked by it.
    expect(reason(await enter(byMail, { email, email_verified: true }))).toBe('SIGN_ON_UNKNOWN');
  });

  it('gives an account to a known person only where the agency allows it, and never makes a person', async () => {
    const { nip, personId } = await somebody(place, { account: false });
    provider.add({ sub: nip, claims: { nip } });
    provider.next = nip;
    expect(reason((await walk(place)).answer)).toBe('SIGN_ON_NO_ACCOUNT');
    const generous = await agencyWith({ createAccounts: true });
    const theirs = await somebody(generous, { account: false });
    provider.add({ sub: theirs.nip, claims: { nip: theirs.nip } });
    provider.next = theirs.nip;
    expect((await bed.client(cookieOf((await walk(generous)).answer)).session.get()).me?.personId).toBe(theirs.personId);
    expect(await bed.db.query('select id from account where person_id = $1', [personId])).toEqual([]);
  });

  it('does not let an agency make a platform admin of whoever runs its provider, nor a disabled account live', async () => {
    const { nip, personId } = await somebody(place);
    provider.add({ sub: nip, claims: { nip } });
    provider.next = nip;
    await bed.db.tx((tx) => bed.get(AccessService).grant(tx, personId, 'platform_admin', place.agencyId));
    expect(reason((await walk(place)).answer)).toBe('SIGN_ON_NOT_FOR_PLATFORM');
    await bed.db.tx((tx) => bed.get(AccessService).end(tx, personId, 'platform_admin', place.agencyId));
    expect(reason((await walk(place)).answer)).toBeNull();
    await bed.db.query('update account set disabled_at = now() where person_id = $1', [personId]);
    expect(reason((await walk(place)).answer)).toBe('SIGN_ON_NO_ACCOUNT');
  });

  it('ends a sign-on once, in time, and only in the browser that began it', async () => {
    const { nip } = await somebody(place);
    provider.add({ sub: nip, claims: { nip } });
    provider.next = nip;
    const { returned, cookie, answer } = await walk(place);
    expect(cookieOf(answer)).not.toBe('');
    const again = await bed.app.inject({ url: returned.pathname + returned.search, headers: { cookie } });
    expect(reason(again)).toBe('SIGN_ON_EXPIRED');
    const other = await bed.app.inject({ url: `/api/sign-on/start/${place.agencyId}` });
    const state = new URL(String(other.headers.location)).searchParams.get('state');
    expect(reason(await bed.app.inject({ url: `/api/sign-on/callback?code=x&state=${state}`, headers: { cookie: 'pamong_sign_on=AAAAAAAAAAAAAAAAAAAAAA' } }))).toBe('SIGN_ON_EXPIRED');
    const late = await bed.app.inject({ url: `/api/sign-on/start/${place.agencyId}`, headers: { cookie } });
    bed.clock.advance({ minutes: 16 });
    const lateState = new URL(String(late.headers.location)).searchParams.get('state');
    expect(reason(await bed.app.inject({ url: `/api/sign-on/callback?code=x&state=${lateState}`, headers: { cookie } }))).toBe('SIGN_ON_EXPIRED');
    expect(reason(await bed.app.inject({ url: '/api/sign-on/callback' }))).toBe('SIGN_ON_EXPIRED');
  });

  it('says when it was cancelled, when a code is forged, when clocks differ, and when the provider is away', async () => {
    provider.cancels = true;
    expect(reason((await walk(place)).answer)).toBe('SIGN_ON_CANCELLED');
    const began = await bed.app.inject({ url: `/api/sign-on/start/${place.agencyId}` });
    const cookie = String([began.headers['set-cookie']].flat()[0]).split(';')[0];
    const state = new URL(String(began.headers.location)).searchParams.get('state');
    expect(reason(await bed.app.inject({ url: `/api/sign-on/callback?code=tebakan&state=${state}&iss=${encodeURIComponent(provider.issuer)}`, headers: { cookie } }))).toBe('SIGN_ON_REFUSED');
    const late = await TestIdentityProvider.start({ redirectUris: [callback], claimsInToken: true });
    // A provider whose clock is ahead gives tokens that do not hold yet.
    late.add({ sub: 'telat', claims: { nbf: Math.floor(Date.now() / 1000) + 300 } });
    late.next = 'telat';
    expect(reason((await walk(await agencyWith({ issuer: late.issuer }))).answer)).toBe('SIGN_ON_CLOCK');
    await late.stop();
    const lost = await agencyWith({ issuer: 'http://127.0.0.1:9' });
    expect(reason(await bed.app.inject({ url: `/api/sign-on/start/${lost.agencyId}?lanjut=/katalog` }))).toBe('SIGN_ON_UNREACHABLE');
    expect(reason(await bed.app.inject({ url: `/api/sign-on/start/${(await bed.place()).agencyId}` }))).toBe('SIGN_ON_OFF');
  });
});

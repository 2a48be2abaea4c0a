import { AccountsService } from '@pamong/domain/accounts/accounts.service';
import { stepAt, totpCode } from '@pamong/domain/accounts/totp.rules';
import { PeopleService } from '@pamong/domain/people/people.service';
import { someStaffNumber } from '@pamong/domain/testing/factories';
import { HostileProvider } from '@pamong/platform/testing/hostile-provider';
import type { Place, SignedIn } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const decode = (base32: string): Buffer => Buffer.from(([...base32].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));

describe('a second factor when signing in through an agency', () => {
  let bed: ApiBed;
  let provider: HostileProvider;
  let place: Place;
  let admin: SignedIn;

  beforeAll(async () => {
    bed = await ApiBed.open();
    provider = await HostileProvider.start();
  });
  afterAll(async () => {
    await provider.stop();
    await bed.close();
  });
  beforeEach(async () => {
    place = await bed.place();
    admin = await bed.signIn(place, 'agency_admin', 'training_admin');
    await trust(false);
    await admin.client.accounts.setSecondFactorRule({ query: {}, body: { roles: ['training_admin'] } });
  });

  const trust = (trustFactor: boolean, factorValues = ['mfa', 'otp']) =>
    admin.client.signOn.saveSettings({
      query: {},
      body: {
        on: true, issuer: provider.issuer, clientId: provider.clientId, clientSecret: provider.clientSecret, scopes: 'openid', numberClaim: 'nip', matchEmail: false, createAccounts: false, label: '',
        trustFactor, factorValues,
      },
    });

  async function somebody() {
    const nip = someStaffNumber();
    const personId = await bed.db.tx(async (tx) => {
      const id = await bed.get(PeopleService).create(tx, { organisationId: place.unitId, name: 'Nurhayati', employmentKind: 'PNS', staffNumber: nip });
      await bed.get(AccountsService).create(tx, id, null);
      return id;
    });
    return { nip, personId };
  }

  /** Lends the admin's own role to them until a day to come. */
  async function lend(personId: string) {
    const { lendable } = await admin.client.delegations.list();
    const role = lendable.find((one) => one.role === 'training_admin');
    const until = new Date(bed.clock.now().getTime() + 9 * 86_400_000).toISOString().slice(0, 10);
    return admin.client.delegations.create({ body: { toPersonId: personId, assignmentIds: [role?.assignmentId ?? ''], until, reason: 'Cuti tahunan' } });
  }

  async function walk(nip: string, claims: Record<string, unknown> = {}, userinfo: Record<string, unknown> = {}) {
    provider.lies = { claims: { sub: nip, nip, ...claims }, userinfo: { sub: nip, ...userinfo } };
    const began = await bed.app.inject({ url: `/api/sign-on/start/${place.agencyId}?lanjut=/katalog` });
    const cookie = String([began.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
    const back = provider.back(new URL(String(began.headers.location)));
    const answer = await bed.app.inject({ url: back.pathname + back.search, headers: { cookie } });
    const cookies = [answer.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0]).join('; ');
    return { to: String(answer.headers.location), cookies, opened: cookies.includes('pamong_session=') };
  }

  const post = (url: string, cookie: string, payload?: object) => bed.app.inject({ method: 'POST', url: `/api${url}`, headers: { cookie }, ...(payload && { payload }) });

  it('is asked for where a role demands it, lent roles included, and the sign-on ends in a session that can sign out there', async () => {
    const { nip, personId } = await somebody();
    expect(await walk(nip)).toMatchObject({ to: '/katalog', opened: true });
    const lent = await lend(personId);
    const { to, cookies, opened } = await walk(nip);
    expect([to, opened]).toEqual(['/masuk?langkah=enrol&lanjut=%2Fkatalog', false]);
    const { secret } = (await post('/session/second-factor', cookies)).json() as { secret: string };
    const confirmed = await post('/session/second-factor/confirmation', cookies, { code: totpCode(decode(secret), stepAt(bed.clock.now())) });
    expect(confirmed.statusCode).toBe(200);
    const session = [confirmed.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0]).join('; ');
    expect((await bed.client(session).session.get()).me?.personId).toBe(personId);
    provider.lies = { ...provider.lies, discovery: { end_session_endpoint: `${provider.issuer}/keluar` } };
    const [kept] = await bed.db.query<{ count: number }>('select count(*)::int as count from sign_on_session k join session s on s.id = k.session_id join account a on a.id = s.account_id where a.person_id = $1', [personId]);
    expect(kept?.count).toBe(2);
    bed.clock.advance({ seconds: 60 });
    const again = await walk(nip);
    expect([again.to, again.opened]).toEqual(['/masuk?langkah=code&lanjut=%2Fkatalog', false]);
    expect((await post('/session/code', again.cookies, { code: '000000' })).json()).toMatchObject({ code: expect.stringMatching(/^SECOND_FACTOR_/) as string });
    expect((await post('/session/code', again.cookies, { code: totpCode(decode(secret), stepAt(bed.clock.now())) })).statusCode).toBe(200);
    // The role went back; what people chose for their password alone is not asked for here.
    await admin.client.delegations.end({ params: { delegationId: lent.id } });
    expect((await walk(nip)).opened).toBe(true);
  });

  it('is the provider’s matter where the agency says so and the signed token shows it', async () => {
    const { nip, personId } = await somebody();
    await lend(personId);
    const enters = async (claims: Record<string, unknown>, userinfo = {}) => (await walk(nip, claims, userinfo)).opened;
    expect(await enters({ amr: ['pwd', 'otp'] })).toBe(false);
    await trust(true);
    expect(await enters({ amr: ['pwd', 'otp'] })).toBe(true);
    expect(await enters({ amr: ['pwd'] })).toBe(false);
    expect(await enters({ amr: 'otp' })).toBe(false);
    expect(await enters({ acr: 'gold' })).toBe(false);
    // Nobody signs what the user-info endpoint says.
    expect(await enters({ nip: undefined }, { nip, amr: ['otp'], acr: 'mfa' })).toBe(false);
    await trust(true, ['gold']);
    expect(await enters({ acr: 'gold' })).toBe(true);
    expect(await enters({ amr: ['otp'] })).toBe(false);
  });

  it('counts lent roles at a sign-in with a password too', async () => {
    const { personId } = await somebody();
    const owner = await bed.signIn(place);
    await lend(owner.personId);
    bed.clock.advance({ seconds: 6 });
    expect((await owner.client.accounts.security()).secondFactor.required).toBe(true);
    expect(personId).not.toBe(owner.personId);
  });
});

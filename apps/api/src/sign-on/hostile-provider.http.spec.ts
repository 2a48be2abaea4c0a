import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccountsService } from '@pamong/domain/accounts/accounts.service';
import { PeopleService } from '@pamong/domain/people/people.service';
import { someStaffNumber } from '@pamong/domain/testing/factories';
import type { Lies } from '@pamong/platform/testing/hostile-provider';
import { HostileProvider } from '@pamong/platform/testing/hostile-provider';
import type { Place } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

const origin = 'http://pamong.example';

describe('an OpenID provider that lies', () => {
  let bed: ApiBed;
  let provider: HostileProvider;
  let place: Place;
  let nip: string;
  let personId: string;

  beforeAll(async () => {
    bed = await ApiBed.open();
  });
  afterAll(() => bed.close());
  // A provider of its own for each test, since what it says of itself is remembered.
  beforeEach(async () => {
    provider = await HostileProvider.start();
    place = await bed.place();
    const admin = await bed.signIn(place, 'agency_admin');
    await admin.client.signOn.saveSettings({
      query: {},
      body: {
        on: true, issuer: provider.issuer, clientId: provider.clientId, clientSecret: provider.clientSecret, scopes: 'openid profile email', numberClaim: 'nip', matchEmail: true,
        createAccounts: true, label: '',
      },
    });
    bed.clock.advance({ minutes: 2 });
    nip = someStaffNumber();
    personId = await bed.db.tx(async (tx) => {
      const id = await bed.get(PeopleService).create(tx, { organisationId: place.unitId, name: 'Nurhayati', employmentKind: 'PNS', staffNumber: nip, email: `${nip}@palu.example` });
      await bed.get(AccountsService).create(tx, id, null);
      return id;
    });
    provider.lies = { claims: { nip } };
  });
  afterEach(() => provider.stop());

  type Answer = Awaited<ReturnType<typeof bed.app.inject>>;
  const tell = (lies: Lies): void => void (provider.lies = { ...lies, claims: { nip, ...lies.claims } });

  async function begin() {
    const answer = await bed.app.inject({ url: `/api/sign-on/start/${place.agencyId}?lanjut=/katalog` });
    return { answer, cookie: String([answer.headers['set-cookie']].flat()[0]).split(';')[0] ?? '', url: new URL(String(answer.headers.location), origin) };
  }

  const returnTo = (url: URL, cookie: string) => bed.app.inject({ url: url.pathname + url.search, headers: { cookie } });

  /** To the provider and back. */
  async function walk(): Promise<Answer> {
    const { answer, cookie, url } = await begin();
    return url.origin === origin ? answer : returnTo(provider.back(url), cookie);
  }

  const opened = (answer: Answer) => [answer.headers['set-cookie'] ?? []].flat().some((one) => one.startsWith('pamong_session='));
  const reason = (answer: Answer) => new URL(String(answer.headers.location), origin).searchParams.get('masalah');
  const trail = () => bed.db.query<{ code: string; agencyId: string | null }>(`select details->>'code' as code, agency_id as "agencyId" from audit_event where action = 'accounts.sign-on-refused' order by seq`);

  /** Refused with a sentence on the login page, without a session, and with a line that the agency's auditor can read. */
  async function expectRefused(answer: Answer, code: string, agencyKnown = true) {
    expect([answer.statusCode, opened(answer), reason(answer)]).toEqual([302, false, code]);
    expect(await bed.db.query('select 1 from session s join account a on a.id = s.account_id where a.person_id = $1', [personId])).toEqual([]);
    expect((await trail()).at(-1)).toEqual({ code, agencyId: agencyKnown ? place.agencyId : null });
  }

  it('lets people in while it tells the truth', async () => {
    const before = (await trail()).length;
    expect(opened(await walk())).toBe(true);
    expect(await trail()).toHaveLength(before);
  });

  const past = () => Math.floor(Date.now() / 1000) - 3600;

  it.each<[string, () => Lies, string]>([
    ['a token that nothing signs', () => ({ signedBy: 'nothing' }), 'SIGN_ON_REFUSED'],
    ['a token that nothing signs, which it says it may', () => ({ signedBy: 'nothing', discovery: { id_token_signing_alg_values_supported: ['none', 'RS256'] } }), 'SIGN_ON_REFUSED'],
    ['a token signed with the client secret', () => ({ signedBy: { secret: provider.clientSecret } }), 'SIGN_ON_REFUSED'],
    ['a token signed with the public key as a secret', () => ({ signedBy: { secret: provider.publicPem }, discovery: { id_token_signing_alg_values_supported: ['HS256', 'RS256'] } }), 'SIGN_ON_REFUSED'],
    ['a token signed with a key that nobody published', () => ({ signedBy: 'foreign' }), 'SIGN_ON_REFUSED'],
    ['a token of an unknown key', () => ({ header: { kid: 'dua' } }), 'SIGN_ON_REFUSED'],
    ['a token for somebody else', () => ({ claims: { aud: 'lain' } }), 'SIGN_ON_REFUSED'],
    ['a token for nobody', () => ({ claims: { aud: undefined } }), 'SIGN_ON_REFUSED'],
    ['a token asked for by another client', () => ({ claims: { aud: [provider.clientId, 'lain'], azp: 'lain' } }), 'SIGN_ON_REFUSED'],
    ['a token of several without who asked', () => ({ claims: { aud: [provider.clientId, 'lain'] } }), 'SIGN_ON_REFUSED'],
    ['a token for us alone that another client asked for', () => ({ claims: { azp: 'lain' } }), 'SIGN_ON_REFUSED'],
    ['a token of another issuer', () => ({ claims: { iss: 'https://lain.example' } }), 'SIGN_ON_REFUSED'],
    ['a token of before', () => ({ claims: { exp: past() } }), 'SIGN_ON_CLOCK'],
    ['a token that never ends', () => ({ claims: { exp: undefined } }), 'SIGN_ON_REFUSED'],
    ['a token without a nonce', () => ({ claims: { nonce: undefined } }), 'SIGN_ON_REFUSED'],
    ['a token with the nonce of another sign-on', () => ({ claims: { nonce: 'milik-orang-lain' } }), 'SIGN_ON_REFUSED'],
    ['a token about nobody', () => ({ claims: { sub: undefined } }), 'SIGN_ON_REFUSED'],
    ['a token about a number', () => ({ claims: { sub: 7 } }), 'SIGN_ON_REFUSED'],
    ['an e-mail that it did not verify', () => ({ claims: { nip: undefined, email: `${nip}@palu.example`, email_verified: false }, userinfo: {} }), 'SIGN_ON_CLAIM_MISSING'],
    ['an e-mail verified in a word', () => ({ claims: { nip: undefined, email: `${nip}@palu.example`, email_verified: 'true' }, userinfo: {} }), 'SIGN_ON_CLAIM_MISSING'],
    ['user info about somebody else', () => ({ claims: { nip: undefined }, userinfo: { sub: 'korban', nip } }), 'SIGN_ON_REFUSED'],
    ['a callback that another provider sent (mix-up)', () => ({ back: { iss: 'https://lain.example' } }), 'SIGN_ON_REFUSED'],
    ['a callback that does not say who sent it', () => ({ back: { iss: undefined } }), 'SIGN_ON_REFUSED'],
    ['no code', () => ({ back: { code: undefined } }), 'SIGN_ON_REFUSED'],
    ['a token in the address instead of a code', () => ({ back: { code: undefined, id_token: 'eyJhbGciOiJub25lIn0.e30.' } }), 'SIGN_ON_REFUSED'],
    ['a discovery of another issuer', () => ({ discovery: { issuer: 'https://lain.example' } }), 'SIGN_ON_REFUSED'],
    ['a discovery that leads to the metadata of a cloud', () => ({ discovery: { jwks_uri: 'https://169.254.169.254/latest' } }), 'SIGN_ON_ADDRESS_REFUSED'],
    ['a token endpoint without TLS elsewhere', () => ({ discovery: { token_endpoint: 'http://192.168.7.7/token' } }), 'SIGN_ON_ADDRESS_REFUSED'],
    ['10 MB of discovery', () => ({ instead: { discovery: flood } }), 'SIGN_ON_UNREACHABLE'],
    ['10 MB of keys', () => ({ instead: { jwks: flood } }), 'SIGN_ON_UNREACHABLE'],
    ['10 MB of token', () => ({ instead: { token: flood } }), 'SIGN_ON_UNREACHABLE'],
    ['10 MB of user info', () => ({ claims: { nip: undefined }, instead: { userinfo: flood } }), 'SIGN_ON_UNREACHABLE'],
    ['a page instead of tokens', () => ({ instead: { token: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Masuk</h1>') } }), 'SIGN_ON_UNREACHABLE'],
    ['a broken answer', () => ({ instead: { token: (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"id_token":') } }), 'SIGN_ON_REFUSED'],
    ['an answer that is cut off', () => ({ instead: { token: (response) => void response.writeHead(200, { 'content-length': '5000' }).write('{', () => response.destroy()) } }), 'SIGN_ON_UNREACHABLE'],
  ])('gains nothing by %s', async (_, lies, code) => {
    tell(lies());
    await expectRefused(await walk(), code);
  });

  it('gains nothing by keys that never come, and holds nobody else up', async () => {
    tell({ instead: { jwks: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"keys":[') } });
    const began = Date.now();
    const walking = walk();
    expect((await bed.app.inject({ url: '/api/session' })).statusCode).toBe(200);
    await expectRefused(await walking, 'SIGN_ON_UNREACHABLE');
    expect(Date.now() - began).toBeLessThan(12_000);
  }, 20_000);

  it('leads us nowhere: a redirect to our own network is not followed', async () => {
    const inside: string[] = [];
    const secret = createServer((request, response) => void (inside.push(request.url ?? ''), response.end('{"keys":[]}')));
    await new Promise<void>((done) => secret.listen(0, '127.0.0.1', done));
    for (const endpoint of ['jwks', 'token', 'userinfo'] as const) {
      tell({ claims: endpoint === 'userinfo' ? { nip: undefined } : {}, instead: { [endpoint]: (response: ServerResponse) => response.writeHead(302, { location: `http://127.0.0.1:${(secret.address() as AddressInfo).port}/rahasia` }).end() } });
      await expectRefused(await walk(), 'SIGN_ON_UNREACHABLE');
    }
    expect(inside).toEqual([]);
    secret.close();
  });

  it('opens one session for an address back, however often it comes', async () => {
    const { cookie, url } = await begin();
    const back = provider.back(url);
    const answers = await Promise.all([1, 2, 3, 4].map(() => returnTo(back, cookie)));
    expect(answers.filter(opened)).toHaveLength(1);
    expect(answers.filter((answer) => reason(answer) === 'SIGN_ON_EXPIRED')).toHaveLength(3);
    expect((await trail()).slice(-3)).toEqual([1, 2, 3].map(() => ({ code: 'SIGN_ON_EXPIRED', agencyId: null })));
  });

  it('takes no code of another sign-on, nor one by somebody else’s browser', async () => {
    const victim = await begin();
    const stolen = provider.back(victim.url);
    const thief = await begin();
    const forged = provider.back(thief.url);
    forged.searchParams.set('code', stolen.searchParams.get('code') ?? '');
    await expectRefused(await returnTo(forged, thief.cookie), 'SIGN_ON_REFUSED');
    await expectRefused(await returnTo(stolen, thief.cookie), 'SIGN_ON_EXPIRED', false);
  });

  it('cannot turn a known subject into somebody else, nor take over by an e-mail', async () => {
    expect(opened(await walk())).toBe(true);
    const other = someStaffNumber();
    await bed.db.tx((tx) => bed.get(PeopleService).create(tx, { organisationId: place.unitId, name: 'Korban', employmentKind: 'PNS', staffNumber: other }));
    tell({ claims: { nip: other } });
    const answer = await walk();
    expect([opened(answer), reason(answer), (await trail()).at(-1)]).toEqual([false, 'SIGN_ON_SUBJECT_CHANGED', { code: 'SIGN_ON_SUBJECT_CHANGED', agencyId: place.agencyId }]);
    tell({ claims: { sub: 'lain', nip: undefined, email: `${nip}@palu.example`, email_verified: true }, userinfo: { sub: 'lain' } });
    expect(reason(await walk())).toBe('SIGN_ON_UNKNOWN');
    // Another subject with the same number is a new account there of the same person; the trail tells of it.
    tell({ claims: { sub: 'baru' }, userinfo: { sub: 'baru' } });
    expect(opened(await walk())).toBe(true);
    expect(await bed.db.query(`select 1 from audit_event where action = 'accounts.sign-on-linked' and subject_id = $1 and (details->>'replaced')::boolean`, [personId])).toHaveLength(1);
  });

  it('cannot fill the trail, which nobody can shorten', async () => {
    const before = (await trail()).length;
    for (let count = 0; count < 30; count += 1) await bed.app.inject({ url: '/api/sign-on/callback?state=x' });
    expect((await trail()).length - before).toBe(20);
    bed.clock.advance({ minutes: 2 });
    await bed.app.inject({ url: '/api/sign-on/callback?state=x' });
    expect((await trail()).length - before).toBe(21);
  });
});

/** Ten megabytes that look as if they would go on. */
function flood(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.on('error', () => undefined);
  response.end(`{"keys":["${'x'.repeat(10_000_000)}"]}`);
}

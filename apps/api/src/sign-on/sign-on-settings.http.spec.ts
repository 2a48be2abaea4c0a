import { TestIdentityProvider } from '@pamong/platform/testing/identity-provider';
import { HostileProvider } from '@pamong/platform/testing/hostile-provider';
import type { Place, SignedIn } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

describe("an agency's settings for its sign-on", () => {
  let bed: ApiBed;
  let provider: TestIdentityProvider;
  let place: Place;
  let admin: SignedIn;

  beforeAll(async () => {
    bed = await ApiBed.open();
    provider = await TestIdentityProvider.start({ redirectUris: ['http://pamong.example/api/sign-on/callback'] });
  });
  afterAll(async () => {
    await provider.stop();
    await bed.close();
  });
  beforeEach(async () => {
    place = await bed.place();
    admin = await bed.signIn(place, 'agency_admin');
  });

  const body = () => ({
    on: true, issuer: provider.issuer, clientId: provider.clientId, clientSecret: provider.clientSecret, scopes: 'openid profile email', numberClaim: 'nip',
    matchEmail: false, createAccounts: false, label: 'Masuk dengan SSO Palu',
  });

  it('is off at first, and says what the provider must be told', async () => {
    expect(await admin.client.signOn.settings({ query: {} })).toMatchObject({
      on: false, hasSecret: false, redirectUri: 'http://pamong.example/api/sign-on/callback', signedOutUri: 'http://pamong.example/masuk',
    });
  });

  it('puts the button on the login page while it is on', async () => {
    const own = async () => (await bed.client().signOn.doors()).items.filter((door) => door.agencyId === place.agencyId).map((door) => door.label);
    await admin.client.signOn.saveSettings({ query: {}, body: body() });
    expect(await own()).toEqual(['Masuk dengan SSO Palu']);
    await admin.client.signOn.saveSettings({ query: {}, body: { ...body(), on: false } });
    expect(await own()).toEqual([]);
  });

  it('never gives the secret out, keeps it sealed, and writes the change without it', async () => {
    const saved = await admin.client.signOn.saveSettings({ query: {}, body: body() });
    expect(saved.hasSecret).toBe(true);
    expect(JSON.stringify([saved, await admin.client.signOn.settings({ query: {} })])).not.toContain(provider.clientSecret);
    const rows = await bed.db.query('select value::text from setting where organisation_id = $1 union all select details::text from audit_event where subject_id = $1', [place.agencyId]);
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toContain(provider.clientSecret);
  });

  it('keeps the secret while the address stays, and asks for it again when the address changes', async () => {
    await admin.client.signOn.saveSettings({ query: {}, body: body() });
    const { clientSecret: _, ...without } = body();
    expect((await admin.client.signOn.saveSettings({ query: {}, body: { ...without, label: '' } })).hasSecret).toBe(true);
    const moved = { ...without, issuer: 'https://lain.example' };
    await expect(admin.client.signOn.saveSettings({ query: {}, body: moved })).rejects.toMatchObject({ code: 'SIGN_ON_SECRET_NEEDED' });
    await expect(admin.client.signOn.trySettings({ query: {}, body: moved })).rejects.toMatchObject({ code: 'SIGN_ON_SECRET_NEEDED' });
    expect((await admin.client.signOn.saveSettings({ query: {}, body: { ...moved, clientSecret: '' } })).hasSecret).toBe(false);
  });

  const tried = (change: object = {}) => admin.client.signOn.trySettings({ query: {}, body: { ...body(), ...change } });

  it('tries the connection, and says which of the things typed must be corrected', async () => {
    const redirectUri = 'http://pamong.example/api/sign-on/callback';
    expect(await tried()).toEqual({ issuer: provider.issuer, clientAccepted: true, redirectAccepted: true, redirectUri, wrong: null, pkce: true, logout: true, knowsClaim: true });
    expect(await tried({ clientSecret: 'salah', numberClaim: 'nomor' })).toMatchObject({ clientAccepted: false, redirectAccepted: true, wrong: 'secret', knowsClaim: false });
    expect(await tried({ clientId: 'salah' })).toMatchObject({ clientAccepted: false, redirectAccepted: false, wrong: 'client-id' });
    const elsewhere = await TestIdentityProvider.start({ redirectUris: ['http://pamong.example/api/sign-on/callback/'] });
    expect(await tried({ issuer: elsewhere.issuer })).toMatchObject({ clientAccepted: true, redirectAccepted: false, wrong: 'redirect', redirectUri });
    await elsewhere.stop();
    expect((await admin.client.signOn.settings({ query: {} })).on).toBe(false);
  });

  it('says of an address what is wrong with it', async () => {
    const liar = await HostileProvider.start();
    await expect(tried({ issuer: 'http://127.0.0.1:9' })).rejects.toMatchObject({ code: 'SIGN_ON_UNREACHABLE' });
    await expect(tried({ issuer: `${provider.issuer}/realms/asn` })).rejects.toMatchObject({
      code: 'SIGN_ON_NO_PROVIDER', problem: { params: { address: `${provider.issuer}/realms/asn/.well-known/openid-configuration` } },
    });
    await expect(tried({ issuer: 'https://tidak-ada.invalid' })).rejects.toMatchObject({ code: 'SIGN_ON_HOST_UNKNOWN', problem: { params: { host: 'tidak-ada.invalid' } } });
    liar.lies = { discovery: { issuer: 'https://sso.lain.example/realms/asn' } };
    await expect(tried({ issuer: liar.issuer })).rejects.toMatchObject({ code: 'SIGN_ON_ISSUER_DIFFERS', problem: { params: { issuer: 'https://sso.lain.example/realms/asn' } } });
    await liar.stop();
  });

  it.each(['https://169.254.169.254', 'http://sso.example.go.id', 'ftp://127.0.0.1', 'https://nama:sandi@127.0.0.1', 'https://127.0.0.1/?x=1'])('does not ask %s', async (issuer) => {
    await expect(admin.client.signOn.trySettings({ query: {}, body: { ...body(), issuer } })).rejects.toMatchObject({ code: 'SIGN_ON_ADDRESS_REFUSED' });
  });

  it("is for admins of the agency where they work: a right at another agency opens nothing of one's own", async () => {
    const learner = await bed.signIn(place);
    await expect(learner.client.signOn.settings({ query: {} })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const elsewhere = await bed.place();
    await bed.db.query(`update role_assignment set organisation_id = $2 where person_id = $1`, [admin.personId, elsewhere.agencyId]);
    bed.clock.advance({ seconds: 6 });
    await expect(admin.client.signOn.saveSettings({ query: {}, body: body() })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const { agencyId } = elsewhere;
    expect((await admin.client.organisations.listSettled({ query: { permission: 'sign-on.manage' } })).items.map(({ id }) => id)).toEqual([agencyId]);
    expect((await admin.client.signOn.saveSettings({ query: { agencyId }, body: body() })).on).toBe(true);
    expect((await admin.client.signOn.settings({ query: { agencyId } })).on).toBe(true);
    const third = await bed.place();
    await expect(admin.client.signOn.settings({ query: { agencyId: third.agencyId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(admin.client.signOn.settings({ query: { agencyId: elsewhere.unitId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

import { AccessService } from '@pamong/domain/access/access.service';
import { AccountsService } from '@pamong/domain/accounts/accounts.service';
import { stepAt, totpCode } from '@pamong/domain/accounts/totp.rules';
import { newId } from '@pamong/platform/ids/new-id';
import type { Place } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

const password = 'kata sandi yang panjang';
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator application does with the typed secret. */
function decode(base32: string): Buffer {
  const bits = [...base32].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

describe('signing in with a second factor', () => {
  let bed: ApiBed;
  let place: Place;

  beforeAll(async () => {
    bed = await ApiBed.open();
    place = await bed.place();
  });
  afterAll(() => bed.close());

  async function somebody(at = place, ...roles: readonly ('agency_admin' | 'training_admin')[]) {
    const { personId, client } = await bed.signIn(at, ...roles);
    const login = `${newId()}@nc.example`;
    const hash = await bed.get(AccountsService).hashPassword(password);
    await bed.db.query('update person set email = $2 where id = $1', [personId, login]);
    await bed.db.query('update account set password_hash = $2 where person_id = $1', [personId, hash]);
    return { personId, login, client };
  }

  const code = (secret: string, offset = 0) => totpCode(decode(secret), stepAt(bed.clock.now()) + offset);
  const cookies = (answer: Awaited<ReturnType<typeof bed.app.inject>>) => [answer.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0]).join('; ');
  const post = (url: string, payload: object, cookie = '') => bed.app.inject({ method: 'POST', url: `/api${url}`, payload, headers: { cookie } });

  /** The step after a right password. */
  async function step(login: string) {
    const answer = await post('/session', { login, password });
    return { body: answer.json() as { me: unknown; step?: string }, cookie: cookies(answer) };
  }

  /** Somebody whose application is set up. */
  async function secured() {
    const person = await somebody();
    const { secret } = await person.client.accounts.beginSecondFactor({ body: { password } });
    const { recoveryCodes } = await person.client.accounts.confirmSecondFactor({ body: { code: code(secret) } });
    bed.clock.advance({ seconds: 60 });
    return { ...person, secret, recoveryCodes };
  }

  it('is set up with the password and a first code, and asked for from then on', async () => {
    const { client, login, personId, secret, recoveryCodes } = await secured();
    expect(recoveryCodes).toHaveLength(10);
    expect(await client.accounts.security()).toMatchObject({ hasPassword: true, secondFactor: { on: true, recoveryLeft: 10, required: false } });
    const { body, cookie } = await step(login);
    expect(body).toMatchObject({ me: null, step: 'code' });
    expect(cookie).not.toContain('pamong_session');
    expect((await bed.client(cookie).session.get()).me).toBeNull();
    const answer = await post('/session/code', { code: code(secret) }, cookie);
    expect((await bed.client(cookies(answer)).session.get()).me).toMatchObject({ personId });
    // A step opens one session.
    expect((await post('/session/code', { code: code(secret, 1) }, cookie)).json()).toMatchObject({ code: 'SIGN_IN_STEP_OVER' });
  });

  it('lets no more guesses through when many are sent at once', async () => {
    const { login, secret } = await secured();
    const { cookie } = await step(login);
    const guesses = Array.from({ length: 40 }, (_, index) => String(900_000 + index)).filter((guess) => guess !== code(secret));
    const codes = (await Promise.all(guesses.map((guess) => post('/session/code', { code: guess }, cookie)))).map((answer) => answer.json<{ code: string }>().code);
    expect(codes.filter((one) => one !== 'LOGIN_LIMITED')).toHaveLength(5);
    expect((await post('/session/code', { code: code(secret) }, cookie)).json()).toMatchObject({ code: 'LOGIN_LIMITED' });
  });

  it('begins with nothing less than the password', async () => {
    const { client } = await somebody();
    await expect(client.accounts.beginSecondFactor({ body: { password: 'salah' } })).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await client.accounts.beginSecondFactor({ body: { password } });
    await expect(client.accounts.confirmSecondFactor({ body: { code: '000000' } })).rejects.toMatchObject({ code: 'SECOND_FACTOR_WRONG' });
    expect((await client.accounts.security()).secondFactor.on).toBe(false);
  });

  it('takes each code once, also an older one after a newer', async () => {
    const { login, secret } = await secured();
    const [first, second] = [await step(login), await step(login)];
    expect((await post('/session/code', { code: code(secret) }, first.cookie)).statusCode).toBe(200);
    expect((await post('/session/code', { code: code(secret) }, second.cookie)).json()).toMatchObject({ code: 'SECOND_FACTOR_USED' });
    expect((await post('/session/code', { code: code(secret, -1) }, second.cookie)).json()).toMatchObject({ code: 'SECOND_FACTOR_USED' });
    bed.clock.advance({ seconds: 30 });
    expect((await post('/session/code', { code: code(secret) }, second.cookie)).statusCode).toBe(200);
  });

  it('says kindly that the clock of the phone is wrong', async () => {
    const { login, secret } = await secured();
    const { cookie } = await step(login);
    expect((await post('/session/code', { code: code(secret, 12) }, cookie)).json()).toMatchObject({ code: 'SECOND_FACTOR_CLOCK', params: { minutes: 6, ahead: true } });
  });

  it('limits guesses for the account, however often the password is entered', async () => {
    const { login, secret } = await secured();
    for (let times = 0; times < 5; times += 1) {
      const { cookie } = await step(login);
      expect((await post('/session/code', { code: code(secret, 40) }, cookie)).json()).toMatchObject({ code: 'SECOND_FACTOR_WRONG' });
    }
    const { cookie } = await step(login);
    expect((await post('/session/code', { code: code(secret) }, cookie)).json()).toMatchObject({ code: 'LOGIN_LIMITED' });
    bed.clock.advance({ minutes: 16 });
    const later = await step(login);
    expect((await post('/session/code', { code: code(secret) }, later.cookie)).statusCode).toBe(200);
  });

  it('opens with each recovery code once, keeps only hashes, and replaces them all', async () => {
    const { client, login, personId, recoveryCodes } = await secured();
    const [first = '', second = ''] = recoveryCodes;
    const use = async (typed: string) => (await post('/session/code', { code: typed }, (await step(login)).cookie)).json() as { code?: string };
    expect(await use(first.toLowerCase().replace('-', ' '))).not.toHaveProperty('code');
    expect(await use(first)).toMatchObject({ code: 'SECOND_FACTOR_WRONG' });
    expect((await client.accounts.security()).secondFactor.recoveryLeft).toBe(9);
    const renewed = await client.accounts.renewRecoveryCodes({ body: { password } });
    expect(await use(second)).toMatchObject({ code: 'SECOND_FACTOR_WRONG' });
    expect(await use(renewed.recoveryCodes[0] ?? '')).not.toHaveProperty('code');
    const kept = await bed.db.query(`select encode(code_hash, 'escape') as hash from recovery_code c join account a on a.id = c.account_id where a.person_id = $1`, [personId]);
    expect(JSON.stringify(kept)).not.toContain((renewed.recoveryCodes[1] ?? '').slice(0, 5));
  });

  it('is required of the roles that the agency chose: set up first, then enter', async () => {
    const strict = await bed.place();
    const admin = await somebody(strict, 'agency_admin');
    await admin.client.accounts.setSecondFactorRule({ query: {}, body: { roles: ['training_admin'] } });
    const [learner, trainer] = [await somebody(strict), await somebody(strict, 'training_admin')];
    expect((await step(learner.login)).body.step).toBeUndefined();
    const { body, cookie } = await step(trainer.login);
    expect(body).toMatchObject({ me: null, step: 'enrol' });
    expect((await post('/session/code', { code: '123456' }, cookie)).json()).toMatchObject({ code: 'SIGN_IN_STEP_OVER' });
    const { secret } = (await post('/session/second-factor', {}, cookie)).json() as { secret: string };
    const answer = await post('/session/second-factor/confirmation', { code: code(secret) }, cookie);
    expect(answer.json()).toMatchObject({ session: { me: { personId: trainer.personId } } });
    const client = bed.client(cookies(answer));
    expect((await client.accounts.security()).secondFactor).toMatchObject({ on: true, required: true });
    await expect(client.accounts.endSecondFactor({ body: { password } })).rejects.toMatchObject({ code: 'SECOND_FACTOR_REQUIRED' });
  });

  it('is turned off by its owner, or by an admin who may do as much; told and written down', async () => {
    const own = await secured();
    await expect(own.client.accounts.endSecondFactor({ body: { password: 'salah' } })).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await own.client.accounts.endSecondFactor({ body: { password } });
    expect((await step(own.login)).body.step).toBeUndefined();

    const lost = await secured();
    const admin = await bed.signIn(place, 'agency_admin');
    const end = (client: typeof admin.client, personId: string) => client.accounts.endSecondFactorOf({ params: { personId }, body: { reason: 'Ponsel hilang' } });
    await expect(end((await bed.signIn(place)).client, lost.personId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(end((await bed.signIn(await bed.place(), 'agency_admin')).client, lost.personId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const since = async () => (await admin.client.accounts.secondFactorOf({ params: { personId: lost.personId } })).since;
    expect(await since()).not.toBeNull();
    await end(admin.client, lost.personId);
    expect(await since()).toBeNull();
    await expect(end(admin.client, lost.personId)).rejects.toMatchObject({ code: 'SECOND_FACTOR_OFF' });
    const [written] = await bed.db.query('select actor_person_id as by, details from audit_event where subject_id = $1 and action = $2', [lost.personId, 'accounts.second-factor-off']);
    expect(written).toEqual({ by: admin.personId, details: { reason: 'Ponsel hilang' } });
    const told = await bed.db.query(`select payload->>'change' as change from outbox where name = 'accounts.account-changed' and payload->>'personId' = $1 order by id`, [lost.personId]);
    expect(told).toEqual([{ change: 'second-factor-on' }, { change: 'second-factor-off' }]);

    await expect(end(admin.client, admin.personId)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const platform = await secured();
    await bed.db.tx((tx) => bed.get(AccessService).grant(tx, platform.personId, 'platform_admin', place.agencyId));
    await expect(end(admin.client, platform.personId)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('keeps the secret sealed', async () => {
    const { secret, personId } = await secured();
    const [row] = await bed.db.query<{ sealed: string }>('select sealed_secret as sealed from second_factor f join account a on a.id = f.account_id where a.person_id = $1', [personId]);
    expect(row?.sealed).not.toContain(secret);
    expect(Buffer.from(row?.sealed ?? '', 'base64url').includes(decode(secret))).toBe(false);
  });
});

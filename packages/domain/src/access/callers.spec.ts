import { createHash } from 'node:crypto';
import { addressGroup } from '@pamong/platform/net/address-group';
import { AccountsService } from '../accounts/accounts.service.js';
import { PasswordHasher } from '../accounts/password-hasher.js';
import { SessionsService } from '../accounts/sessions.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson, someStaffNumber } from '../testing/factories.js';
import { signInToken } from '../testing/sign-in.js';
import { AccessService } from './access.service.js';
import { CallersService } from './callers.service.js';

describe('signing in and being known', () => {
  let bed: DomainBed;

  beforeAll(async () => {
    bed = await DomainBed.open();
  });

  afterAll(() => bed.close());

  async function someAccount() {
    const place = await someAgency(bed);
    const staffNumber = someStaffNumber();
    const personId = await somePerson(bed, { organisationId: place.unitId, staffNumber });
    const accounts = bed.get(AccountsService);
    const hash = await accounts.hashPassword('kata sandi yang panjang');
    await bed.db.tx((tx) => accounts.create(tx, personId, hash));
    return { ...place, staffNumber, personId, accounts };
  }

  const device = { userAgent: 'test', address: '203.0.113.7' };
  const part = () => Math.floor(Math.random() * 0xffff).toString(16);
  const uniqueAddress = () => `2001:db8:${part()}:${part()}::1`;

  it('signs in by a number with blanks and knows the caller with their roles', async () => {
    const { staffNumber, personId, agencyId, unitId } = await someAccount();
    await bed.db.tx((tx) => bed.get(AccessService).grant(tx, personId, 'instructor', unitId));
    const spaced = `${staffNumber.slice(0, 8)} ${staffNumber.slice(8, 14)} ${staffNumber.slice(14, 15)} ${staffNumber.slice(15)}`;
    const token = await signInToken(bed, { login: spaced, password: 'kata sandi yang panjang', ...device, address: uniqueAddress() });
    const actor = await bed.get(CallersService).authenticate(token);
    expect(actor).toMatchObject({ personId, agencyId });
    expect(actor?.permissions()).toContain('course.author');
  });

  it('answers alike for an unknown account and a wrong password, and tells the minutes after five failures', async () => {
    const { staffNumber } = await someAccount();
    const address = uniqueAddress();
    const wrong = { login: staffNumber, password: 'salah', ...device, address };
    await expect(signInToken(bed, { ...wrong, login: '198703142011012999' })).rejects.toMatchObject({ code: 'LOGIN_FAILED', params: {} });
    for (let times = 0; times < 5; times += 1) await expect(signInToken(bed, wrong)).rejects.toMatchObject({ code: 'LOGIN_FAILED', params: {} });
    const right = { ...wrong, password: 'kata sandi yang panjang' };
    await expect(signInToken(bed, right)).rejects.toMatchObject({ code: 'LOGIN_LIMITED', params: { minutes: 15 } });
    bed.clock.advance({ minutes: 15, seconds: 1 });
    await expect(signInToken(bed, right)).resolves.toMatch(/^[\w-]{43}$/);
  });

  it('counts guesses that come at once like those that come one after another', async () => {
    const { staffNumber } = await someAccount();
    const address = uniqueAddress();
    const guesses = Array.from({ length: 20 }, () => signInToken(bed, { login: staffNumber, password: 'salah', ...device, address }));
    const codes = (await Promise.allSettled(guesses)).map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'in'));
    expect(codes.filter((code) => code === 'LOGIN_FAILED')).toHaveLength(5);
    expect(codes.filter((code) => code === 'LOGIN_LIMITED')).toHaveLength(15);
  });

  it('counts an address by its network, so that the next of its 2^64 addresses is no new visitor', async () => {
    const { staffNumber } = await someAccount();
    const network = uniqueAddress().slice(0, -1);
    await bed.db.query(`insert into sign_in_failure select $1, 60, $2::timestamptz + interval '1 minute'`, [
      `address:${createHash('sha256').update(addressGroup(`${network}1`)).digest('base64url')}`, bed.clock.now(),
    ]);
    const next = signInToken(bed, { login: staffNumber, password: 'kata sandi yang panjang', ...device, address: `${network}2` });
    await expect(next).rejects.toMatchObject({ code: 'LOGIN_LIMITED' });
  });

  it('tells a storm to come again rather than to wait for ever', async () => {
    const hasher = bed.get(PasswordHasher);
    let open = () => undefined as void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const turns = Array.from({ length: 500 }, () => hasher.inTurn(() => gate));
    expect(() => hasher.inTurn(() => gate)).toThrow('SERVER_BUSY');
    open();
    await Promise.all(turns);
    await expect(hasher.inTurn(() => gate)).resolves.toBeUndefined();
  });

  it('forgets a revoked session at once and a removed role within 5 s', async () => {
    const { staffNumber, personId, unitId } = await someAccount();
    const access = bed.get(AccessService);
    const callers = bed.get(CallersService);
    await bed.db.tx((tx) => access.grant(tx, personId, 'instructor', unitId));
    const token = await signInToken(bed, { login: staffNumber, password: 'kata sandi yang panjang', ...device, address: uniqueAddress() });
    const actor = await callers.authenticate(token);
    await bed.db.tx((tx) => access.end(tx, personId, 'instructor', unitId));
    bed.clock.advance({ seconds: 5 });
    expect((await callers.authenticate(token))?.grants).toEqual([]);
    await bed.get(SessionsService).revoke(actor ?? { accountId: '', personId }, actor?.sessionId ?? '');
    bed.clock.advance({ seconds: 5 });
    expect(await callers.authenticate(token)).toBeNull();
  });

  it('keeps no token: what the database holds signs nobody in', async () => {
    const { staffNumber } = await someAccount();
    const token = await signInToken(bed, { login: staffNumber, password: 'kata sandi yang panjang', ...device, address: uniqueAddress() });
    const rows = await bed.db.query<{ hash: string }>(`select encode(token_hash, 'base64') as hash from session`);
    expect(rows.length).toBeGreaterThan(0);
    for (const { hash } of rows) expect(await bed.get(CallersService).authenticate(hash.replaceAll('/', '_').replaceAll('+', '-').replaceAll('=', ''))).toBeNull();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('writes who was granted what, and lets the application neither change nor remove it', async () => {
    const { personId, unitId } = await someAccount();
    await bed.db.tx((tx) => bed.get(AccessService).grant(tx, personId, 'claim_verifier', unitId));
    const found = await bed.db.query<{ action: string }>('select action from audit_event where subject_id = $1', [personId]);
    expect(found).toEqual([{ action: 'access.granted' }]);
    await expect(bed.db.query('update audit_event set action = $1', ['nothing'])).rejects.toThrow(/permission denied/);
    await expect(bed.db.query('delete from audit_event')).rejects.toThrow(/permission denied/);
  });
});

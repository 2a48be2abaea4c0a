import { AccountsService } from '@pamong/domain/accounts/accounts.service';
import { newId } from '@pamong/platform/ids/new-id';
import type { Place } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

const password = 'kata sandi yang panjang';

describe('sessions over HTTP', () => {
  let bed: ApiBed;
  let place: Place;

  beforeAll(async () => {
    bed = await ApiBed.open();
    place = await bed.place();
  });

  afterAll(() => bed.close());

  /** Somebody with a password, and the e-mail to sign in with. */
  async function somebody(): Promise<{ login: string }> {
    const { personId } = await bed.signIn(place, 'instructor');
    const login = `${newId()}@nc.example`;
    const hash = await bed.get(AccountsService).hashPassword(password);
    await bed.db.query('update person set email = $2 where id = $1', [personId, login]);
    await bed.db.query('update account set password_hash = $2 where person_id = $1', [personId, hash]);
    return { login };
  }

  const signIn = (login: string, headers: Record<string, string> = {}) => bed.app.inject({ method: 'POST', url: '/api/session', payload: { login, password }, headers });
  const cookieOf = (answer: Awaited<ReturnType<typeof signIn>>) => [answer.headers['set-cookie'] ?? []].flat()[0]?.split(';')[0] ?? '';

  it('answers visitors with nobody and no demo, and signs in with a cookie that scripts and other sites do not get', async () => {
    const { login } = await somebody();
    expect(await bed.client().session.get()).toEqual({ me: null, demo: null });
    const answer = await signIn(login);
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^pamong_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/),
      expect.stringMatching(/^pamong_device=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/),
    ]);
    const { me } = await bed.client(cookieOf(answer)).session.get();
    expect(me).toMatchObject({ name: 'Nurhayati', roles: ['instructor'], can: ['course.author', 'course.publish', 'media.upload'] });
  });

  it('refuses a sign-in that another site sends', async () => {
    const { login } = await somebody();
    for (const origin of ['https://jahat.example', 'null']) {
      const answer = await signIn(login, { origin });
      expect(answer.json()).toMatchObject({ status: 403, code: 'ORIGIN_REFUSED' });
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('locates every fault of the input', async () => {
    const answer = await bed.app.inject({ method: 'POST', url: '/api/session', payload: { login: ' ' } });
    expect(answer.json()).toMatchObject({ status: 400, code: 'INPUT_INVALID', faults: [{ path: 'body.login' }, { path: 'body.password' }] });
  });

  it('lists where somebody is signed in and ends one place, which is out at once', async () => {
    const { login } = await somebody();
    const phone = bed.client(cookieOf(await signIn(login, { 'user-agent': 'Telepon' })));
    const office = bed.client(cookieOf(await signIn(login, { 'user-agent': 'Kantor' })));
    const { items } = await office.session.list();
    expect(items.filter((one) => one.current).map((one) => one.device)).toEqual(['Kantor']);
    const lost = items.find((one) => one.device === 'Telepon');
    await office.session.revoke({ params: { sessionId: lost?.id ?? '' } });
    await expect(phone.session.list()).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect((await office.session.list()).items.map((one) => one.device)).not.toContain('Telepon');
  });

  it("does not end other people's sessions", async () => {
    const mine = bed.client(cookieOf(await signIn((await somebody()).login)));
    const theirs = bed.client(cookieOf(await signIn((await somebody()).login)));
    const { items } = await theirs.session.list();
    await expect(mine.session.revoke({ params: { sessionId: items[0]?.id ?? '' } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(theirs.session.list()).resolves.toBeDefined();
  });

  it('signs out', async () => {
    const cookie = cookieOf(await signIn((await somebody()).login));
    const answer = await bed.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } });
    expect(answer.headers['set-cookie']).toMatch(/Max-Age=0/);
    expect((await bed.client(cookie).session.get()).me).toBeNull();
  });

  it('tells of a browser that the account had not been used with, and of the first one never', async () => {
    const { login } = await somebody();
    const [{ id: accountId } = { id: '' }] = await bed.db.query<{ id: string }>('select a.id from account a join person p on p.id = a.person_id where p.email = $1', [login]);
    await bed.db.query('delete from session where account_id = $1', [accountId]);
    const told = async () => {
      const [row] = await bed.db.query<{ count: number }>(
        `select count(*)::int as count from outbox where name = 'accounts.signed-in-on-new-device' and (payload->>'sessionId')::uuid in (select id from session where account_id = $1)`,
        [accountId],
      );
      return row?.count;
    };
    const marked = (answer: Awaited<ReturnType<typeof signIn>>) => [answer.headers['set-cookie'] ?? []].flat()[1]?.split(';')[0] ?? '';
    const first = await signIn(login, { 'user-agent': 'Telepon' });
    expect(await told()).toBe(0);
    await signIn(login, { 'user-agent': 'Telepon, versi berikutnya', cookie: marked(first) });
    expect(await told()).toBe(0);
    await signIn(login, { 'user-agent': 'Telepon' });
    expect(await told()).toBe(1);
  });

  it('ends all other sessions and changes the password', async () => {
    const { login } = await somebody();
    const phone = bed.client(cookieOf(await signIn(login)));
    const office = bed.client(cookieOf(await signIn(login)));
    expect(await office.session.revokeOthers()).toEqual({ ended: 2 });
    await expect(phone.session.list()).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect((await office.accounts.security()).hasPassword).toBe(true);
    const change = (current: string, next: string) => office.accounts.changePassword({ body: { current, next, endOthers: true } });
    await expect(change('salah', 'perahu kertas biru muda')).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await expect(change(password, 'pendek')).rejects.toMatchObject({ code: 'PASSWORD_SHORT', problem: { params: { least: 15 } } });
    await change(password, 'perahu kertas biru muda');
    expect((await signIn(login)).statusCode).toBe(401);
  });
});

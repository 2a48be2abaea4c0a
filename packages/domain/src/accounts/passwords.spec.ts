import { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson, someStaffNumber } from '../testing/factories.js';
import { signInToken } from '../testing/sign-in.js';
import { AccountsService } from './accounts.service.js';
import { PasswordsService } from './passwords.service.js';
import { SessionsService } from './sessions.service.js';

const old = 'kata sandi yang lama sekali';
const next = 'perahu kertas biru muda';
const address = '2001:db8:7:7::1';

describe('passwords', () => {
  let bed: DomainBed;

  beforeAll(async () => {
    bed = await DomainBed.open();
  });

  afterAll(() => bed.close());

  /** Somebody with the old password, at two devices. */
  async function somebody() {
    const { agencyId, unitId } = await someAgency(bed);
    const staffNumber = someStaffNumber();
    const personId = await somePerson(bed, { organisationId: unitId, staffNumber });
    const accounts = bed.get(AccountsService);
    const hash = await accounts.hashPassword(old);
    const accountId = await bed.db.tx((tx) => accounts.create(tx, personId, hash));
    const sessions = bed.get(SessionsService);
    await sessions.open(accountId, { userAgent: 'phone', address });
    await sessions.open(accountId, { userAgent: 'office', address });
    const [first] = await sessions.listOpen({ accountId, personId });
    return { accountId, personId, agencyId, staffNumber, sessionId: first?.id ?? '', sessions };
  }

  const passwords = () => bed.get(PasswordsService);
  const signIn = (login: string, password: string) => signInToken(bed, { login, password, userAgent: 'test', address });

  it('changes with the current one, ends the other sessions on request, and writes it down', async () => {
    const owner = await somebody();
    await passwords().change(owner, { current: old, next, endOthers: true, address });
    await expect(signIn(owner.staffNumber, next)).resolves.toBeDefined();
    await expect(signIn(owner.staffNumber, old)).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
    const ended = await bed.db.query<{ id: string }>('select id from session where account_id = $1 and revoked_at is not null', [owner.accountId]);
    expect(ended).toHaveLength(1);
    expect(ended[0]?.id).not.toBe(owner.sessionId);
    const written = await bed.db.query('select action from audit_event where subject_id = $1 and actor_person_id = $1', [owner.personId]);
    expect(written).toEqual([{ action: 'accounts.password-set' }]);
  });

  it('leaves the other sessions alone unless asked', async () => {
    const owner = await somebody();
    await passwords().change(owner, { current: old, next, endOthers: false, address });
    expect(await owner.sessions.listOpen(owner)).toHaveLength(2);
  });

  it('is not changed by whoever found an open screen: guesses at the current one are counted', async () => {
    const owner = await somebody();
    const guess = () => passwords().change(owner, { current: 'tebakan', next, endOthers: true, address });
    for (let times = 0; times < 5; times += 1) await expect(guess()).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await expect(passwords().change(owner, { current: old, next, endOthers: true, address })).rejects.toMatchObject({ code: 'LOGIN_LIMITED' });
    await expect(signIn(owner.staffNumber, old)).resolves.toBeDefined();
  });

  it('refuses what is short or made of the person, in the database as in the rules', async () => {
    const owner = await somebody();
    await expect(passwords().prepare(owner.personId, 'pendek')).rejects.toMatchObject({ code: 'PASSWORD_SHORT', params: { least: 15 } });
    await expect(passwords().prepare(owner.personId, owner.staffNumber)).rejects.toMatchObject({ code: 'PASSWORD_PERSONAL' });
    await expect(passwords().prepare(owner.personId, 'nurhayati 123456789')).rejects.toMatchObject({ code: 'PASSWORD_PERSONAL' });
  });

  it('tells who has no password that there is none to change', async () => {
    const personId = await somePerson(bed);
    await bed.db.tx((tx) => bed.get(AccountsService).create(tx, personId, null));
    await expect(passwords().prove({ personId }, old, address)).rejects.toMatchObject({ code: 'PASSWORD_ABSENT' });
  });

  it('knows the same letters in another form', async () => {
    const owner = await somebody();
    await passwords().change(owner, { current: old, next: 'kafé di tepi pantai', endOthers: false, address });
    await expect(signIn(owner.staffNumber, 'kafe\u0301 di tepi pantai')).resolves.toBeDefined();
  });
});

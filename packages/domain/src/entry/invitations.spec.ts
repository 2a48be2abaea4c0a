import { AccessService } from '../access/access.service.js';
import { Actor } from '../access/actor.js';
import { DomainBed } from '../testing/domain-bed.js';
import { signInToken } from '../testing/sign-in.js';
import { ActivationCodesService } from './activation-codes.service.js';
import { codeTries } from './activation-code.rules.js';
import { EmailChangesService } from './email-changes.service.js';
import { goodPassword, secretTo, someAdmin, someNewcomer } from './entry.factory.js';
import { InvitationsService } from './invitations.service.js';
import { PasswordLinksService } from './password-links.service.js';

const part = () => Math.floor(Math.random() * 0xffff).toString(16);
const someAddress = () => `2001:db8:${part()}:${part()}::1`;
const everybody = { state: null, search: '', email: null } as const;

describe('letting people in', () => {
  let bed: DomainBed;

  beforeAll(async () => {
    bed = await DomainBed.open(undefined, { PAMONG_DEMO: '1' });
  });
  afterAll(() => bed.close());

  const signIn = (login: string) => signInToken(bed, { login, password: goodPassword, userAgent: 'test', address: someAddress() });
  const stateOf = async (actor: Parameters<InvitationsService['list']>[0], personId: string) =>
    (await bed.get(InvitationsService).list(actor, everybody, 1, 50)).items.find((row) => row.personId === personId);

  it('invites by mail; the person chooses a password and is in the list as active', async () => {
    const { actor, unitId } = await someAdmin(bed, 'unit_admin', 'unit');
    const { personId, email, staffNumber } = await someNewcomer(bed, { organisationId: unitId });
    expect((await stateOf(actor, personId))?.state).toBe('none');
    expect(await bed.get(InvitationsService).invite(actor, [personId])).toEqual({ invited: 1, skipped: [] });
    expect(await stateOf(actor, personId)).toMatchObject({ state: 'invited', by: 'mail' });
    const token = await secretTo(bed, email, 'entry.invite');
    expect(await bed.get(PasswordLinksService).look(token)).toMatchObject({ purpose: 'invite' });
    await bed.get(PasswordLinksService).choose(token, goodPassword);
    expect((await stateOf(actor, personId))?.state).toBe('active');
    await expect(signIn(staffNumber)).resolves.toBeDefined();
    expect(await bed.get(InvitationsService).invite(actor, [personId])).toMatchObject({ invited: 0, skipped: [{ reason: 'active' }] });
  });

  it('invites everybody who can be reached and says who cannot, once', async () => {
    const { actor, unitId } = await someAdmin(bed, 'agency_admin', 'agency');
    for (let count = 0; count < 3; count += 1) await someNewcomer(bed, { organisationId: unitId });
    const mute = await someNewcomer(bed, { organisationId: unitId, email: null });
    expect(await bed.get(InvitationsService).inviteEveryone(actor, { search: '' })).toEqual({ invited: 3, skipped: [], left: 0 });
    expect(await bed.get(InvitationsService).inviteEveryone(actor, { search: '' })).toEqual({ invited: 0, skipped: [], left: 0 });
    expect(await bed.get(InvitationsService).invite(actor, [mute.personId])).toMatchObject({ skipped: [{ reason: 'no_email' }] });
  });

  it('lets nobody in whom the admin may not see, and nobody who may do more than the admin', async () => {
    const { actor, unitId, agencyId } = await someAdmin(bed, 'unit_admin', 'unit');
    const stranger = await someNewcomer(bed);
    await expect(bed.get(InvitationsService).invite(actor, [stranger.personId])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(bed.get(ActivationCodesService).make(actor, [stranger.personId])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const chief = await someNewcomer(bed, { organisationId: unitId, account: true });
    await bed.db.tx((tx) => bed.get(AccessService).grant(tx, chief.personId, 'agency_admin', agencyId));
    expect(await bed.get(ActivationCodesService).make(actor, [chief.personId])).toMatchObject({ codes: [], skipped: [{ reason: 'more_rights' }] });
  });

  it('prints a code that works once with the number, and never a second time', async () => {
    const { actor, unitId } = await someAdmin(bed, 'unit_admin', 'unit');
    const { personId, staffNumber } = await someNewcomer(bed, { organisationId: unitId, email: null });
    const codes = bed.get(ActivationCodesService);
    const [printed] = (await codes.make(actor, [personId])).codes;
    expect(printed).toMatchObject({ fullName: 'Nurhayati, S.Kep., Ns.', number: `•••• ${staffNumber.slice(-4)}`, loginBy: 'number' });
    const [stored] = await bed.db.query<{ hash: string }>('select code_hash as hash from activation_code where person_id = $1', [personId]);
    expect(stored?.hash).toMatch(/^\$argon2id\$/);
    expect(await stateOf(actor, personId)).toMatchObject({ state: 'invited', by: 'code' });
    const typed = (printed?.code ?? '').toLowerCase().replace('-', ' ');
    const { token } = await codes.exchange(staffNumber, typed, someAddress());
    await bed.get(PasswordLinksService).choose(token, goodPassword);
    await expect(signIn(staffNumber)).resolves.toBeDefined();
    await expect(codes.exchange(staffNumber, typed, someAddress())).rejects.toMatchObject({ code: 'CODE_INVALID' });
    expect(await bed.db.query('select 1 from activation_code where person_id = $1 and used_at is not null', [personId])).toHaveLength(1);
  });

  it('takes few wrong tries, answers alike for unknown numbers, and holds seven days', async () => {
    const { actor, unitId } = await someAdmin(bed, 'unit_admin', 'unit');
    const one = await someNewcomer(bed, { organisationId: unitId, email: null });
    const codes = bed.get(ActivationCodesService);
    const [first] = (await codes.make(actor, [one.personId])).codes;
    await expect(codes.exchange('198703142011012999', 'XXXXX-XXXXX', someAddress())).rejects.toMatchObject({ code: 'CODE_INVALID', params: {} });
    for (let wrong = 0; wrong < codeTries; wrong += 1) {
      if (wrong % 5 === 0) bed.clock.advance({ minutes: 16 });
      await expect(codes.exchange(one.staffNumber, 'XXXXX-XXXXX', someAddress())).rejects.toMatchObject({ code: 'CODE_INVALID', params: {} });
    }
    bed.clock.advance({ minutes: 16 });
    await expect(codes.exchange(one.staffNumber, first?.code ?? '', someAddress())).rejects.toMatchObject({ code: 'CODE_INVALID' });
    const [second] = (await codes.make(actor, [one.personId])).codes;
    bed.clock.advance({ days: 7, minutes: 1 });
    await expect(codes.exchange(one.staffNumber, second?.code ?? '', someAddress())).rejects.toMatchObject({ code: 'CODE_INVALID' });
  });

  it('changes an address when its inbox was read, tells the old one, and refuses what somebody else has proved', async () => {
    const { actor, unitId } = await someAdmin(bed, 'learner', 'unit');
    const { personId, email } = await someNewcomer(bed, { organisationId: unitId, account: true });
    const signedIn = (id: string) => new Actor(id, '', '', actor.agencyId, actor.organisationPath, []);
    const owner = signedIn(personId);
    const emails = bed.get(EmailChangesService);
    const next = `baru.${email}`;
    await emails.request(owner, next);
    expect(await bed.db.query('select 1 from person where id = $1 and email = $2', [personId, email])).toHaveLength(1);
    expect(await emails.confirm(await secretTo(bed, next, 'entry.email-change'))).toEqual({ email: next });
    expect(await bed.db.query('select 1 from person where id = $1 and email = $2', [personId, next])).toHaveLength(1);
    expect(await bed.db.query('select 1 from mail where to_address = $1 and kind = $2', [email, 'entry.email-changed'])).toHaveLength(1);
    const other = await someNewcomer(bed, { organisationId: unitId, account: true });
    await emails.request(signedIn(other.personId), next);
    await expect(emails.confirm(await secretTo(bed, next, 'entry.email-change'))).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
  });
});

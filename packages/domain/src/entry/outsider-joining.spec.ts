import { VouchedAddresses } from '../accounts/vouched-addresses.js';
import { PeopleService } from '../people/people.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { somePerson, someStaffNumber } from '../testing/factories.js';
import { signInToken } from '../testing/sign-in.js';
import { EmailChangesService } from './email-changes.service.js';
import { goodPassword, secretTo, someAdmin, someNewcomer } from './entry.factory.js';
import { InvitationsService } from './invitations.service.js';
import { OutsidersService } from './outsiders.service.js';
import { PasswordLinksService } from './password-links.service.js';

const part = () => Math.floor(Math.random() * 0xffff).toString(16);
const someAddress = () => `2001:db8:${part()}:${part()}::1`;

describe('somebody from outside who gets a staff record', () => {
  let bed: DomainBed;

  beforeAll(async () => {
    bed = await DomainBed.open(undefined, { PAMONG_DEMO: '1' });
  });
  afterAll(() => bed.close());

  const mergedInto = async (id: string) => (await bed.db.query<{ id: string | null }>('select merged_into_id as id from person where id = $1', [id]))[0]?.id;
  /** An agency that lets people in, and somebody who has registered with it. */
  async function outsider() {
    const admin = await someAdmin(bed, 'agency_admin', 'agency');
    await bed.get(OutsidersService).setOpen(admin.actor, true);
    const email = `wayan.${Date.now()}.${part()}@unc.example`;
    await bed.get(OutsidersService).request(
      { agencyId: admin.agencyId, email, titleBefore: null, name: 'Wayan Sudarma', titleAfter: null, affiliation: 'Universitas Nusa Cendana', number: null, language: 'id' }, someAddress(),
    );
    await bed.get(PasswordLinksService).choose(await secretTo(bed, email, 'entry.register'), goodPassword);
    const [row] = await bed.db.query<{ id: string }>('select id from person where email = $1', [email]);
    return { admin, email, outsiderId: row?.id ?? '' };
  }
  const staff = (organisationId: string, email: string | null, name = 'I Wayan SUDARMA') => somePerson(bed, { organisationId, name, titleAfter: 'S.Kom.', staffNumber: someStaffNumber(), email });
  const invite = async (admin: Awaited<ReturnType<typeof someAdmin>>, personId: string, email: string) => {
    await bed.get(InvitationsService).invite(admin.actor, [personId]);
    return bed.get(PasswordLinksService).choose(await secretTo(bed, email, 'entry.invite'), 'hujan turun di atap seng');
  };

  it('joins it with the invitation that proves the same address, and signs in with the new password', async () => {
    const { admin, email, outsiderId } = await outsider();
    const staffId = await staff(admin.unitId, email);
    expect(await mergedInto(outsiderId)).toBeNull();
    await invite(admin, staffId, email);
    expect(await mergedInto(outsiderId)).toBe(staffId);
    expect(typeof (await signInToken(bed, { login: email, password: 'hujan turun di atap seng', userAgent: 'test', address: someAddress() }))).toBe('string');
    await expect(signInToken(bed, { login: email, password: goodPassword, userAgent: 'test', address: someAddress() })).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
    // As staff: the certificate prints unit and agency again.
    expect(await bed.get(OutsidersService).affiliationOf(bed.db, staffId)).toBeNull();
    expect(await bed.db.query(`select details ->> 'by' as by from audit_event where action = 'people.merged' and subject_id = $1`, [staffId])).toEqual([{ by: 'proof' }]);
  });

  it('joins it with a change of address that is proved', async () => {
    const { admin, email, outsiderId } = await outsider();
    const staffId = await staff(admin.unitId, `lain.${part()}@nc.example`);
    const { agencyId } = await bed.get(PeopleService).get(bed.db, staffId);
    await bed.get(EmailChangesService).request({ ...admin.actor, personId: staffId, agencyId } as typeof admin.actor, email);
    await bed.get(EmailChangesService).confirm(await secretTo(bed, email, 'entry.email-change'));
    expect(await mergedInto(outsiderId)).toBe(staffId);
  });

  it('joins it when the agency\'s own provider vouches for the address, but not another agency\'s', async () => {
    const { admin, email, outsiderId } = await outsider();
    const elsewhere = await someNewcomer(bed, { name: 'Wayan Sudarma' });
    const tell = async (personId: string) => bed.get(VouchedAddresses).tell({ personId, agencyId: (await bed.get(PeopleService).get(bed.db, personId)).agencyId }, email);
    await tell(elsewhere.personId);
    expect(await mergedInto(outsiderId)).toBeNull();
    const staffId = await staff(admin.unitId, null);
    await tell(staffId);
    await tell(staffId);
    expect(await mergedInto(outsiderId)).toBe(staffId);
  });

  it('does not join by an address that was only typed, nor where two names share an inbox', async () => {
    const { admin, email, outsiderId } = await outsider();
    const typed = await staff(admin.unitId, email);
    await bed.db.tx((tx) => bed.get(PeopleService).setEmail(tx, typed, email));
    expect(await mergedInto(outsiderId)).toBeNull();
    await bed.db.tx((tx) => bed.get(PeopleService).setEmail(tx, typed, null));
    const colleague = await staff(admin.unitId, email, 'Ketut Ariani');
    await invite(admin, colleague, email);
    expect(await mergedInto(outsiderId)).toBeNull();
  });
});

import { PeopleService } from '../people/people.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { signInToken } from '../testing/sign-in.js';
import { goodPassword, secretTo, someAdmin, someNewcomer } from './entry.factory.js';
import { OutsidersService } from './outsiders.service.js';
import { PasswordLinksService } from './password-links.service.js';

const part = () => Math.floor(Math.random() * 0xffff).toString(16);
const someAddress = () => `2001:db8:${part()}:${part()}::1`;

describe('people from outside', () => {
  let bed: DomainBed;

  beforeAll(async () => {
    bed = await DomainBed.open(undefined, { PAMONG_DEMO: '1' });
  });
  afterAll(() => bed.close());

  const given = (agencyId: string, email: string) => ({
    agencyId, email, titleBefore: null, name: 'Wayan Sudarma', titleAfter: 'S.Kom.', affiliation: 'Universitas Nusa Cendana', number: null, language: 'id' as const,
  });
  const openAgency = async () => {
    const admin = await someAdmin(bed, 'agency_admin', 'agency');
    await bed.get(OutsidersService).setOpen(admin.actor, true);
    return admin;
  };
  const newEmail = () => `wayan.${Date.now()}.${part()}@unc.example`;

  it('register with a proved address and live apart in the agency, once however many come', async () => {
    const { agencyId, actor } = await openAgency();
    const outsiders = bed.get(OutsidersService);
    expect((await outsiders.openAgencies()).map((one) => one.id)).toContain(agencyId);
    const [one, two] = [newEmail(), newEmail()];
    for (const email of [one, two]) {
      await outsiders.request(given(agencyId, email), someAddress());
      const token = await secretTo(bed, email, 'entry.register');
      expect(await bed.get(PasswordLinksService).look(token)).toMatchObject({ purpose: 'register', name: 'Wayan Sudarma' });
      await expect(bed.get(PasswordLinksService).choose(token, 'wayan sudarma wayan')).rejects.toMatchObject({ code: 'PASSWORD_PERSONAL' });
      expect(await bed.get(PasswordLinksService).choose(token, goodPassword)).toEqual({ login: email });
    }
    await expect(signInToken(bed, { login: one, password: goodPassword, userAgent: 'test', address: someAddress() })).resolves.toBeDefined();
    const people = await bed.db.query<{ id: string; kind: string; unit: string }>(
      'select p.id, p.employment_kind as kind, p.organisation_id as unit from person p where p.email = any($1::citext[])', [[one, two]],
    );
    expect(people.map((person) => person.kind)).toEqual(['NON_ASN', 'NON_ASN']);
    expect(new Set(people.map((person) => person.unit)).size).toBe(1);
    expect(await outsiders.affiliationOf(bed.db, people[0]?.id ?? '')).toBe('Universitas Nusa Cendana');
    expect((await bed.get(PeopleService).get(bed.db, people[0]?.id ?? '')).agencyId).toBe(actor.agencyId);
  });

  it('are told by letter, not on the screen, when there is an account; staff without one get in with their own record', async () => {
    const { agencyId } = await openAgency();
    const outsiders = bed.get(OutsidersService);
    const known = await someNewcomer(bed, { account: true });
    await outsiders.request(given(agencyId, known.email), someAddress());
    expect(await bed.db.query('select kind from mail where to_address = $1', [known.email])).toEqual([{ kind: 'entry.already-known' }]);
    const staff = await someNewcomer(bed);
    await outsiders.request(given(agencyId, staff.email), someAddress());
    expect(await bed.get(PasswordLinksService).choose(await secretTo(bed, staff.email, 'entry.invite'), goodPassword)).toEqual({ login: staff.staffNumber });
    expect(await bed.db.query('select 1 from person where email = $1', [staff.email])).toHaveLength(1);
  });

  it('find the door closed where nobody opened it, also when it was closed after the letter', async () => {
    const shut = await someAdmin(bed, 'agency_admin', 'agency');
    await expect(bed.get(OutsidersService).request(given(shut.agencyId, newEmail()), someAddress())).rejects.toMatchObject({ code: 'REGISTRATION_CLOSED' });
    const { agencyId, actor } = await openAgency();
    const email = newEmail();
    await bed.get(OutsidersService).request(given(agencyId, email), someAddress());
    await bed.get(OutsidersService).setOpen(actor, false);
    await expect(bed.get(PasswordLinksService).choose(await secretTo(bed, email, 'entry.register'), goodPassword)).rejects.toMatchObject({ code: 'REGISTRATION_CLOSED' });
    const unitAdmin = await someAdmin(bed, 'unit_admin', 'unit');
    await expect(bed.get(OutsidersService).setOpen(unitAdmin.actor, true)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

import { AccessService } from '../access/access.service.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { SessionsService } from '../accounts/sessions.service.js';
import { VerifiedPhones } from '../accounts/verified-phones.js';
import { goodPassword, someAdmin } from '../entry/entry.factory.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson, someStaffNumber } from '../testing/factories.js';
import { signInToken } from '../testing/sign-in.js';
import { LikelySameService } from './likely-same.service.js';
import { MergingService } from './merging.service.js';
import { OrganisationHeadsService } from './organisation-heads.service.js';
import { PeopleChangesService } from './people-changes.service.js';
import type { NewPerson } from './people.service.js';
import { PeopleService } from './people.service.js';
import { PersonMergers } from './person-mergers.js';
import { PersonPageService } from './person-page.service.js';
import { TransfersService } from './transfers.service.js';
import type { OrgScope } from '../organisations/org-scope.js';

describe('two records of one person', () => {
  let bed: DomainBed;
  let merging: MergingService;

  beforeAll(async () => {
    bed = await DomainBed.open();
    merging = bed.get(MergingService);
  });
  afterAll(() => bed.close());

  const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code ?? 'thrown');
  const row = async (id: string) => (await bed.db.query<{ mergedIntoId: string | null; revision: number; email: string | null; birthPlace: string | null }>(
    'select merged_into_id as "mergedIntoId", revision, email::text as email, birth_place as "birthPlace" from person where id = $1', [id],
  ))[0];
  const merge = async (actor: { personId: string; agencyId: string }, keptId: string, goneId: string) =>
    merging.merge(actor, keptId, goneId, { kept: (await row(keptId))?.revision ?? 0, gone: (await row(goneId))?.revision ?? 0 });
  /** A PPPK who became PNS and was imported a second time. */
  async function pair(given: { kept?: Partial<NewPerson>; gone?: Partial<NewPerson> } = {}) {
    const admin = await someAdmin(bed, 'agency_admin', 'agency');
    const civil = someStaffNumber();
    const contract = `${civil.slice(0, 8)}${civil.slice(8, 12)}21${civil.slice(14)}`;
    const keptId = await somePerson(bed, { organisationId: admin.unitId, staffNumber: civil, ...given.kept });
    const goneId = await somePerson(bed, { organisationId: admin.unitId, employmentKind: 'PPPK', staffNumber: contract, birthPlace: 'Kupang', ...given.gone });
    return { admin, keptId, goneId, civil, contract };
  }
  const account = (personId: string, password = goodPassword) =>
    bed.get(AccountsService).hashPassword(password).then((hash) => bed.db.tx((tx) => bed.get(AccountsService).create(tx, personId, hash)));
  const signIn = (login: string, password = goodPassword) => signInToken(bed, { login, password, userAgent: 'test', address: '203.0.113.77' });

  it('every reference to a person, an account or an enrolment is answered for by the feature that keeps it', async () => {
    const rows = await bed.db.query<{ reference: string }>(
      `select c.conrelid::regclass || '.' || a.attname as reference from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
       where c.contype = 'f' and c.confrelid = any(array['person', 'account', 'enrolment']::regclass[]) order by 1`,
    );
    const answered = bed.get(PersonMergers).list().flatMap(({ references }) => [...references.moves, ...references.follows]);
    // A table that is missing here: its feature adds a PersonMerger (docs/interfaces.md, "Merging people") and names the reference in it.
    expect(answered.toSorted()).toEqual(rows.map((one) => one.reference).toSorted());
  });

  it('become one: the number ends, what is empty is filled in, what was before is known, and the rest leads to the one that stays', async () => {
    const { admin, keptId, goneId, civil, contract } = await pair({ gone: { email: 'lama@nc.example' } });
    await bed.db.query(`update person_unit set valid_from = '2022-03-01' where person_id = $1`, [goneId]);
    await bed.db.query(`update person_unit set valid_from = '2026-03-01' where person_id = $1`, [keptId]);
    await bed.db.tx((tx) => bed.get(PeopleService).addContractPeriod(tx, goneId, '2022-03-01', '2027-02-28'));
    const reportId = await somePerson(bed, { organisationId: admin.unitId });
    await bed.db.tx((tx) => bed.get(PeopleService).setSupervisor(tx, reportId, goneId));
    await bed.get(OrganisationHeadsService).add(admin.actor, admin.unitId, { personId: goneId, acting: null, validFrom: '2026-01-01', validUntil: null });
    const preview = await merging.preview(admin.actor, keptId, goneId);
    expect(preview).toMatchObject({ kept: { number: civil }, gone: { number: contract }, conflicts: [] });
    const words = preview.parts.flatMap((part) => part.lines.map((line) => line.words.id)).join('\n');
    for (const said of [`Nomor ${contract} menjadi nomor lama`, 'tempat lahir', 'surel', 'Riwayat unit', '1 masa perjanjian kerja', 'Pimpinan 1 unit', 'Atasan 1 pegawai']) expect(words).toContain(said);

    expect(await merge(admin.actor, keptId, goneId)).toBe(keptId);
    const page = await bed.get(PersonPageService).open(admin.actor, keptId, scope(''));
    expect(page).toMatchObject({ number: { value: civil }, email: 'lama@nc.example', birthPlace: 'Kupang', contractPeriods: [{ startsOn: '2022-03-01' }] });
    expect(page.numbers.map((one) => [one.value, one.until === null])).toEqual([[civil, true], [contract, false]]);
    expect(page.units.map((one) => [one.from, one.until])).toEqual([['2026-03-01', null], ['2022-03-01', '2026-02-28']]);
    // The record that went is a door to the other: by its address, and in no list.
    expect(await bed.get(PersonPageService).open(admin.actor, goneId, scope(''))).toMatchObject({ personId: keptId });
    expect(await bed.get(PersonPageService).placeOf(goneId)).toBeNull();
    expect(await bed.get(PeopleService).search(bed.db, admin.agencyId, 'Nurhayati', 20)).toHaveLength(2);
    expect((await bed.db.query<{ id: string }>('select supervisor_id as id from person where id = $1', [reportId]))[0]?.id).toBe(keptId);
    expect((await bed.get(OrganisationHeadsService).list(bed.db, admin.unitId)).map((head) => head.personId)).toEqual([keptId]);
    expect(await bed.outbox('people.merged', goneId)).toEqual([{ keptId, goneId }]);
    expect(await bed.db.query(`select action from audit_event where subject_id = any($1::uuid[]) and action like 'people.merged%' order by action`, [[keptId, goneId]])).toEqual([{ action: 'people.merged' }, { action: 'people.merged-into' }]);
    expect(await bed.db.query(`select params ->> 'name' as name from inbox_message where person_id = $1 and kind = 'people.merged'`, [keptId])).toEqual([{ name: 'Nurhayati' }]);
  });

  it('keep one account: the other closes with its sessions, and its number and address open the one that stays', async () => {
    const { admin, keptId, goneId, civil, contract } = await pair({ kept: { email: 'baru.akun@nc.example' }, gone: { email: 'lama.akun@nc.example' } });
    await account(keptId);
    await account(goneId, 'kata sandi yang lain sama sekali');
    const token = await signIn(contract, 'kata sandi yang lain sama sekali');
    await merge(admin.actor, keptId, goneId);
    expect(await bed.get(SessionsService).findByToken(token)).toBeNull();
    await expect(signIn(contract, 'kata sandi yang lain sama sekali')).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
    for (const login of [civil, contract, 'baru.akun@nc.example', 'lama.akun@nc.example']) expect(typeof (await signIn(login))).toBe('string');
    // Somebody who uses the address today goes before a record that is no more.
    await account(await somePerson(bed, { email: 'lama.akun@nc.example' }), 'sandi milik orang ketiga');
    await expect(signIn('lama.akun@nc.example')).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
  });

  it('hand the account over, with its password, to a record that has none', async () => {
    const { admin, keptId, goneId, civil } = await pair();
    await account(goneId);
    expect((await merging.preview(admin.actor, keptId, goneId)).parts.find((part) => part.key === 'accounts')?.lines.map((line) => line.effect)).toEqual(['moves']);
    await merge(admin.actor, keptId, goneId);
    expect(typeof (await signIn(civil))).toBe('string');
  });

  it('take roles along within the agency; one that both hold counts once, one at another agency ends', async () => {
    const { admin, keptId, goneId } = await pair();
    const grant = (personId: string, role: 'instructor' | 'unit_admin', at: string) => bed.db.tx((tx) => bed.get(AccessService).grant(tx, personId, role, at));
    await grant(keptId, 'instructor', admin.unitId);
    await grant(goneId, 'instructor', admin.unitId);
    await grant(goneId, 'unit_admin', admin.unitId);
    await merge(admin.actor, keptId, goneId);
    const roles = (personId: string) => bed.db.query('select role, ended_at is null as counts from role_assignment where person_id = $1 order by role, counts', [personId]);
    expect(await roles(keptId)).toEqual([{ role: 'instructor', counts: true }, { role: 'unit_admin', counts: true }]);
    expect(await roles(goneId)).toEqual([{ role: 'instructor', counts: false }]);

    const platform = await someAdmin(bed, 'platform_admin', 'agency');
    await account(platform.personId);
    const there = await someAgency(bed);
    const elsewhereId = await somePerson(bed, { organisationId: there.unitId, employmentKind: 'PPPK', staffNumber: null });
    await grant(elsewhereId, 'instructor', there.unitId);
    await merge(platform.actor, keptId, elsewhereId);
    expect(await roles(elsewhereId)).toEqual([{ role: 'instructor', counts: false }]);
  });

  it('are refused with a reason: the same record, one that has gone, the admin themselves, two NIPs, a transfer, more rights, an old view', async () => {
    const { admin, keptId, goneId } = await pair();
    expect(await code(merge(admin.actor, keptId, keptId))).toBe('MERGE_SAME_PERSON');
    expect(await code(merge(admin.actor, keptId, admin.personId))).toBe('MERGE_YOURSELF');
    const otherId = await somePerson(bed, { organisationId: admin.unitId });
    expect(await code(merge(admin.actor, keptId, otherId))).toBe('MERGE_NUMBERS_DIFFER');
    expect((await merging.preview(admin.actor, keptId, otherId)).conflicts.map((one) => one.code)).toEqual(['MERGE_NUMBERS_DIFFER']);
    const chief = await someAdmin(bed, 'platform_admin', 'agency');
    expect(await code(merge(admin.actor, keptId, chief.personId))).toMatch('MERGE_NUMBERS_DIFFER');
    expect((await merging.preview(admin.actor, keptId, chief.personId)).conflicts.map((one) => one.code)).toContain('PERSON_BEYOND_YOURS');
    expect(await code(merging.merge(admin.actor, keptId, goneId, { kept: 1, gone: 7 }))).toBe('PERSON_CHANGED');
    const to = await someAgency(bed);
    await bed.get(TransfersService).propose(admin.actor, scope(admin.path.split('.')[0] ?? ''), goneId, to.agencyId, { effectiveOn: '2027-01-01', note: '' });
    expect(await code(merge(admin.actor, keptId, goneId))).toBe('MERGE_TRANSFER_OPEN');
    expect((await row(goneId))?.mergedIntoId).toBeNull();
  });

  it('twice is once, also at the same moment; a record cannot go into one that is going', async () => {
    const { admin, keptId, goneId } = await pair();
    const answers = await Promise.all([1, 2, 3].map(() => code(merging.merge(admin.actor, keptId, goneId, { kept: 1, gone: 1 }))));
    expect(answers).toEqual(['done', 'done', 'done']);
    expect(await bed.db.query(`select 1 from audit_event where action = 'people.merged' and subject_id = $1`, [keptId])).toHaveLength(1);
    expect(await code(merge(admin.actor, goneId, keptId))).toBe('PERSON_MERGED');

    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map(() => somePerson(bed, { organisationId: admin.unitId, staffNumber: null })));
    const both = await Promise.all([code(merging.merge(admin.actor, b ?? '', a ?? '', { kept: 1, gone: 1 })), code(merging.merge(admin.actor, c ?? '', b ?? '', { kept: 1, gone: 1 }))]);
    expect(both.toSorted()[1]).toBe('done');
    expect(['PERSON_CHANGED', 'PERSON_MERGED']).toContain(both.toSorted()[0]);
    // Later merges take along what had led to the record that goes.
    const d = await somePerson(bed, { organisationId: admin.unitId, staffNumber: null });
    await merge(admin.actor, d, keptId);
    expect((await row(goneId))?.mergedIntoId).toBe(d);
  });

  it('cannot be changed by whoever still has the old page or an old import open', async () => {
    const { admin, keptId, goneId } = await pair();
    await merge(admin.actor, keptId, goneId);
    const context = { agencyId: admin.agencyId, actor: admin.actor, today: '2026-11-22' };
    const [written] = await bed.db.tx((tx) => bed.get(PeopleChangesService).apply(tx, context, [{ personId: goneId, revision: 1, effectiveOn: '2026-11-22', facts: { name: 'Lain' } }]));
    expect(written?.stale).toBe(true);
    expect(await bed.db.tx((tx) => bed.get(PeopleChangesService).remove(tx, context, [goneId]))).toEqual([]);
    expect((await row(goneId))?.mergedIntoId).toBe(keptId);
  });

  it('are suggested by a number that was one\'s own, and by name and date of birth, to who may change both', async () => {
    const { admin, keptId, goneId } = await pair();
    const foreignId = await somePerson(bed);
    await bed.db.query('update person set birth_date = (select birth_date from person where id = $1) where id = any($2::uuid[])', [keptId, [goneId, foreignId]]);
    const agency = scope(admin.path.split('.')[0] ?? '');
    expect(await bed.get(LikelySameService).list(keptId, agency)).toMatchObject([{ personId: goneId, signs: ['name_and_birth'] }]);
    expect(await bed.get(LikelySameService).list(keptId, scope(''))).toHaveLength(2);
    await merge(admin.actor, keptId, goneId);
    expect(await bed.get(LikelySameService).list(keptId, agency)).toEqual([]);
    // A mobile number that one of them has proved and the other's agency has written in its own way.
    const mobile = String(Date.now()).slice(-9);
    const provedId = await somePerson(bed, { organisationId: admin.unitId, name: 'Ketut', staffNumber: null });
    await bed.db.tx((tx) => bed.get(VerifiedPhones).insert(tx, provedId, `+628${mobile}`));
    await bed.db.query('update person set phone = $2 where id = $1', [keptId, `08${mobile}`]);
    expect(await bed.get(LikelySameService).list(keptId, agency)).toMatchObject([{ personId: provedId, signs: ['phone'] }]);
    expect(await bed.get(LikelySameService).list(provedId, agency)).toMatchObject([{ personId: keptId, signs: ['phone'] }]);
  });
});

function scope(path: string): OrgScope {
  return { paths: [path] } as unknown as OrgScope;
}

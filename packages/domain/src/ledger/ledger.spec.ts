import { Actor } from '../access/actor.js';
import { completedEnrolment } from '../certificates/certificates.factory.js';
import type { CompletedGiven } from '../certificates/certificates.factory.js';
import { CertificatesService } from '../certificates/certificates.service.js';
import { PeopleChangesService } from '../people/people-changes.service.js';
import { PeopleService } from '../people/people.service.js';
import { DomainBed } from '../testing/domain-bed.js';
import { someAgency, somePerson } from '../testing/factories.js';
import { LedgerService } from './ledger.service.js';

let bed: DomainBed;
let ledger: LedgerService;

beforeAll(async () => {
  bed = await DomainBed.open();
  ledger = bed.get(LedgerService);
});
afterAll(() => bed.close());

const NEXT_YEAR = { from: '2026-03-01', until: '2027-02-28' };

async function certified(given: CompletedGiven = {}): Promise<{ personId: string; certificateId: string }> {
  const { enrolmentId, personId } = await completedEnrolment(bed, given);
  const { id } = await bed.get(CertificatesService).issue(enrolmentId);
  return { personId, certificateId: id };
}

const opening = (personId: string, jp: number, evidence: string, day = '2026-05-04') =>
  bed.db.tx((tx) => ledger.recordOpening(tx, { personId, day, title: 'Pelatihan lain', jp, minutes: jp * 45, siasnKind: 3, evidence }));

test('an issued certificate is one line, however often the event comes', async () => {
  const { personId, certificateId } = await certified();
  await Promise.all([1, 2, 3].map(() => ledger.recordCertificate(certificateId)));
  const { items, total } = await ledger.listOwn(personId, 1, 10);
  expect({ total, line: items[0] }).toMatchObject({ total: 1, line: { kind: 'course', jp: 4, minutes: 180, certificateId, siasnKind: 16, ruleVersion: 'jp-45-down-1' } });
  expect(await ledger.standing(personId)).toMatchObject({ rule: 'minimum', target: 20, recorded: 4, counted: 4 });
});

test('a revocation takes the hours back with a line of its own, after the first line only', async () => {
  const { personId, certificateId } = await certified();
  await expect(ledger.reverseCertificate(certificateId)).rejects.toThrow('not in the ledger yet');
  await ledger.recordCertificate(certificateId);
  await ledger.reverseCertificate(certificateId);
  await ledger.reverseCertificate(certificateId);
  expect((await ledger.listOwn(personId, 1, 10)).items.map(({ kind, jp }) => [kind, jp]).sort()).toEqual([['course', 4], ['reversal', -4]]);
  expect((await ledger.standing(personId)).recorded).toBe(0);
});

test('the database itself refuses to change or remove a line', async () => {
  const { personId, certificateId } = await certified();
  await ledger.recordCertificate(certificateId);
  await expect(bed.db.query('update ledger_entry set jp = 40 where person_id = $1', [personId])).rejects.toThrow('permission denied');
  await expect(bed.db.query('delete from ledger_entry where person_id = $1', [personId])).rejects.toThrow('permission denied');
});

test('a PPPK counts at most 24 hours in the contract year; all are recorded', async () => {
  bed.clock.set('2026-11-23T02:00:00Z');
  const personId = await somePerson(bed, { employmentKind: 'PPPK', staffNumber: null });
  await bed.db.tx((tx) => bed.get(PeopleService).addContractPeriod(tx, personId, NEXT_YEAR.from, NEXT_YEAR.until));
  await opening(personId, 26, 'a');
  await opening(personId, 8, 'before the contract year', '2026-02-27');
  expect(await ledger.standing(personId)).toEqual({ rule: 'ceiling', target: 24, recorded: 26, counted: 24, period: { kind: 'contract_year', ...NEXT_YEAR } });
});

test('hours brought along count once, and learning below 45 minutes is kept without hours', async () => {
  const { personId, certificateId } = await certified({ minutes: [30] });
  await ledger.recordCertificate(certificateId);
  await opening(personId, 12, 'e-1');
  await opening(personId, 12, 'e-1');
  expect((await ledger.standing(personId)).recorded).toBe(12);
  expect((await ledger.listOwn(personId, 1, 10)).items).toContainEqual(expect.objectContaining({ kind: 'course', jp: 0, minutes: 30 }));
});

test('an agency may set a rule of its own from a day on', async () => {
  const agency = await someAgency(bed);
  const personId = await somePerson(bed, { organisationId: agency.unitId });
  await bed.db.query(`insert into jp_rule (id, agency_id, employment_kind, rule, target, valid_from) values (uuidv7(), $1, 'PNS', 'minimum', 30, '2026-01-01')`, [agency.agencyId]);
  expect(await ledger.standing(personId)).toMatchObject({ target: 30 });
  bed.clock.set('2025-11-23T02:00:00Z');
  expect(await ledger.standing(personId)).toMatchObject({ target: 20 });
  bed.clock.set('2026-11-23T02:00:00Z');
});

test('a supervisor sees their own people only', async () => {
  const agency = await someAgency(bed);
  const boss = await somePerson(bed, { organisationId: agency.unitId });
  const subordinate = await somePerson(bed, { organisationId: agency.unitId, name: 'Budi Santoso', titleAfter: null });
  await somePerson(bed, { organisationId: agency.unitId });
  await bed.db.tx((tx) => bed.get(PeopleService).setSupervisor(tx, subordinate, boss));
  await opening(subordinate, 6, 'x');
  const team = await ledger.team(boss);
  expect(team).toMatchObject([{ name: 'Budi Santoso', unit: 'Dinas Kesehatan', counts: true, standing: { recorded: 6 }, lastDay: '2026-05-04' }]);
  expect(new Actor(boss, boss, boss, boss, agency.path, [{ role: 'supervisor', path: agency.path }]).permissions()).toEqual(['team.read']);
});

test('a team of any size takes two statements; whoever studies has no target, whoever left is gone from the list', async () => {
  const agency = await someAgency(bed);
  const boss = await somePerson(bed, { organisationId: agency.unitId });
  const people: string[] = [];
  for (const name of ['Anisa', 'Bayu', 'Citra', 'Dewi']) people.push(await somePerson(bed, { organisationId: agency.unitId, name, titleAfter: null, employmentKind: name === 'Dewi' ? 'PPPK' : 'PNS' }));
  const [anisa = '', bayu = '', citra = '', dewi = ''] = people;
  const changes = bed.get(PeopleChangesService);
  const context = { agencyId: agency.agencyId, today: '2026-11-23' };
  await bed.db.tx(async (tx) => {
    for (const id of people) await bed.get(PeopleService).setSupervisor(tx, id, boss);
    await bed.get(PeopleService).addContractPeriod(tx, dewi, '2026-03-01', '2027-02-28');
    const write = (personId: string, status: 'study_assignment' | 'retired') => ({ personId, revision: 1, effectiveOn: '2026-11-01', facts: { status } });
    await changes.apply(tx, context, [write(bayu, 'study_assignment'), write(citra, 'retired')]);
  });
  await opening(anisa, 6, 'a');
  await opening(bayu, 3, 'b');
  await opening(dewi, 2, 'c', '2026-02-27');
  const query = jest.spyOn(bed.db, 'query');
  const team = await ledger.team(boss);
  expect(query).toHaveBeenCalledTimes(2);
  query.mockRestore();
  expect(team).toMatchObject([
    { name: 'Anisa', counts: true, standing: { rule: 'minimum', target: 20, recorded: 6 } },
    { name: 'Bayu', counts: false, status: 'study_assignment', standing: { rule: 'none', recorded: 3 } },
    { name: 'Dewi', counts: true, standing: { rule: 'ceiling', recorded: 0, period: { kind: 'contract_year', from: '2026-03-01' } }, lastDay: null },
  ]);
  expect(await ledger.standing(bayu)).toMatchObject({ rule: 'none', recorded: 3 });
});

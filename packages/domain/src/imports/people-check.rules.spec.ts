import type { SheetCell } from '@pamong/platform/spreadsheet/sheet';
import type { StoredPerson } from '../people/person-facts.js';
import { faultCodes, faultSentence } from './fault-sentences.rules.js';
import type { PeopleContext } from './people-check.rules.js';
import { checkPeople } from './people-check.rules.js';
import { readPersonRow } from './people-row.rules.js';
import type { IndexedUnit } from './unit-index.js';
import { UnitIndex } from './unit-index.js';

const unit = (id: string, parentId: string | null, name: string, more: Partial<IndexedUnit> = {}): IndexedUnit => ({
  id, parentId, name, shortName: name, code: null, unitKind: null, timeZone: 'Asia/Makassar', path: parentId === null ? id : `kota.${id}`, closed: false, revision: 1, ...more,
});
const units = new UnitIndex([
  unit('kota', null, 'Pemerintah Kota'), unit('dinkes', 'kota', 'Dinas Kesehatan', { code: 'D1' }), unit('dinsos', 'kota', 'Dinas Sosial'), unit('lama', 'kota', 'Dinas Lama', { closed: true }),
  unit('s1', 'dinkes', 'Sekretariat', { path: 'kota.dinkes.s1' }), unit('s2', 'dinsos', 'Sekretariat', { path: 'kota.dinsos.s2' }),
]);

const A = '198703142011012903';
const B = '199011052019031907';
const C = '198502022010011001';
const pppk = '199205172024212911';

const stored = (personId: string, staffNumber: string | null, more: Partial<StoredPerson> = {}): StoredPerson => ({
  personId, staffNumber, agencyId: 'kota', revision: 1, titleBefore: null, name: `Nama ${personId}`, titleAfter: null, sex: null, birthPlace: null, birthDate: null, employmentKind: 'PNS',
  rankCode: 'III/c', postKind: null, postName: null, organisationId: 'dinkes', email: null, phone: null, timeZone: 'Asia/Makassar', status: 'active', statusUntil: null, statusNote: null,
  supervisorId: null, supervisorUntil: null, contractStartsOn: null, contractEndsOn: null, ...more,
});

const columns = ['nip', 'previousNumber', 'name', 'kind', 'rank', 'unitCode', 'unit', 'supervisorNumber', 'email', 'birthDate', 'phone', 'sex', 'status', 'timeZone', 'postKind', 'contractStart', 'contractEnd', 'titleAfter', 'statusUntil'] as const;
type Row = Partial<Record<(typeof columns)[number], string | SheetCell>>;
const mapping = Object.fromEntries(columns.map((column, index) => [column, index]));
const cell = (value: string | SheetCell | undefined): SheetCell | undefined => (typeof value === 'string' ? { text: value, kind: 'text' } : value);

function check(rows: Row[], people: StoredPerson[] = [], more: Partial<PeopleContext> = {}) {
  const drafts = rows.map((row, index) => readPersonRow(index + 2, columns.map((column) => cell(row[column])), mapping, 2026));
  return checkPeople(drafts, {
    agencyId: 'kota', placePath: 'kota', today: '2026-11-22', units,
    byNumber: new Map(people.flatMap((person) => (person.staffNumber === null ? [] : [[person.staffNumber, person] as const]))),
    byEmail: Map.groupBy(people.filter(({ email }) => email !== null), ({ email }) => email ?? ''),
    supervisorOf: new Map(people.flatMap(({ personId, supervisorId }) => (supervisorId === null ? [] : [[personId, supervisorId] as const]))),
    nameOf: (id) => `Nama ${id}`,
    ...more,
  });
}

const good: Row = { nip: A, name: 'Nurhayati', unit: 'Dinas Kesehatan' };
const number = (text: string): SheetCell => ({ text, kind: 'number' });

describe('a fault in a row', () => {
  test.each<[string, Row]>([
    ['nip NUMBER_BY_EXCEL', { ...good, nip: '1,98609E+17' }],
    ['nip NUMBER_BY_EXCEL', { ...good, nip: '1.98609E+17' }],
    ['nip NUMBER_BY_EXCEL', { ...good, nip: number('198703142011012000') }],
    ['nip NUMBER_SEQUENCE', { ...good, nip: '198703142011012000' }],
    ['nip NUMBER_BIRTH_DATE', { ...good, nip: '198702302011011901' }],
    ['nip NUMBER_LENGTH', { ...good, nip: '19870314201101290' }],
    ['nip NUMBER_MONTH', { ...good, nip: '198703142011003901' }],
    ['nip NUMBER_SEX', { ...good, nip: '198703142011013903' }],
    ['nip NUMBER_AGE', { ...good, nip: '201203142011012903' }],
    ['nip NUMBER_MISSING', { ...good, nip: '' }],
    ['nip ADDRESS_MISSING', { ...good, nip: '', kind: 'Non-ASN' }],
    ['nip NUMBER_OF_OTHER_KIND', { ...good, kind: 'PPPK' }],
    ['previousNumber PREVIOUS_UNKNOWN', { ...good, previousNumber: B }],
    ['name REQUIRED', { ...good, name: '' }],
    ['name TOO_LONG', { ...good, name: 'a'.repeat(201) }],
    ['kind KIND_UNKNOWN', { ...good, kind: 'Magang' }],
    ['rank RANK_UNREADABLE', { ...good, rank: 'tinggi' }],
    ['rank RANK_UNKNOWN', { ...good, rank: 'IX' }],
    ['postKind POST_KIND_UNKNOWN', { ...good, postKind: 'Struktural' }],
    ['unit UNIT_MISSING', { ...good, unit: '' }],
    ['unit UNIT_UNKNOWN', { ...good, unit: 'Dinas Kesehatann' }],
    ['unitCode UNIT_UNKNOWN', { ...good, unitCode: 'D9' }],
    ['unit UNIT_AMBIGUOUS', { ...good, unit: 'Sekretariat' }],
    ['unit UNIT_CLOSED', { ...good, unit: 'Dinas Lama' }],
    ['supervisorNumber SUPERVISOR_UNKNOWN', { ...good, supervisorNumber: B }],
    ['supervisorNumber SUPERVISOR_SELF', { ...good, supervisorNumber: A }],
    ['supervisorNumber NUMBER_BY_EXCEL', { ...good, supervisorNumber: '1,98E+17' }],
    ['email NOT_A_MAIL_ADDRESS', { ...good, email: 'nurhayati' }],
    ['birthDate DAY_UNKNOWN', { ...good, birthDate: '30-02-1987' }],
    ['birthDate DAY_UNREADABLE', { ...good, birthDate: '14-03-87' }],
    ['birthDate DAY_IN_FUTURE', { ...good, birthDate: '14-03-2087' }],
    ['phone NOT_A_PHONE', { ...good, phone: 'tidak ada' }],
    ['sex SEX_UNKNOWN', { ...good, sex: 'X' }],
    ['status STATUS_UNKNOWN', { ...good, status: 'Bolos' }],
    ['timeZone ZONE_UNKNOWN', { ...good, timeZone: 'GMT' }],
    ['contractEnd ENDS_BEFORE_START', { ...good, contractStart: '01-02-2026', contractEnd: '01-01-2026' }],
    ['contractEnd REQUIRED', { ...good, contractStart: '01-02-2026' }],
    ['titleAfter CELL_MERGED', { ...good, titleAfter: { text: '', kind: 'text', merged: true } }],
    ['titleAfter CELL_ERROR', { ...good, titleAfter: { text: '#REF!', kind: 'error' } }],
    ['titleAfter CONTROL_CHARACTER', { ...good, titleAfter: 'S.\u0007Kom.' }],
  ])('%s is found alone and has sentences', async (expected, row) => {
    const [checked] = await check([row]);
    expect(checked?.faults.map(({ column, code }) => `${column} ${code}`)).toEqual([expected]);
    expect(checked?.verdict).toBe('error');
    for (const fault of checked?.faults ?? []) {
      expect(faultCodes).toContain(fault.code);
      for (const language of ['id', 'en'] as const) expect(Object.values(faultSentence(fault, language)).join(' ')).not.toMatch(/[{}*]|undefined/);
    }
  });

  test('an unknown unit comes with the nearest', async () => {
    const [checked] = await check([{ ...good, unit: 'Dnias Kesehatan' }]);
    expect(checked?.faults[0] && faultSentence(checked.faults[0], 'id').reason).toBe('Unit kerja ini tidak ada. Mungkin yang dimaksud: Dinas Kesehatan.');
  });

  test('somebody of another agency keeps their number', async () => {
    expect((await check([good], [stored('x', A, { agencyId: 'lain' })]))[0]?.faults[0]?.code).toBe('NUMBER_ELSEWHERE');
  });

  test('rows that name one person or address twice point to the first', async () => {
    const rows = await check([{ ...good, email: 'a@b.id' }, good, { nip: B, name: 'Budi', unit: 'Dinas Sosial', email: 'A@b.id' }]);
    expect(rows.map(({ faults }) => faults.map(({ column, code, params }) => [column, code, params?.['row']]))).toEqual([[], [['nip', 'TWICE_IN_FILE', 2]], [['email', 'TWICE_IN_FILE', 2]]]);
  });

  test('an address of somebody else is refused', async () => {
    expect((await check([{ ...good, email: 'a@b.id' }], [stored('x', B, { email: 'a@b.id' })]))[0]?.faults[0]?.code).toBe('ADDRESS_TAKEN');
  });
});

describe('supervisors', () => {
  const row = (nip: string, name: string, supervisorNumber = ''): Row => ({ nip, name, unit: 'Dinas Kesehatan', supervisorNumber });

  test('may stand further below in the file, and are written first', async () => {
    const rows = await check([row(A, 'Anak', B), row(B, 'Bapak', C), row(C, 'Cucu')]);
    expect(rows.map(({ verdict, position }) => [verdict, position])).toEqual([['new', 2], ['new', 1], ['new', 0]]);
    expect(rows[0]?.data).toMatchObject({ supervisorId: rows[1]?.subjectId });
  });

  test('that go round are shown as a path, also through people who are not in the file', async () => {
    const rows = await check([row(A, 'Ani', B), row(C, 'Candra', A)], [stored('b', B, { supervisorId: 'c' }), stored('c', C)]);
    expect(rows[0]?.faults[0]).toMatchObject({ code: 'SUPERVISOR_LOOP', params: { path: 'Ani → Nama b → Candra → Ani' } });
    expect(rows[1]?.verdict).toBe('error');
  });

  test('whose own row cannot be written take their people with them', async () => {
    const rows = await check([row(A, 'Ani', B), row(B, '', C), row(C, 'Candra')]);
    expect(rows.map(({ faults }) => faults[0]?.code)).toEqual(['SUPERVISOR_ROW_FAULTY', 'REQUIRED', undefined]);
    expect((await check([row(A, 'Ani', B), { ...row(B, 'Budi'), rank: '?' }], [stored('b', B)])).map(({ verdict }) => verdict)).toEqual(['new', 'error']);
  });

  test('that the tree gives already are no change', async () => {
    const people = [stored('a', A, { name: 'Nurhayati', sex: 'female', birthDate: '1987-03-14' }), stored('b', B)];
    expect((await check([{ ...good, supervisorNumber: B }], people, { supervisorOf: new Map([['a', 'b']]) }))[0]?.verdict).toBe('same');
  });
});

test('blank cells change nothing, a dash empties, and the rest is compared field by field', async () => {
  const people = [stored('a', A, { name: 'Nurhayati', titleAfter: 'S.Kep.', email: 'a@b.id', sex: 'female', birthDate: '1987-03-14' })];
  expect((await check([good], people))[0]).toMatchObject({ verdict: 'same', subjectId: 'a', cells: null });
  const [changed] = await check([{ ...good, email: '-', rank: 'III/d', unit: 'Dinas Sosial / Sekretariat', birthDate: { text: '31850', kind: 'number' } }], people);
  expect(changed?.changes).toEqual([
    { column: 'birthDate', before: '14-03-1987', after: '14-03-1987' },
    { column: 'rank', before: 'III/c', after: 'III/d' },
    { column: 'unit', before: 'Dinas Kesehatan', after: 'Sekretariat' },
    { column: 'email', before: 'a@b.id', after: null },
  ].filter(({ before, after }) => before !== after));
});

describe('what is worth a second look', () => {
  const warned = async (row: Row, people: StoredPerson[] = []) => {
    const [checked] = await check([row], people);
    return [checked?.verdict, ...(checked?.warnings ?? []).map((warning) => `${warning.column} ${warning.code} ${warning.value}: ${faultSentence(warning, 'id').reason}`)];
  };

  test.each<[string, Row]>([
    ['birthDate BIRTH_DATE_DIFFERS 15-03-1987: Tanggal lahir berbeda dari yang ada dalam nomor, yaitu 14-03-1987.', { ...good, birthDate: '15-03-1987' }],
    ['sex SEX_DIFFERS L: Jenis kelamin berbeda dari yang ada dalam nomor, yaitu P.', { ...good, sex: 'Laki-laki' }],
    ['nip APPOINTED_IN_FUTURE 199203142027012903: Menurut nomor ini, pengangkatannya pada tahun 2027 belum tiba.', { ...good, nip: '199203142027012903' }],
  ])('does not stop the row: %s', async (expected, row) => {
    expect(await warned(row)).toEqual(['new', expected]);
  });

  test('is told of rows that change other things or nothing, as long as it stands', async () => {
    const people = [stored('a', A, { name: 'Nurhayati', sex: 'male', birthDate: '1987-03-14' })];
    expect((await warned(good, people)).map((text) => text?.split(':')[0])).toEqual(['same', 'sex SEX_DIFFERS L']);
    expect((await warned({ ...good, rank: 'III/d' }, people))[0]).toBe('changed');
    expect(await warned({ ...good, sex: 'P' }, people)).toEqual(['changed']);
  });

  test('waits until what is wrong is put right, and has sentences in both languages', async () => {
    expect(await warned({ ...good, sex: 'L', rank: 'tinggi' })).toEqual(['error']);
    for (const code of ['BIRTH_DATE_DIFFERS', 'SEX_DIFFERS', 'APPOINTED_IN_FUTURE']) expect(faultCodes).toContain(code);
  });
});

test('a new number finds the person by the old one', async () => {
  const people = [stored('p', pppk, { employmentKind: 'PPPK', rankCode: 'IX' })];
  const [row] = await check([{ nip: '199205172026012911', previousNumber: pppk, name: 'Nama p', kind: 'CPNS', rank: 'III/a' }], people);
  expect(row).toMatchObject({ verdict: 'changed', subjectId: 'p', revisionSeen: 1 });
});

test("a unit's admin touches only what lies below the unit", async () => {
  const rows = await check([good, { nip: B, name: 'Budi', unit: 'Dinas Sosial' }, { nip: C, name: 'Nama c' }], [stored('c', C, { organisationId: 'dinsos' })], { placePath: 'kota.dinkes' });
  expect(rows.map(({ faults }) => faults[0]?.code)).toEqual([undefined, 'UNIT_OUTSIDE', 'PERSON_OUTSIDE']);
});

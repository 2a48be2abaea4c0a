import { normaliseStaffNumber, parseStaffNumber } from '@pamong/contract/staff-number';
import type { SheetCell } from '@pamong/platform/spreadsheet/sheet';
import type { PersonFacts } from '../people/person-facts.js';
import type { EmploymentKind } from '../people/person.entity.js';
import type { PersonStatus } from '../people/person-status.entity.js';
import { kindWords, postKindWords, sexWords, statusWords, zoneWords } from '../people/people-sheet.rules.js';
import { normalisePhone } from '../people/person.rules.js';
import { lostDigits, readDay, readRank, readWord, wordTable } from './cell-values.rules.js';
import type { RowFault } from './import-row.entity.js';
import type { Mapping } from './mapping.rules.js';

/** What a row says by itself, before anybody looks at the database. */
export interface PersonDraft {
  readonly row: number;
  readonly cells: readonly string[];
  readonly label: string;
  readonly staffNumber: string | null;
  readonly previousNumber: string | null;
  readonly unitCode: string | null;
  readonly unit: string | null;
  /** Null where the cell is blank; `-` gives the supervisor back to the tree. */
  readonly supervisorNumber: string | null;
  /** Only what is to be written: blank cells are absent. */
  readonly facts: Partial<PersonFacts>;
  readonly faults: readonly RowFault[];
}

const kinds = wordTable<EmploymentKind>(kindWords, {
  p3k: 'PPPK', pppkpenuhwaktu: 'PPPK', pppkpw: 'PPPK_PART_TIME', p3kparuhwaktu: 'PPPK_PART_TIME', pegawainegerisipil: 'PNS', calonpns: 'CPNS',
  nonasn: 'NON_ASN', honorer: 'NON_ASN', pppkparttime: 'PPPK_PART_TIME', nonpns: 'NON_ASN',
});
const postKinds = wordTable<string>(postKindWords, {
  jptutama: 'JPT_UTAMA', jptmadya: 'JPT_MADYA', jptpratama: 'JPT_PRATAMA', fungsionaltertentu: 'FUNGSIONAL', jft: 'FUNGSIONAL', jf: 'FUNGSIONAL',
  jabatanfungsional: 'FUNGSIONAL', jfu: 'PELAKSANA', fungsionalumum: 'PELAKSANA', jabatanfungsionalumum: 'PELAKSANA', jabatanpelaksana: 'PELAKSANA',
});
const statuses = wordTable<PersonStatus>(statusWords, {
  tb: 'study_assignment', cutidiluartanggungannegara: 'unpaid_leave', mutasikeluar: 'transferred', meninggal: 'deceased', meninggaldunia: 'deceased', bup: 'retired',
});
const sexes = wordTable<'male' | 'female'>(sexWords, {
  lakilaki: 'male', laki: 'male', pria: 'male', m: 'male', 1: 'male', perempuan: 'female', wanita: 'female', f: 'female', w: 'female', 2: 'female',
});
const zones = wordTable<string>(zoneWords, { asiajakarta: 'Asia/Jakarta', asiapontianak: 'Asia/Jakarta', asiamakassar: 'Asia/Makassar', asiajayapura: 'Asia/Jayapura' });

const texts = { titleBefore: 'titleBefore', name: 'name', titleAfter: 'titleAfter', post: 'postName', birthPlace: 'birthPlace', email: 'email' } as const;
const days = { birthDate: 'birthDate', statusUntil: 'statusUntil', supervisorUntil: 'supervisorUntil', contractStart: 'contractStartsOn', contractEnd: 'contractEndsOn' } as const;

/** Reads one row of the people's sheet. @param year the current one, for the rules of numbers */
export function readPersonRow(row: number, cells: readonly (SheetCell | undefined)[], mapping: Mapping, year: number): PersonDraft {
  const faults: RowFault[] = [];
  const facts: { -readonly [F in keyof PersonFacts]?: PersonFacts[F] } = {};
  const fault = (column: string, code: string, value: string) => void faults.push({ column, code, value: value.slice(0, 120) });
  const read = (column: string): SheetCell | null => {
    const index = mapping[column];
    const cell = index === undefined ? undefined : cells[index];
    if (cell?.merged === true) fault(column, 'CELL_MERGED', '');
    if (cell === undefined || cell.text === '') return null;
    if (cell.kind !== 'error') return cell;
    fault(column, 'CELL_ERROR', cell.text);
    return null;
  };
  const number = (column: string): string | null => {
    const cell = read(column);
    if (cell === null || cell.text === '-') return cell?.text ?? null;
    if (lostDigits(cell)) {
      fault(column, 'NUMBER_BY_EXCEL', cell.text);
      return null;
    }
    const digits = normaliseStaffNumber(cell.text.replace(/^[']/, ''));
    const parsed = parseStaffNumber(digits, year);
    if ('fault' in parsed) fault(column, `NUMBER_${parsed.fault}`, cell.text);
    return 'fault' in parsed ? null : digits;
  };
  const word = <Value extends string>(column: string, words: Readonly<Record<string, Value>>, code: string): Value | undefined => {
    const cell = read(column);
    const value = cell === null ? undefined : (readWord(words, cell.text) ?? undefined);
    if (cell !== null && value === undefined && cell.text !== '-') fault(column, code, cell.text);
    return value;
  };

  const staffNumber = number('nip');
  const previousNumber = number('previousNumber');
  const supervisorNumber = number('supervisorNumber');
  for (const [column, field] of Object.entries(texts) as [keyof typeof texts, (typeof texts)[keyof typeof texts]][]) {
    const text = read(column)?.text;
    if (text !== undefined && field === 'name') facts.name = text === '-' ? '' : text;
    else if (text !== undefined) Object.assign(facts, { [field]: text === '-' ? null : text });
  }
  for (const [column, field] of Object.entries(days)) {
    const cell = read(column);
    if (cell === null) continue;
    const day = cell.text === '-' ? null : readDay(cell);
    if (day === null || typeof day === 'string') Object.assign(facts, { [field]: day });
    else fault(column, day.fault, cell.text);
  }
  const phone = read('phone');
  if (phone !== null) facts.phone = phone.text === '-' ? null : readPhone(phone);
  const rank = read('rank');
  if (rank !== null) {
    const code = rank.text === '-' ? null : readRank(rank.text);
    if (code === null && rank.text !== '-') fault('rank', 'RANK_UNREADABLE', rank.text);
    else facts.rankCode = code;
  }
  assignKnown(facts, {
    employmentKind: word('kind', kinds, 'KIND_UNKNOWN'), postKind: word('postKind', postKinds, 'POST_KIND_UNKNOWN'), sex: word('sex', sexes, 'SEX_UNKNOWN'),
    timeZone: word('timeZone', zones, 'ZONE_UNKNOWN'), status: word('status', statuses, 'STATUS_UNKNOWN'),
  });
  if (supervisorNumber === '-') facts.supervisorId = null;
  const unread = (column: string) => (mapping[column] === undefined ? '' : (cells[mapping[column]]?.text ?? ''));
  return {
    row, cells: Array.from(cells, (cell) => cell?.text ?? ''), facts, faults,
    label: [unread('name'), unread('nip')].filter((text) => text !== '').join(' · ').slice(0, 200),
    staffNumber: staffNumber === '-' ? null : staffNumber,
    previousNumber: previousNumber === '-' ? null : previousNumber,
    supervisorNumber: supervisorNumber === '-' ? null : supervisorNumber,
    unitCode: read('unitCode')?.text ?? null,
    unit: read('unit')?.text ?? null,
  };
}

/** A spreadsheet that took a telephone number for an amount has dropped its leading zero. */
function readPhone(cell: SheetCell): string {
  const digits = normalisePhone(cell.text.replace(/^'/, ''));
  return cell.kind === 'number' && /^8\d{8,11}$/.test(digits) ? `0${digits}` : digits;
}

function assignKnown(facts: Partial<PersonFacts>, found: Readonly<Record<string, string | undefined>>): void {
  for (const [field, value] of Object.entries(found)) if (value !== undefined) Object.assign(facts, { [field]: value });
}

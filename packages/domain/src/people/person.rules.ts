import { parseStaffNumber, staffNumberWarnings } from '@pamong/contract/staff-number';
import type { StaffNumberFault, StaffNumberWarning } from '@pamong/contract/staff-number';
import { isCalendarDay } from '@pamong/platform/clock/days';
import type { PersonFacts } from './person-facts.js';
import type { EmploymentKind } from './person.entity.js';
import type { PersonStatus } from './person-status.entity.js';

export const employmentKinds: readonly EmploymentKind[] = ['PNS', 'CPNS', 'PPPK', 'PPPK_PART_TIME', 'NON_ASN'];

export const personStatuses: readonly PersonStatus[] = ['active', 'study_assignment', 'unpaid_leave', 'leave', 'transferred', 'retired', 'deceased'];

/** Statuses of people who are not there any more: they supervise and administer nothing. */
export const leftStatuses: readonly PersonStatus[] = ['transferred', 'retired', 'deceased'];

/** Kinds of posts of UU 20/2023 (asn.md 1.7): managerial from JPT to pengawas, then the others. */
export const postKinds = ['JPT_UTAMA', 'JPT_MADYA', 'JPT_PRATAMA', 'ADMINISTRATOR', 'PENGAWAS', 'FUNGSIONAL', 'PELAKSANA'] as const;

/** Pangkat of each golongan of PNS (asn.md 1.6). */
const civilRanks: Readonly<Record<string, string>> = {
  'I/a': 'Juru Muda', 'I/b': 'Juru Muda Tingkat I', 'I/c': 'Juru', 'I/d': 'Juru Tingkat I',
  'II/a': 'Pengatur Muda', 'II/b': 'Pengatur Muda Tingkat I', 'II/c': 'Pengatur', 'II/d': 'Pengatur Tingkat I',
  'III/a': 'Penata Muda', 'III/b': 'Penata Muda Tingkat I', 'III/c': 'Penata', 'III/d': 'Penata Tingkat I',
  'IV/a': 'Pembina', 'IV/b': 'Pembina Tingkat I', 'IV/c': 'Pembina Utama Muda', 'IV/d': 'Pembina Utama Madya', 'IV/e': 'Pembina Utama',
};

const contractRanks = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII'] as const;

const isContract = (kind: EmploymentKind): boolean => kind === 'PPPK' || kind === 'PPPK_PART_TIME';

/** The golongan that a kind of staff can have; none for who is not ASN. */
export function ranksOf(kind: EmploymentKind): readonly string[] {
  if (isContract(kind)) return contractRanks;
  return kind === 'NON_ASN' ? [] : Object.keys(civilRanks);
}

/** Pangkat of a golongan; PPPK have none. */
export function rankNameOf(kind: EmploymentKind, code: string | null): string | null {
  return code === null || isContract(kind) ? null : (civilRanks[code] ?? null);
}

/**
 * Do targets, reminders and compliance count a person of this status? Who studies, is away for long, or has left keeps all
 * hours but is owed and asked none.
 */
export function countsForTargets(status: PersonStatus): boolean {
  return status === 'active';
}

export type PersonField = keyof PersonFacts;
export type PersonFault =
  | 'REQUIRED' | 'TOO_LONG' | 'CONTROL_CHARACTER' | 'DAY_UNKNOWN' | 'DAY_IN_FUTURE' | 'NOT_A_MAIL_ADDRESS' | 'NOT_A_PHONE' | 'ZONE_UNKNOWN'
  | 'RANK_UNKNOWN' | 'POST_KIND_UNKNOWN' | 'KIND_UNKNOWN' | 'STATUS_UNKNOWN' | 'ENDS_BEFORE_START' | 'IS_THE_PERSON' | 'NOT_IN_AGENCY'
  | `NUMBER_${StaffNumberFault}`;

/** What must be put right before a state can be written. */
export interface PersonFinding<Code extends string = PersonFault> {
  readonly field: PersonField;
  readonly code: Code;
}

const lengths: readonly (readonly [PersonField, number])[] = [
  ['titleBefore', 100], ['name', 200], ['titleAfter', 100], ['birthPlace', 100], ['postName', 250], ['email', 254], ['statusNote', 500],
];

/** Everything wrong with a whole state; nothing here asks the database. @param today `YYYY-MM-DD` */
export function personFaults(facts: PersonFacts, today: string): PersonFinding[] {
  const found: PersonFinding[] = [];
  const wrong = (field: PersonField, code: PersonFault) => void found.push({ field, code });
  if (facts.name.trim() === '') wrong('name', 'REQUIRED');
  for (const [field, max] of lengths) {
    const text = facts[field] ?? '';
    if (text.length > max) wrong(field, 'TOO_LONG');
    // C0 controls and DEL, which no name or title needs.
    else if (/[\u0000-\u001f\u007f]/u.test(text)) wrong(field, 'CONTROL_CHARACTER');
  }
  if (!employmentKinds.includes(facts.employmentKind)) wrong('employmentKind', 'KIND_UNKNOWN');
  else if (facts.rankCode !== null && !ranksOf(facts.employmentKind).includes(facts.rankCode)) wrong('rankCode', 'RANK_UNKNOWN');
  if (facts.postKind !== null && !(postKinds as readonly string[]).includes(facts.postKind)) wrong('postKind', 'POST_KIND_UNKNOWN');
  if (!personStatuses.includes(facts.status)) wrong('status', 'STATUS_UNKNOWN');
  if (facts.staffNumber !== null) {
    const number = parseStaffNumber(facts.staffNumber, Number(today.slice(0, 4)));
    if ('fault' in number) wrong('staffNumber', `NUMBER_${number.fault}`);
  }
  for (const field of ['birthDate', 'statusUntil', 'supervisorUntil', 'contractStartsOn', 'contractEndsOn'] as const) {
    if (facts[field] !== null && !isCalendarDay(facts[field])) wrong(field, 'DAY_UNKNOWN');
  }
  if (facts.birthDate !== null && facts.birthDate > today) wrong('birthDate', 'DAY_IN_FUTURE');
  if ((facts.contractStartsOn === null) !== (facts.contractEndsOn === null)) wrong(facts.contractStartsOn === null ? 'contractStartsOn' : 'contractEndsOn', 'REQUIRED');
  else if (facts.contractStartsOn !== null && facts.contractEndsOn !== null && facts.contractEndsOn <= facts.contractStartsOn) wrong('contractEndsOn', 'ENDS_BEFORE_START');
  // Mail servers decide what an address is; this only finds what is none.
  if (facts.email !== null && !/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/u.test(facts.email)) wrong('email', 'NOT_A_MAIL_ADDRESS');
  if (facts.phone !== null && !/^\+?\d{6,20}$/.test(facts.phone)) wrong('phone', 'NOT_A_PHONE');
  if (!isZone(facts.timeZone)) wrong('timeZone', 'ZONE_UNKNOWN');
  return found;
}

const fieldOfWarning = { BIRTH_DATE_DIFFERS: 'birthDate', SEX_DIFFERS: 'sex', APPOINTED_IN_FUTURE: 'staffNumber', NUMBER_OF_OTHER_KIND: 'staffNumber' } as const;

/** What may be right but is worth a second look (asn.md 1.4, 8), each with the field to look at. */
export function personWarnings(facts: Pick<PersonFacts, 'staffNumber' | 'birthDate' | 'sex' | 'employmentKind'>, today: string): PersonFinding<StaffNumberWarning>[] {
  return staffNumberWarnings(facts, today).map((code) => ({ field: fieldOfWarning[code], code }));
}

/** A part of a name exactly as typed: only outer blanks go, letters keep their case; empty, or the lone `-` that forms write for it, becomes null. */
export function namePart(typed: string): string | null {
  const text = typed.trim();
  return text === '' || text === '-' ? null : text;
}

/** Digits with a leading plus as the only sign; blanks, dots, hyphens and brackets go. */
export function normalisePhone(typed: string): string {
  return typed.replace(/[\s\u00a0().-]/g, '');
}

/** What was asked before: a formatter takes long to make and holds much memory, and a file names three zones 10,000 times. */
const zonesAsked = new Map<string, boolean>();

function isZone(zone: string): boolean {
  const known = zonesAsked.get(zone);
  if (known !== undefined) return known;
  // Anything may be asked for; what is remembered stays small.
  if (zonesAsked.size > 500) zonesAsked.clear();
  const exists = makesFormatter(zone);
  zonesAsked.set(zone, exists);
  return exists;
}

function makesFormatter(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

import { setImmediate as breath } from 'node:timers/promises';
import { parseStaffNumber } from '@pamong/contract/staff-number';
import { newId } from '@pamong/platform/ids/new-id';
import type { PersonFacts, StoredPerson } from '../people/person-facts.js';
import type { PersonFinding } from '../people/person.rules.js';
import { personFaults, personWarnings } from '../people/person.rules.js';
import { mergeFacts } from '../people/person-writes.rules.js';
import type { CheckedRow } from './checked-row.js';
import type { RowFault } from './import-row.entity.js';
import { depths, findLoops } from './loops.rules.js';
import type { PersonDraft } from './people-row.rules.js';
import { columnOfField, describeChanges, shownValue } from './people-shown.rules.js';
import type { UnitIndex } from './unit-index.js';

/** What the database says about the people of the file. */
export interface PeopleContext {
  readonly agencyId: string;
  /** ltree path in which the batch may write. */
  readonly placePath: string;
  readonly today: string;
  readonly units: UnitIndex;
  /** Holders of numbers of the file, in whatever agency. */
  readonly byNumber: ReadonlyMap<string, StoredPerson>;
  /** People of the agency by address in small letters. */
  readonly byEmail: ReadonlyMap<string, readonly StoredPerson[]>;
  /** Who supervises each person of the agency today, whichever way it came. */
  readonly supervisorOf: ReadonlyMap<string, string>;
  /** Names of people of the agency, for loops and changes. */
  readonly nameOf: (personId: string) => string;
}

interface Candidate {
  readonly draft: PersonDraft;
  readonly stored: StoredPerson | null;
  readonly personId: string;
  readonly facts: { -readonly [F in keyof PersonFacts]?: PersonFacts[F] };
  readonly faults: RowFault[];
}

/**
 * Compares every row of a file with the database and with the other rows. Pure but for the ids of new people; it takes breaks, since
 * the worker has other jobs and must renew the lock of this one.
 */
export async function checkPeople(drafts: readonly PersonDraft[], context: PeopleContext): Promise<CheckedRow[]> {
  const candidates = await inTurns(drafts, (draft) => candidateOf(draft, context));
  markDuplicates(candidates);
  resolveSupervisors(candidates, context);
  markLoops(candidates, context);
  const verdicts = await inTurns(candidates, (candidate) => verdictOf(candidate, context));
  refuseFaultySupervisors(candidates, verdicts);
  return inOrder(candidates, verdicts);
}

async function inTurns<In, Out>(items: readonly In[], work: (item: In) => Out): Promise<Out[]> {
  const done: Out[] = [];
  for (const item of items) {
    if (done.length % 500 === 499) await breath();
    done.push(work(item));
  }
  return done;
}

function candidateOf(draft: PersonDraft, context: PeopleContext): Candidate {
  const faults = [...draft.faults];
  const facts: Candidate['facts'] = { ...draft.facts };
  const stored = identify(draft, facts, faults, context);
  if (stored !== null && !within(context.units.get(stored.organisationId)?.path, context.placePath)) faults.push({ column: null, code: 'PERSON_OUTSIDE', params: { unit: context.units.get(stored.organisationId)?.name ?? '' } });
  placeInUnit(draft, stored, facts, faults, context);
  if (stored === null) completeNew(draft, facts, faults);
  return { draft, stored, personId: stored?.personId ?? newId(), facts, faults };
}

/** By number, by the number before, or by address for who has no number. */
function identify(draft: PersonDraft, facts: Candidate['facts'], faults: RowFault[], context: PeopleContext): StoredPerson | null {
  const { staffNumber, previousNumber } = draft;
  const numberFaulty = draft.faults.some((fault) => fault.column === 'nip');
  if (staffNumber !== null) facts.staffNumber = staffNumber;
  const byNumber = staffNumber === null ? undefined : context.byNumber.get(staffNumber);
  const before = previousNumber === null ? undefined : context.byNumber.get(previousNumber);
  if (byNumber !== undefined && byNumber.agencyId !== context.agencyId) {
    faults.push({ column: 'nip', code: 'NUMBER_ELSEWHERE', value: staffNumber ?? '' });
    return null;
  }
  const found = byNumber ?? before;
  if (found !== undefined && found.agencyId === context.agencyId) return found;
  if (previousNumber !== null) faults.push({ column: 'previousNumber', code: 'PREVIOUS_UNKNOWN', value: previousNumber });
  if (staffNumber !== null || numberFaulty) return null;
  const email = facts.email?.toLowerCase();
  const same = email === undefined ? [] : (context.byEmail.get(email) ?? []);
  if (same.length === 1 && same[0]?.staffNumber === null) return same[0];
  if (facts.employmentKind !== 'NON_ASN' || !email) faults.push({ column: 'nip', code: facts.employmentKind === 'NON_ASN' ? 'ADDRESS_MISSING' : 'NUMBER_MISSING' });
  return null;
}

function placeInUnit(draft: PersonDraft, stored: StoredPerson | null, facts: Candidate['facts'], faults: RowFault[], context: PeopleContext): void {
  if (draft.unitCode === null && draft.unit === null) {
    if (stored === null) faults.push({ column: 'unit', code: 'UNIT_MISSING' });
    return;
  }
  const answer = context.units.find(draft.unitCode, draft.unit, stored?.organisationId ?? null);
  const column = draft.unitCode === null ? 'unit' : 'unitCode';
  if ('fault' in answer) faults.push({ column, code: answer.fault, value: draft.unitCode ?? draft.unit ?? '', params: answer.params });
  else if (!within(answer.unit.path, context.placePath)) faults.push({ column, code: 'UNIT_OUTSIDE', value: answer.unit.name });
  else facts.organisationId = answer.unit.id;
  if (stored === null && facts.timeZone === undefined && 'unit' in answer) facts.timeZone = answer.unit.timeZone;
}

function completeNew(draft: PersonDraft, facts: Candidate['facts'], faults: RowFault[]): void {
  if (facts.name === undefined) faults.push({ column: 'name', code: 'REQUIRED' });
  if (facts.employmentKind !== undefined) return;
  const number = draft.staffNumber === null ? null : parseStaffNumber(draft.staffNumber, 9998);
  if (number !== null && !('fault' in number)) facts.employmentKind = number.kind === 'NIP' ? 'PNS' : 'PPPK';
}

/** The first row of a person or address stays; the others say which row it is. */
function markDuplicates(candidates: readonly Candidate[]): void {
  const rowOf = new Map<string, number>();
  const claim = (key: string | null | undefined, row: number, fault: (first: number) => RowFault, faults: RowFault[]) => {
    if (!key) return;
    const first = rowOf.get(key);
    if (first === undefined) rowOf.set(key, row);
    else if (first !== row) faults.push(fault(first));
  };
  for (const { draft, stored, facts, faults } of candidates) {
    const twice = (column: string, value: string | null) => (first: number): RowFault => ({ column, code: 'TWICE_IN_FILE', params: { row: first }, ...(value === null ? {} : { value }) });
    const before = faults.length;
    claim(draft.staffNumber === null ? null : `n${draft.staffNumber}`, draft.row, twice('nip', draft.staffNumber), faults);
    if (faults.length === before) claim(stored === null ? null : `p${stored.personId}`, draft.row, twice('previousNumber', draft.previousNumber), faults);
    if (faults.length === before) claim(facts.email ? `e${facts.email.toLowerCase()}` : null, draft.row, twice('email', facts.email ?? null), faults);
  }
}

function resolveSupervisors(candidates: readonly Candidate[], context: PeopleContext): void {
  const inFile = new Map(candidates.flatMap((candidate) => (candidate.draft.staffNumber === null ? [] : [[candidate.draft.staffNumber, candidate] as const])));
  for (const { draft, stored, facts, faults, personId } of candidates) {
    const asked = draft.supervisorNumber;
    if (asked === null) continue;
    const known = context.byNumber.get(asked);
    const supervisorId = inFile.get(asked)?.personId ?? (known?.agencyId === context.agencyId ? known.personId : undefined);
    if (supervisorId === undefined) faults.push({ column: 'supervisorNumber', code: 'SUPERVISOR_UNKNOWN', value: asked });
    else if (supervisorId === personId) faults.push({ column: 'supervisorNumber', code: 'SUPERVISOR_SELF', value: asked });
    // Whom the tree already gives need not be set by hand: an export read again changes nothing.
    else if (stored === null || stored.supervisorId !== null || context.supervisorOf.get(personId) !== supervisorId) facts.supervisorId = supervisorId;
  }
}

function markLoops(candidates: readonly Candidate[], context: PeopleContext): void {
  const byId = new Map(candidates.map((candidate) => [candidate.personId, candidate]));
  const above = (id: string): string | null | undefined => {
    const set = byId.get(id)?.facts.supervisorId;
    return set === undefined ? context.supervisorOf.get(id) : set;
  };
  const setting = candidates.filter(({ facts }) => typeof facts.supervisorId === 'string').map(({ personId }) => personId);
  for (const loop of findLoops(setting, above)) {
    const path = [...loop, loop[0] ?? ''].map((id) => byId.get(id)?.facts.name ?? context.nameOf(id)).join(' → ');
    for (const id of loop) {
      const candidate = byId.get(id);
      if (typeof candidate?.facts.supervisorId === 'string') candidate.faults.push({ column: 'supervisorNumber', code: 'SUPERVISOR_LOOP', value: candidate.draft.supervisorNumber ?? '', params: { path } });
    }
  }
}

type Verdict = Pick<CheckedRow, 'verdict' | 'changes' | 'warnings'>;

function verdictOf({ draft, stored, personId, facts, faults }: Candidate, context: PeopleContext): Verdict {
  const { state, changed } = mergeFacts(stored, facts);
  if (changed.length > 0) {
    const told = new Set(faults.map((fault) => fault.column));
    const findings: PersonFinding<string>[] = [...personFaults(state, context.today)];
    if (stored === null || changed.includes('staffNumber') || changed.includes('employmentKind')) findings.push(...personWarnings(state, context.today).filter(({ code }) => code === 'NUMBER_OF_OTHER_KIND'));
    for (const { field, code } of findings) {
      const column = columnOfField(field);
      // One fault a cell is enough; and what a row leaves alone is not its fault.
      if (told.has(column) || !(stored === null || changed.includes(field) || changed.includes('employmentKind'))) continue;
      told.add(column);
      faults.push({ column, code, value: String(state[field] ?? '').slice(0, 120) });
    }
    const holders = changed.includes('email') && state.email !== null ? (context.byEmail.get(state.email.toLowerCase()) ?? []) : [];
    if (holders.some((holder) => holder.personId !== personId)) faults.push({ column: 'email', code: 'ADDRESS_TAKEN', value: state.email ?? '' });
  }
  if (faults.length > 0) return { verdict: 'error', changes: [], warnings: [] };
  const warnings = warningsOf(state, context.today);
  const names = { unit: (id: string) => context.units.get(id)?.name ?? '', supervisor: (id: string) => (id === facts.supervisorId ? (draft.supervisorNumber ?? '') : context.nameOf(id)) };
  if (stored === null) return { verdict: 'new', changes: describeChanges(null, state, changed, names), warnings };
  return changed.length === 0 ? { verdict: 'same', changes: [], warnings } : { verdict: 'changed', changes: describeChanges(stored, state, changed, names), warnings };
}

/** Also of rows that change nothing: who corrects a list wants to see all of them. Another kind of number is a fault here, or was there before. */
function warningsOf(state: PersonFacts, today: string): RowFault[] {
  const number = state.staffNumber === null ? null : parseStaffNumber(state.staffNumber, 9998);
  if (number === null || 'fault' in number) return [];
  return personWarnings(state, today).filter(({ code }) => code !== 'NUMBER_OF_OTHER_KIND').map(({ field, code }) => ({
    column: columnOfField(field), code, value: shownValue(state, field),
    params: { inNumber: code === 'APPOINTED_IN_FUTURE' ? number.appointmentYear : shownValue(number, code === 'SEX_DIFFERS' ? 'sex' : 'birthDate') },
  }));
}

/** Whose new supervisor stands in a row that cannot be written cannot be written either, and so on downwards. */
function refuseFaultySupervisors(candidates: readonly Candidate[], verdicts: Verdict[]): void {
  const absent = new Map(candidates.flatMap((candidate, index) => (candidate.stored === null && verdicts[index]?.verdict === 'error' ? [[candidate.personId, candidate.draft.row] as const] : [])));
  for (let grown = true; grown; ) {
    grown = false;
    for (const [index, { facts, faults, stored, personId, draft }] of candidates.entries()) {
      const row = typeof facts.supervisorId === 'string' ? absent.get(facts.supervisorId) : undefined;
      if (row === undefined || verdicts[index]?.verdict === 'error') continue;
      faults.push({ column: 'supervisorNumber', code: 'SUPERVISOR_ROW_FAULTY', value: draft.supervisorNumber ?? '', params: { row } });
      verdicts[index] = { verdict: 'error', changes: [], warnings: [] };
      if (stored === null) absent.set(personId, draft.row);
      grown = true;
    }
  }
}

function inOrder(candidates: readonly Candidate[], verdicts: readonly Verdict[]): CheckedRow[] {
  const written = new Map(candidates.flatMap((candidate, index) => (['new', 'changed'].includes(verdicts[index]?.verdict ?? '') ? [[candidate.personId, candidate] as const] : [])));
  const depth = depths(new Set(written.keys()), (id) => written.get(id)?.facts.supervisorId);
  const order = [...written.keys()].toSorted((a, b) => (depth.get(a) ?? 0) - (depth.get(b) ?? 0));
  const position = new Map(order.map((id, index) => [id, index]));
  return candidates.map(({ draft, stored, personId, facts, faults }, index) => {
    const { verdict, changes, warnings } = verdicts[index] ?? { verdict: 'error', changes: [], warnings: [] };
    const writes = verdict === 'new' || verdict === 'changed';
    return {
      row: draft.row, verdict, label: draft.label, faults, warnings, changes,
      cells: verdict === 'same' ? null : draft.cells,
      data: writes ? facts : null,
      subjectId: stored?.personId ?? (writes ? personId : null),
      revisionSeen: writes ? (stored?.revision ?? 0) : null,
      position: position.get(personId) ?? 0,
    };
  });
}

function within(path: string | undefined, place: string): boolean {
  return path !== undefined && (path === place || path.startsWith(`${place}.`));
}

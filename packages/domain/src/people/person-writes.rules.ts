import { normaliseStaffNumber, parseStaffNumber } from '@pamong/contract/staff-number';
import { newId } from '@pamong/platform/ids/new-id';
import { addDays } from '@pamong/platform/clock/days';
import type { Histories, StatusValue } from './people-facts.repository.js';
import type { NumberRow, PersonRow, SpanRow } from './people-writes.repository.js';
import { plainFacts } from './person-facts.js';
import type { PersonFacts, PersonWrite, PersonWritten, StoredPerson } from './person-facts.js';
import { namePart, normalisePhone, rankNameOf } from './person.rules.js';
import type { Span } from './timeline.rules.js';
import { differenceOf, placeFrom, spanOn } from './timeline.rules.js';

type Units = ReadonlyMap<string, { readonly agencyId: string; readonly name: string }>;
interface HistoryPlan { removed: string[]; moved: { id: string; from: string; until: string | null }[]; added: SpanRow[] }

/** Everything that a batch of writes puts into the database. */
export interface WritePlan {
  readonly written: PersonWritten[];
  readonly states: { personId: string; state: PersonFacts; changed: readonly (keyof PersonFacts)[] }[];
  readonly inserted: PersonRow[];
  readonly updated: PersonRow[];
  readonly numbers: { personId: string; day: string; next: NumberRow | null }[];
  readonly units: HistoryPlan;
  readonly statuses: HistoryPlan;
  readonly supervisors: HistoryPlan;
  readonly contracts: { id: string; personId: string; starts: string | null; ends: string | null; clearAfter: boolean }[];
  /** Something changed that a supervisor may follow from. */
  movesSupervisors: boolean;
}

const blank: PersonFacts = {
  titleBefore: null, name: '', titleAfter: null, sex: null, birthPlace: null, birthDate: null, employmentKind: 'NON_ASN', staffNumber: null,
  rankCode: null, postKind: null, postName: null, organisationId: '', email: null, phone: null, timeZone: 'Asia/Jakarta',
  status: 'active', statusUntil: null, statusNote: null, supervisorId: null, supervisorUntil: null, contractStartsOn: null, contractEndsOn: null,
};

/** Outer blanks go and separators of numbers; all else stays as typed. */
export function tidyFacts(facts: Partial<PersonFacts>): Partial<PersonFacts> {
  const tidy: { -readonly [F in keyof PersonFacts]?: PersonFacts[F] } = { ...facts };
  for (const field of ['titleBefore', 'titleAfter', 'birthPlace', 'postName', 'email', 'statusNote'] as const) {
    if (typeof tidy[field] === 'string') tidy[field] = namePart(tidy[field]);
  }
  if (tidy.name !== undefined) tidy.name = tidy.name.trim();
  if (typeof tidy.phone === 'string') tidy.phone = namePart(normalisePhone(tidy.phone));
  if (typeof tidy.staffNumber === 'string') tidy.staffNumber = namePart(normaliseStaffNumber(tidy.staffNumber));
  return tidy;
}

/** The stored state with the change in it, and which facts really differ. */
export function mergeFacts(stored: PersonFacts | null, change: Partial<PersonFacts>): { state: PersonFacts; changed: (keyof PersonFacts)[] } {
  const base = stored ?? blank;
  const state = { ...base, ...withNumber(stored, tidyFacts(change)) };
  if (state.status !== base.status && change.statusUntil === undefined) Object.assign(state, { statusUntil: null });
  if (state.status !== base.status && change.statusNote === undefined) Object.assign(state, { statusNote: null });
  if (state.supervisorId === null || (state.supervisorId !== base.supervisorId && change.supervisorUntil === undefined)) Object.assign(state, { supervisorUntil: null });
  const facts = Object.keys(blank) as (keyof PersonFacts)[];
  // The text of an address is compared, though the database takes capitals for the same.
  return { state, changed: facts.filter((fact) => state[fact] !== (stored === null ? null : base[fact])) };
}

/** A number brings birth date and sex along where nothing is known of them. */
function withNumber(stored: PersonFacts | null, change: Partial<PersonFacts>): Partial<PersonFacts> {
  const number = typeof change.staffNumber === 'string' ? parseStaffNumber(change.staffNumber, 9998) : null;
  if (number === null || 'fault' in number) return change;
  return {
    ...change,
    birthDate: change.birthDate ?? stored?.birthDate ?? number.birthDate,
    sex: change.sex ?? stored?.sex ?? number.sex,
  };
}

/** Turns writes into rows. Pure but for the ids of new rows. */
export function planWrites(
  rows: readonly PersonWrite[], stored: ReadonlyMap<string, StoredPerson>, histories: ReadonlyMap<string, Histories>, units: Units, today: string,
): WritePlan {
  const empty = (): HistoryPlan => ({ removed: [], moved: [], added: [] });
  const plan: WritePlan = {
    written: [], states: [], inserted: [], updated: [], numbers: [], units: empty(), statuses: empty(), supervisors: empty(), contracts: [], movesSupervisors: false,
  };
  for (const row of rows) {
    const before = stored.get(row.personId) ?? null;
    if ((before?.revision ?? 0) !== row.revision) {
      plan.written.push({ personId: row.personId, stale: true, revision: before?.revision ?? 0, changed: [], before: {} });
      continue;
    }
    const { state, changed } = mergeFacts(before, row.facts);
    const old = before === null ? {} : Object.fromEntries(changed.map((fact) => [fact, before[fact]]));
    plan.written.push({ personId: row.personId, stale: false, revision: row.revision + (changed.length > 0 ? 1 : 0), changed, before: old });
    plan.states.push({ personId: row.personId, state, changed });
    if (changed.length > 0) planOne(plan, row, before, state, new Set(changed), histories.get(row.personId), units, today);
  }
  return plan;
}

function planOne(
  plan: WritePlan, row: PersonWrite, before: StoredPerson | null, state: PersonFacts, changed: ReadonlySet<keyof PersonFacts>,
  histories: Histories | undefined, units: Units, today: string,
): void {
  const { personId, effectiveOn: day } = row;
  const has = (...facts: (keyof PersonFacts)[]) => facts.some((fact) => changed.has(fact));
  const unitSpans = histories?.units ?? [];
  const wantedUnits = has('organisationId') ? placeFrom(unitSpans, state.organisationId, day, Object.is) : unitSpans;
  const statusSpans = histories?.statuses ?? [];
  const wantedStatuses = has('status', 'statusUntil', 'statusNote') ? placeStatus(statusSpans, state, day) : statusSpans;
  const supervisorSpans = histories?.supervisors ?? [];
  const wantedSupervisors = has('supervisorId', 'supervisorUntil') ? placeSupervisor(supervisorSpans, state, day) : supervisorSpans;
  collect(plan.units, personId, unitSpans, wantedUnits, (value) => ({ value, extra: null }));
  collect(plan.statuses, personId, statusSpans, wantedStatuses, ({ status, note }) => ({ value: status, extra: note }));
  collect(plan.supervisors, personId, supervisorSpans, wantedSupervisors, (value) => ({ value, extra: null }));

  // A day in the future waits in the history; `people.bring-over-dates` brings it into the person's row.
  const unitToday = spanOn(wantedUnits, today)?.value ?? (before === null || day <= today ? state.organisationId : wantedUnits[0]?.value ?? state.organisationId);
  const personRow: PersonRow = {
    id: personId,
    ...Object.fromEntries(plainFacts.map((fact) => [snake(fact), state[fact]])),
    rank_name: rankNameOf(state.employmentKind, state.rankCode),
    organisation_id: unitToday,
    agency_id: units.get(unitToday)?.agencyId ?? before?.agencyId,
    status: spanOn(wantedStatuses, today)?.value.status ?? (before === null ? state.status : 'active'),
  };
  (before === null ? plan.inserted : plan.updated).push(personRow);
  if (has('staffNumber')) plan.numbers.push({ personId, day: day < today ? day : today, next: numberRow(personId, state.staffNumber, before, day, today) });
  if (has('contractStartsOn', 'contractEndsOn') && (before !== null || state.contractStartsOn !== null)) {
    plan.contracts.push({ id: newId(), personId, starts: state.contractStartsOn, ends: state.contractEndsOn, clearAfter: row.restores === true });
  }
  if (has('organisationId', 'status', 'statusUntil', 'supervisorId', 'supervisorUntil')) plan.movesSupervisors = true;
}

function placeStatus(spans: readonly Span<StatusValue>[], state: PersonFacts, day: string): Span<StatusValue>[] {
  const same = (a: StatusValue, b: StatusValue) => a.status === b.status && a.note === b.note;
  const placed = placeFrom(spans, { status: state.status, note: state.statusNote }, day, same);
  return state.statusUntil === null ? placed : placeFrom(placed, { status: 'active', note: null }, addDays(state.statusUntil, 1), same);
}

function placeSupervisor(spans: readonly Span<string>[], state: PersonFacts, day: string): Span<string>[] {
  const placed = placeFrom<string>(spans, state.supervisorId, day, Object.is);
  return state.supervisorUntil === null ? placed : placeFrom<string>(placed, null, addDays(state.supervisorUntil, 1), Object.is);
}

function collect<V>(into: HistoryPlan, personId: string, stored: readonly Span<V>[], wanted: readonly Span<V>[], columns: (value: V) => { value: string; extra: string | null }): void {
  const { removed, moved, added } = differenceOf(stored, wanted);
  into.removed.push(...removed);
  into.moved.push(...moved);
  for (const span of added) into.added.push({ id: newId(), personId, from: span.from, until: span.until, ...columns(span.value) });
}

/** A first number holds since the appointment that it tells of, a later one from the day of the change. */
function numberRow(personId: string, digits: string | null, before: StoredPerson | null, day: string, today: string): NumberRow | null {
  const number = digits === null ? null : parseStaffNumber(digits, Number(today.slice(0, 4)));
  if (number === null || 'fault' in number) return null;
  const appointed = `${number.appointmentYear}-${String(number.appointmentMonth ?? 1).padStart(2, '0')}-01`;
  const since = before?.staffNumber ? day : appointed;
  return { id: newId(), personId, kind: number.kind, number: number.digits, from: since < today ? since : today };
}

function snake(fact: string): string {
  return fact.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

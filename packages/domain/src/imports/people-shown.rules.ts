import type { PersonFacts } from '../people/person-facts.js';
import { kindWords, postKindWords, sexWords, sheetDay, statusWords, zoneWords } from '../people/people-sheet.rules.js';
import type { FieldChange } from './import-row.entity.js';

type Fact = keyof PersonFacts;

/** Column of the sheet in which each fact stands. */
const columns: Readonly<Record<Fact, string>> = {
  titleBefore: 'titleBefore', name: 'name', titleAfter: 'titleAfter', sex: 'sex', birthPlace: 'birthPlace', birthDate: 'birthDate', employmentKind: 'kind',
  staffNumber: 'nip', rankCode: 'rank', postKind: 'postKind', postName: 'post', organisationId: 'unit', email: 'email', phone: 'phone', timeZone: 'timeZone',
  status: 'status', statusUntil: 'statusUntil', statusNote: 'status', supervisorId: 'supervisorNumber', supervisorUntil: 'supervisorUntil',
  contractStartsOn: 'contractStart', contractEndsOn: 'contractEnd',
};

export function columnOfField(field: Fact): string {
  return columns[field];
}

const words: Readonly<Partial<Record<Fact, Readonly<Record<string, string>>>>> = { employmentKind: kindWords, postKind: postKindWords, status: statusWords, sex: sexWords, timeZone: zoneWords };
const days: readonly Fact[] = ['birthDate', 'statusUntil', 'supervisorUntil', 'contractStartsOn', 'contractEndsOn'];

/** A fact in the words of the sheet; empty where there is none. Units and supervisors have names that the caller knows. */
export function shownValue(facts: Readonly<Partial<Record<Fact, string | null>>>, fact: Fact): string {
  const value = facts[fact] ?? '';
  return days.includes(fact) && value !== '' ? sheetDay(value) : (words[fact]?.[value] ?? value);
}

/** Changes as a person reads them, in the words of the sheet. */
export function describeChanges(
  before: PersonFacts | null, after: PersonFacts, changed: readonly Fact[],
  names: { readonly unit: (id: string) => string; readonly supervisor: (id: string) => string },
): FieldChange[] {
  const shown = (facts: PersonFacts | null, fact: Fact): string | null => {
    const value = facts?.[fact] ?? null;
    if (value === null) return null;
    if (fact === 'organisationId') return names.unit(value);
    if (fact === 'supervisorId') return names.supervisor(value);
    return shownValue({ [fact]: value }, fact);
  };
  return changed
    .map((fact) => ({ column: columns[fact], before: shown(before, fact), after: shown(after, fact) }))
    .filter((change) => change.before !== null || change.after !== null);
}

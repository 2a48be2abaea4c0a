import type { NamedUnit } from './people-export.repository.js';
import { kindWords, peopleColumns, postKindWords, sexWords, sheetDay, statusWords, zoneWords } from './people-sheet.rules.js';
import type { PersonFacts } from './person-facts.js';

/** Code and name of a unit as a row carries them. */
export interface UnitCells {
  readonly code: string;
  readonly name: string;
}

/** A person as one row in the columns of the import. */
export function sheetRow(facts: PersonFacts, unit: UnitCells | undefined, supervisorNumber: string | undefined): string[] {
  const cells: Readonly<Record<string, string | null | undefined>> = {
    nip: facts.staffNumber,
    titleBefore: facts.titleBefore,
    name: facts.name,
    titleAfter: facts.titleAfter,
    kind: kindWords[facts.employmentKind],
    rank: facts.rankCode,
    postKind: facts.postKind === null ? null : (postKindWords[facts.postKind] ?? facts.postKind),
    post: facts.postName,
    unitCode: unit?.code,
    unit: unit?.name,
    supervisorNumber,
    supervisorUntil: sheetDay(facts.supervisorUntil),
    email: facts.email,
    phone: facts.phone,
    sex: facts.sex === null ? null : sexWords[facts.sex],
    birthPlace: facts.birthPlace,
    birthDate: sheetDay(facts.birthDate),
    timeZone: zoneWords[facts.timeZone] ?? facts.timeZone,
    status: statusWords[facts.status],
    statusUntil: sheetDay(facts.statusUntil),
    contractStart: sheetDay(facts.contractStartsOn),
    contractEnd: sheetDay(facts.contractEndsOn),
  };
  // A lone `-` would tell the import to empty the cell.
  return peopleColumns.map((column) => (cells[column.key] === '-' ? '' : (cells[column.key] ?? '')));
}

/** Each unit by its name where that is enough, else with the units above it: `Dinas Kesehatan / Sekretariat`. */
export function unitCells(units: readonly NamedUnit[]): Map<string, UnitCells> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const bearers = new Map<string, number>();
  const key = (unit: NamedUnit) => `${unit.agencyId} ${unit.name.toLowerCase()}`;
  for (const unit of units) bearers.set(key(unit), (bearers.get(key(unit)) ?? 0) + 1);
  const way = (unit: NamedUnit): string => {
    const names: string[] = [];
    for (let at: NamedUnit | undefined = unit; at !== undefined && (at.parentId !== null || names.length === 0); at = at.parentId === null ? undefined : byId.get(at.parentId)) names.unshift(at.name);
    return names.join(' / ');
  };
  return new Map(units.map((unit) => [unit.id, { code: unit.code ?? '', name: bearers.get(key(unit)) === 1 ? unit.name : way(unit) }]));
}

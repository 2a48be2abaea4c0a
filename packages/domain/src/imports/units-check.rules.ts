import { newId } from '@pamong/platform/ids/new-id';
import type { SheetCell, SheetRow } from '@pamong/platform/spreadsheet/sheet';
import type { UnitState } from '../organisations/unit-batch.service.js';
import { zoneWords } from '../people/people-sheet.rules.js';
import { lostDigits, readWord, wordKey, wordTable } from './cell-values.rules.js';
import type { CheckedRow } from './checked-row.js';
import type { FieldChange, RowFault } from './import-row.entity.js';
import { depths, findLoops } from './loops.rules.js';
import type { Mapping } from './mapping.rules.js';
import type { IndexedUnit, UnitIndex } from './unit-index.js';

const zones = wordTable<string>(zoneWords, { asiajakarta: 'Asia/Jakarta', asiamakassar: 'Asia/Makassar', asiajayapura: 'Asia/Jayapura' });
const lengths = { code: 60, name: 200, shortName: 100, unitKind: 60 } as const;

/** What a row is to write, and what the dry run saw: whoever changed the unit in between is noticed. */
export interface UnitWrite {
  readonly state: UnitState;
  readonly seen: (Omit<UnitState, 'code'> & { readonly code: string | null }) | null;
}

interface Candidate {
  readonly row: number;
  readonly cells: readonly string[];
  readonly code: string | null;
  readonly name: string | null;
  readonly given: Partial<Record<'shortName' | 'unitKind' | 'timeZone', string>>;
  readonly parentCode: string | null;
  readonly stored: IndexedUnit | null;
  readonly id: string;
  readonly faults: RowFault[];
  parentId?: string;
}

/** Compares every row of a file of units with the tree and with the other rows. Pure but for the ids of new units. */
export function checkUnits(rows: readonly SheetRow[], mapping: Mapping, index: UnitIndex, place: IndexedUnit): CheckedRow[] {
  const candidates = rows.map(({ row, cells }) => candidateOf(row, cells, mapping, index));
  markDuplicates(candidates);
  resolveParents(candidates, index, place);
  markLoops(candidates, index);
  refuseFaultyParents(candidates);
  return inOrder(candidates, index, place);
}

function candidateOf(row: number, cells: readonly (SheetCell | undefined)[], mapping: Mapping, index: UnitIndex): Candidate {
  const faults: RowFault[] = [];
  const read = (column: string): string | null => {
    const at = mapping[column];
    const cell = at === undefined ? undefined : cells[at];
    if (cell?.merged === true) faults.push({ column, code: 'CELL_MERGED' });
    if (cell === undefined || cell.text === '') return null;
    const fault = cell.kind === 'error' ? 'CELL_ERROR' : (column === 'code' || column === 'parentCode') && lostDigits(cell) ? 'NUMBER_BY_EXCEL' : cell.text.length > (lengths[column as keyof typeof lengths] ?? 200) ? 'TOO_LONG' : null;
    if (fault !== null) faults.push({ column, code: fault, value: cell.text.slice(0, 120) });
    return fault === null ? cell.text : null;
  };
  const [code, name, parentCode] = [read('code'), read('name'), read('parentCode')];
  for (const [column, value] of [['code', code], ['name', name]] as const) if (value === null && !faults.some((fault) => fault.column === column)) faults.push({ column, code: 'REQUIRED' });
  const given: Candidate['given'] = {};
  for (const column of ['shortName', 'unitKind'] as const) {
    const value = read(column);
    if (value !== null) given[column] = value;
  }
  const zone = read('timeZone');
  const timeZone = zone === null ? null : readWord(zones, zone);
  if (timeZone !== null) given.timeZone = timeZone;
  else if (zone !== null) faults.push({ column: 'timeZone', code: 'ZONE_UNKNOWN', value: zone });
  const stored = code === null ? null : (index.findCode(code) ?? adopted(name, parentCode, index));
  if (stored?.closed === true) faults.push({ column: 'code', code: 'UNIT_CLOSED', params: { unit: stored.name } });
  return { row, cells: Array.from(cells, (cell) => cell?.text ?? ''), code, name, given, parentCode, stored, id: stored?.id ?? newId(), faults };
}

/** A unit that was made by hand and has no code yet gets the file's, where the name leaves no doubt. */
function adopted(name: string | null, parentCode: string | null, index: UnitIndex): IndexedUnit | null {
  const key = wordKey(name ?? '');
  const found = index.units.filter((unit) => unit.code === null && unit.parentId !== null && !unit.closed && wordKey(unit.name) === key);
  const [only] = found;
  if (found.length !== 1 || only === undefined) return null;
  const parent = only.parentId === null ? undefined : index.get(only.parentId);
  return parentCode === null || parent?.code === null || parent?.code?.toLowerCase() === parentCode.toLowerCase() ? only : null;
}

function markDuplicates(candidates: readonly Candidate[]): void {
  const rowOf = new Map<string, number>();
  for (const { code, row, id, faults } of candidates) {
    for (const key of code === null ? [] : [`c${code.toLowerCase()}`, `u${id}`]) {
      const first = rowOf.get(key) ?? row;
      rowOf.set(key, first);
      if (first === row) continue;
      faults.push({ column: 'code', code: 'TWICE_IN_FILE', value: code ?? '', params: { row: first } });
      break;
    }
  }
}

function resolveParents(candidates: readonly Candidate[], index: UnitIndex, place: IndexedUnit): void {
  const inFile = new Map(candidates.flatMap((candidate) => (candidate.code === null ? [] : [[candidate.code.toLowerCase(), candidate] as const])).toReversed());
  for (const candidate of candidates) {
    const { parentCode, stored, faults } = candidate;
    if (stored !== null && !within(stored.path, place.path)) faults.push({ column: 'code', code: 'UNIT_OUTSIDE', value: stored.name });
    if (parentCode === null || parentCode === '-') {
      candidate.parentId = parentCode === '-' ? place.id : (stored?.parentId ?? place.id);
      continue;
    }
    const known = index.findCode(parentCode);
    candidate.parentId = inFile.get(parentCode.toLowerCase())?.id ?? known?.id ?? '';
    if (candidate.parentId === '') {
      const answer = index.find(parentCode, null, null);
      faults.push({ column: 'parentCode', code: 'PARENT_UNKNOWN', value: parentCode, params: 'fault' in answer ? answer.params : {} });
    } else if (known?.closed === true) faults.push({ column: 'parentCode', code: 'UNIT_CLOSED', params: { unit: known.name } });
    else if (known !== undefined && !within(known.path, place.path)) faults.push({ column: 'parentCode', code: 'UNIT_OUTSIDE', value: known.name });
  }
}

function markLoops(candidates: readonly Candidate[], index: UnitIndex): void {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const above = (id: string) => byId.get(id)?.parentId ?? index.get(id)?.parentId;
  const nameOf = (id: string) => byId.get(id)?.name ?? index.get(id)?.name ?? '';
  for (const loop of findLoops(byId.keys(), above)) {
    const path = [...loop, loop[0] ?? ''].map(nameOf).join(' → ');
    for (const id of loop) byId.get(id)?.faults.push({ column: 'parentCode', code: 'UNIT_LOOP', value: byId.get(id)?.parentCode ?? '', params: { path } });
  }
}

/** A unit below one that cannot be written cannot be written either, and so on downwards. */
function refuseFaultyParents(candidates: readonly Candidate[]): void {
  const absent = new Map(candidates.flatMap(({ id, row, stored, faults }) => (stored === null && faults.length > 0 ? [[id, row] as const] : [])));
  for (let grown = true; grown; ) {
    grown = false;
    for (const { id, row, stored, parentId, parentCode, faults } of candidates) {
      const parentRow = absent.get(parentId ?? '');
      if (parentRow === undefined || faults.length > 0) continue;
      faults.push({ column: 'parentCode', code: 'PARENT_ROW_FAULTY', value: parentCode ?? '', params: { row: parentRow } });
      if (stored === null) absent.set(id, row);
      grown = true;
    }
  }
}

function inOrder(candidates: readonly Candidate[], index: UnitIndex, place: IndexedUnit): CheckedRow[] {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const nameOf = (id: string) => byId.get(id)?.name ?? index.get(id)?.name ?? '';
  const writes = candidates.map((candidate) => (candidate.faults.length > 0 ? null : writeOf(candidate, place)));
  const changes = writes.map((write) => changesOf(write, nameOf));
  const written = new Set(candidates.filter((_candidate, at) => (changes[at]?.length ?? 0) > 0).map(({ id }) => id));
  const depth = depths(written, (id) => byId.get(id)?.parentId);
  const position = new Map([...written].toSorted((a, b) => (depth.get(a) ?? 0) - (depth.get(b) ?? 0)).map((id, at) => [id, at]));
  return candidates.map(({ row, cells, code, name, stored, id, faults }, at) => {
    const verdict = faults.length > 0 ? 'error' : stored === null ? 'new' : written.has(id) ? 'changed' : 'same';
    const label = [name, code].filter((text) => text !== null).join(' · ').slice(0, 200);
    return {
      row, verdict, label, faults, warnings: [], changes: changes[at] ?? [], cells: verdict === 'same' ? null : cells, data: written.has(id) ? writes[at] : null,
      subjectId: verdict === 'error' ? (stored?.id ?? null) : id, revisionSeen: written.has(id) ? 0 : null, position: position.get(id) ?? 0,
    };
  });
}

function writeOf({ stored, code, name, given, parentId }: Candidate, place: IndexedUnit): UnitWrite {
  const seen = stored === null || stored.parentId === null ? null : { name: stored.name, shortName: stored.shortName, unitKind: stored.unitKind, timeZone: stored.timeZone, code: stored.code, parentId: stored.parentId };
  return {
    seen,
    state: {
      name: name ?? '', code: code ?? '', parentId: parentId ?? '', shortName: given.shortName ?? seen?.shortName ?? (name ?? '').slice(0, 100),
      unitKind: given.unitKind ?? seen?.unitKind ?? null, timeZone: given.timeZone ?? seen?.timeZone ?? place.timeZone,
    },
  };
}

function changesOf(write: UnitWrite | null, nameOf: (id: string) => string): FieldChange[] {
  if (write === null) return [];
  const fields = ['code', 'name', 'shortName', 'unitKind', 'timeZone'] as const;
  const shown = (field: (typeof fields)[number], value: string | null) => (field === 'timeZone' ? (zoneWords[value ?? ''] ?? value) : value);
  const changes: FieldChange[] = fields
    .map((field) => ({ column: field, before: shown(field, write.seen?.[field] ?? null), after: shown(field, write.state[field]) }))
    .filter((change) => change.before !== change.after);
  if (write.seen?.parentId !== write.state.parentId) changes.push({ column: 'parentCode', before: write.seen === null ? null : nameOf(write.seen.parentId), after: nameOf(write.state.parentId) });
  return changes;
}

function within(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}.`);
}

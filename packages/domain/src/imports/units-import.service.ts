import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import type { SheetRow } from '@pamong/platform/spreadsheet/sheet';
import { problemOfConstraint } from '../constraint-problems.js';
import type { UnitState } from '../organisations/unit-batch.service.js';
import { UnitBatchService } from '../organisations/unit-batch.service.js';
import type { CheckedRow } from './checked-row.js';
import type { BatchPlace, ImportSubject, PendingRow, RowResult, WrittenRow } from './import-subject.js';
import type { Mapping } from './mapping.rules.js';
import { PeopleContextRepository } from './people-context.repository.js';
import { knownUnitColumns } from './unit-columns.js';
import { UnitIndex } from './unit-index.js';
import type { UnitWrite } from './units-check.rules.js';
import { checkUnits } from './units-check.rules.js';

type LooseState = Omit<UnitState, 'code'> & { readonly code: string | null };

/** Import of units: made, renamed and moved by their code. */
@Injectable()
export class UnitsImportService implements ImportSubject {
  readonly kind = 'units';
  readonly columns = knownUnitColumns;

  constructor(
    private readonly db: Database,
    private readonly context: PeopleContextRepository,
    private readonly units: UnitBatchService,
  ) {}

  async check(batch: BatchPlace, rows: SheetRow[], mapping: Mapping): Promise<CheckedRow[]> {
    const known = await this.context.listUnits(this.db, batch.agencyId);
    const place = known.find((unit) => unit.path === batch.path);
    if (place === undefined) throw new Problem('NOT_FOUND');
    return checkUnits(rows.splice(0), mapping, new UnitIndex(known), place);
  }

  async write(tx: Tx, batch: BatchPlace, rows: readonly PendingRow[]): Promise<RowResult[]> {
    await this.units.lock(tx, batch.agencyId);
    const results: RowResult[] = [];
    for (const row of rows) results.push(await this.writeOne(tx, batch, row));
    return results;
  }

  async takeBack(tx: Tx, batch: BatchPlace, rows: readonly WrittenRow[]): Promise<RowResult[]> {
    await this.units.lock(tx, batch.agencyId);
    const results: RowResult[] = [];
    for (const row of rows) {
      const kept = await this.takeOneBack(tx, batch, row);
      results.push(kept === null ? { row: row.row, outcome: 'undone' } : { row: row.row, outcome: 'kept', faults: [{ column: null, code: kept }] });
    }
    return results;
  }

  async finish(tx: Tx, batch: BatchPlace): Promise<void> {
    await this.units.announce(tx, batch.agencyId);
  }

  private async writeOne(tx: Tx, batch: BatchPlace, row: PendingRow): Promise<RowResult> {
    const { state, seen } = row.data as UnitWrite;
    const now = await this.units.find(tx, row.subjectId);
    const overtaken = seen === null ? now !== null : now === null || now.closed || !same(now, seen);
    const problem = overtaken ? 'UNIT_CHANGED' : await this.attempt(tx, () => (seen === null ? this.units.create(tx, editor(batch), row.subjectId, state) : this.units.change(tx, editor(batch), row.subjectId, state)));
    if (problem !== null) return { row: row.row, outcome: 'failed', faults: [{ column: null, code: 'OVERTAKEN', params: { code: problem } }] };
    return { row: row.row, outcome: 'applied', revisionLeft: 0, before: { state, seen } };
  }

  private async takeOneBack(tx: Tx, batch: BatchPlace, row: WrittenRow): Promise<'CHANGED_SINCE' | 'IN_USE' | null> {
    const { state, seen } = row.before as UnitWrite;
    const now = await this.units.find(tx, row.subjectId);
    if (now === null) return null;
    if (now.closed || !same(now, state)) return 'CHANGED_SINCE';
    if (seen === null) return (await this.units.remove(tx, editor(batch), row.subjectId)) ? null : 'IN_USE';
    return (await this.attempt(tx, () => this.units.change(tx, editor(batch), row.subjectId, seen))) === null ? null : 'CHANGED_SINCE';
  }

  private async attempt(tx: Tx, work: () => Promise<void>): Promise<string | null> {
    await tx.query('savepoint import_unit');
    try {
      await work();
      await tx.query('release savepoint import_unit');
      return null;
    } catch (error) {
      const problem = error instanceof Problem ? error : problemOfConstraint(error);
      if (problem === null) throw error;
      await tx.query('rollback to savepoint import_unit');
      return problem.code;
    }
  }
}

function editor(batch: BatchPlace): { personId: string; agencyId: string } {
  return { personId: batch.createdBy, agencyId: batch.agencyId };
}

function same(a: LooseState, b: LooseState): boolean {
  return (['name', 'shortName', 'unitKind', 'timeZone', 'code', 'parentId'] as const).every((field) => a[field] === b[field]);
}

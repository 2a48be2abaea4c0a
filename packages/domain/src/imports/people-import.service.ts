import { setImmediate as breath } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Problem } from '@pamong/contract/kernel/problem';
import type { Tx } from '@pamong/platform/database/database';
import { Database } from '@pamong/platform/database/database';
import type { SheetRow } from '@pamong/platform/spreadsheet/sheet';
import { problemOfConstraint } from '../constraint-problems.js';
import type { WriteContext } from '../people/people-changes.service.js';
import { PeopleChangesService } from '../people/people-changes.service.js';
import type { PersonFacts, PersonWrite, PersonWritten } from '../people/person-facts.js';
import { SupervisorsService } from '../people/supervisors.service.js';
import type { CheckedRow } from './checked-row.js';
import type { BatchPlace, ImportSubject, PendingRow, RowResult, WrittenRow } from './import-subject.js';
import type { RowFault } from './import-row.entity.js';
import type { Mapping } from './mapping.rules.js';
import { checkPeople } from './people-check.rules.js';
import { knownPeopleColumns } from './people-columns.js';
import { PeopleContextRepository } from './people-context.repository.js';
import type { PersonDraft } from './people-row.rules.js';
import { readPersonRow } from './people-row.rules.js';
import { UnitIndex } from './unit-index.js';

/** Import of people: by number, or by address for those without one. */
@Injectable()
export class PeopleImportService implements ImportSubject {
  readonly kind = 'people';
  readonly columns = knownPeopleColumns;

  constructor(
    private readonly db: Database,
    private readonly context: PeopleContextRepository,
    private readonly people: PeopleChangesService,
    private readonly supervisors: SupervisorsService,
  ) {}

  async check(batch: BatchPlace, rows: SheetRow[], mapping: Mapping): Promise<CheckedRow[]> {
    const year = Number(batch.today.slice(0, 4));
    const drafts: PersonDraft[] = [];
    while (rows.length > 0) {
      for (const { row, cells } of rows.splice(0, 1_000)) drafts.push(readPersonRow(row, cells, mapping, year));
      // The worker's other jobs and the renewal of this one's lock want their turn.
      await breath();
    }
    const numbers = new Set(drafts.flatMap((draft) => [draft.staffNumber, draft.previousNumber, draft.supervisorNumber].filter((number) => number !== null)));
    const emails = new Set(drafts.flatMap((draft) => (draft.facts.email ? [draft.facts.email.toLowerCase()] : [])));
    const holders = await inChunks([...numbers], (some) => this.people.listByNumbers(this.db, some, batch.today));
    const addressees = await this.context.listIdsByEmail(this.db, batch.agencyId, [...emails]);
    const byAddress = await inChunks(addressees, (some) => this.people.list(this.db, some, batch.today));
    const supervision = await this.context.listSupervision(this.db, batch.agencyId);
    const names = new Map(supervision.map((person) => [person.id, person.name]));
    return checkPeople(drafts, {
      agencyId: batch.agencyId,
      placePath: batch.path,
      today: batch.today,
      units: new UnitIndex(await this.context.listUnits(this.db, batch.agencyId)),
      byNumber: new Map(holders.flatMap((person) => (person.staffNumber === null ? [] : [[person.staffNumber, person] as const]))),
      byEmail: Map.groupBy(byAddress, (person) => (person.email ?? '').toLowerCase()),
      supervisorOf: new Map(supervision.flatMap((person) => (person.supervisorId === null ? [] : [[person.id, person.supervisorId] as const]))),
      nameOf: (personId) => names.get(personId) ?? '',
    });
  }

  async write(tx: Tx, batch: BatchPlace, rows: readonly PendingRow[]): Promise<RowResult[]> {
    const writes = rows.map((row): PersonWrite => ({ personId: row.subjectId, revision: row.revisionSeen, effectiveOn: batch.effectiveOn, facts: row.data as Partial<PersonFacts> }));
    const context = this.writeContext(batch);
    const written = await this.attempt(tx, () => this.people.apply(tx, context, writes));
    if (!(written instanceof Problem)) return rows.map((row, index) => resultOf(row, written[index]));
    // One of them does not go: the others shall not wait for it.
    const results: RowResult[] = [];
    for (const [index, row] of rows.entries()) {
      const one = await this.attempt(tx, () => this.people.apply(tx, context, writes.slice(index, index + 1)));
      results.push(one instanceof Problem ? { row: row.row, outcome: 'failed', faults: [faultOf(one)] } : resultOf(row, one[0]));
    }
    return results;
  }

  async takeBack(tx: Tx, batch: BatchPlace, rows: readonly WrittenRow[]): Promise<RowResult[]> {
    const context = this.writeContext(batch);
    const changed = rows.filter((row) => row.verdict === 'changed');
    const written = await this.people.apply(tx, context, changed.map((row): PersonWrite => ({
      personId: row.subjectId, revision: row.revisionLeft, effectiveOn: batch.effectiveOn, facts: row.before as Partial<PersonFacts>, restores: true,
    })));
    const now = await this.context.listRevisions(tx, rows.map((row) => row.subjectId));
    const since = (row: WrittenRow) => (now.get(row.subjectId)?.merged === true ? 'MERGED_SINCE' : 'CHANGED_SINCE');
    const results = changed.map((row, index): RowResult => (written[index]?.stale === true ? keptAs(row, since(row)) : { row: row.row, outcome: 'undone' }));
    const made = rows.filter((row) => row.verdict === 'new');
    if (made.length === 0) return results;
    // Whom the tree had given one of these people as supervisor lets go of them first.
    await this.supervisors.refresh(tx, { agencyId: batch.agencyId });
    const touched = new Set(made.filter((row) => (now.get(row.subjectId)?.revision ?? row.revisionLeft) !== row.revisionLeft).map((row) => row.subjectId));
    const inUse = new Set(await this.people.remove(tx, context, made.map((row) => row.subjectId).filter((id) => !touched.has(id))));
    return [...results, ...made.map((row): RowResult => (touched.has(row.subjectId) ? keptAs(row, since(row)) : inUse.has(row.subjectId) ? keptAs(row, 'IN_USE') : { row: row.row, outcome: 'undone' }))];
  }

  async finish(tx: Tx, batch: BatchPlace): Promise<void> {
    await this.supervisors.refresh(tx, { agencyId: batch.agencyId });
  }

  private writeContext(batch: BatchPlace): WriteContext {
    return {
      agencyId: batch.agencyId, actor: { personId: batch.createdBy, agencyId: batch.agencyId }, today: batch.today, source: batch.id, refreshSupervisors: false,
    };
  }

  /** Runs what may break a rule without losing the transaction around it. */
  private async attempt<T>(tx: Tx, work: () => Promise<T>): Promise<T | Problem> {
    await tx.query('savepoint import_write');
    try {
      const result = await work();
      await tx.query('release savepoint import_write');
      return result;
    } catch (error) {
      const problem = error instanceof Problem ? error : problemOfConstraint(error);
      if (problem === null) throw error;
      await tx.query('rollback to savepoint import_write');
      return problem;
    }
  }
}

/** Asked for all at once the database reads whole tables; for some hundreds it goes by its indexes. */
async function inChunks<Item, Found>(items: readonly Item[], read: (some: readonly Item[]) => Promise<Found[]>): Promise<Found[]> {
  const found: Found[] = [];
  for (let at = 0; at < items.length; at += 500) found.push(...(await read(items.slice(at, at + 500))));
  return found;
}

/** A last admin is no matter of a second upload; anything else is what the dry run could not know. */
function faultOf({ code }: Problem): RowFault {
  const last = code === 'LAST_ADMIN' || code === 'LAST_PLATFORM_ADMIN';
  return last ? { column: 'status', code: 'LAST_ADMIN', params: {} } : { column: null, code: 'OVERTAKEN', params: { code } };
}

function resultOf(row: PendingRow, written: PersonWritten | undefined): RowResult {
  if (written === undefined || written.stale) return { row: row.row, outcome: 'failed', faults: [{ column: null, code: 'OVERTAKEN', params: { code: 'PERSON_CHANGED' } }] };
  return { row: row.row, outcome: 'applied', revisionLeft: written.revision, before: written.before };
}

function keptAs(row: WrittenRow, code: 'CHANGED_SINCE' | 'MERGED_SINCE' | 'IN_USE'): RowResult {
  return { row: row.row, outcome: 'kept', faults: [{ column: null, code }] };
}

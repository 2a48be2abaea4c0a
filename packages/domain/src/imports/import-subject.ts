import type { ImportKind } from '@pamong/contract/imports';
import type { Tx } from '@pamong/platform/database/database';
import type { SheetRow } from '@pamong/platform/spreadsheet/sheet';
import type { CheckedRow } from './checked-row.js';
import type { RowFault, RowOutcome, RowVerdict } from './import-row.entity.js';
import type { KnownColumn, Mapping } from './mapping.rules.js';

/** What a subject needs to know of its batch. */
export interface BatchPlace {
  readonly id: string;
  readonly agencyId: string;
  /** ltree path in which it may read and write. */
  readonly path: string;
  readonly timeZone: string;
  readonly effectiveOn: string;
  /** Today in the agency's zone. */
  readonly today: string;
  readonly createdBy: string;
}

/** A row that waits to be written. */
export interface PendingRow {
  readonly row: number;
  readonly verdict: RowVerdict;
  readonly subjectId: string;
  readonly data: unknown;
  readonly revisionSeen: number;
}

/** A row that was written and is to be taken back. */
export interface WrittenRow {
  readonly row: number;
  readonly verdict: RowVerdict;
  readonly subjectId: string;
  readonly revisionLeft: number;
  readonly before: unknown;
}

/** What became of a row. */
export interface RowResult {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly faults?: readonly RowFault[];
  readonly subjectId?: string;
  readonly revisionLeft?: number;
  readonly before?: unknown;
}

/** What can be imported: people, units. Everything that is called with a transaction may be called again after a crash. */
export interface ImportSubject {
  readonly kind: ImportKind;
  readonly columns: readonly KnownColumn[];
  /** Compares the rows below the header with the database. The rows are taken out of the list, so that a sheet's memory is free again soon. */
  check(batch: BatchPlace, rows: SheetRow[], mapping: Mapping): Promise<CheckedRow[]>;
  /** Writes some rows, in their order. */
  write(tx: Tx, batch: BatchPlace, rows: readonly PendingRow[]): Promise<RowResult[]>;
  /** Takes some rows back; those that others have built upon are `kept`. */
  takeBack(tx: Tx, batch: BatchPlace, rows: readonly WrittenRow[]): Promise<RowResult[]>;
  /** Once after the last rows of an apply or undo. */
  finish(tx: Tx, batch: BatchPlace): Promise<void>;
}

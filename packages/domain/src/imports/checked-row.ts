import type { FieldChange, RowFault, RowVerdict } from './import-row.entity.js';

/** A row as the dry run leaves it. */
export interface CheckedRow {
  readonly row: number;
  readonly verdict: RowVerdict;
  readonly label: string;
  /** As the file has them; null for what cannot fail. */
  readonly cells: readonly string[] | null;
  /** What the apply writes. */
  readonly data: unknown;
  readonly faults: readonly RowFault[];
  /** They stop nothing. */
  readonly warnings: readonly RowFault[];
  readonly changes: readonly FieldChange[];
  readonly subjectId: string | null;
  readonly revisionSeen: number | null;
  /** Place in the order of writing; whoever stands above another comes first. */
  readonly position: number;
}

/** `date`: a number that its style shows as a day; the text is `YYYY-MM-DD`. `error`: `#REF!` and the like. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error';

/** One cell as a person sees it, as text. */
export interface SheetCell {
  /** Trimmed; numbers as the file stores them, so that lost digits can be noticed. */
  readonly text: string;
  readonly kind: CellKind;
  /** The value that the program had calculated last; nothing is ever calculated here. */
  readonly formula?: true;
  /** Covered by a merged cell whose value stands elsewhere. */
  readonly merged?: true;
}

/** A row with at least one cell that is not blank. */
export interface SheetRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number;
  /** Holes are blank cells. */
  readonly cells: readonly (SheetCell | undefined)[];
}

export interface SheetLimits {
  /** Rows that are not blank. */
  readonly rows: number;
  /** Columns up to the last cell that is not blank. */
  readonly columns: number;
  /** Bytes of the unpacked parts together: what keeps a small file from filling the memory. */
  readonly unpackedBytes: number;
}

export const defaultLimits: SheetLimits = { rows: 20_001, columns: 200, unpackedBytes: 160 * 1024 ** 2 };

/** Why a file cannot be read as a table. */
export type SpreadsheetReason = 'EMPTY' | 'NOT_A_SPREADSHEET' | 'OLD_EXCEL' | 'PROTECTED' | 'DAMAGED' | 'TOO_LARGE_INSIDE' | 'TOO_MANY_ROWS' | 'TOO_MANY_COLUMNS' | 'NO_ROWS';

export class SpreadsheetFault extends Error {
  constructor(
    readonly reason: SpreadsheetReason,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(reason);
    this.name = 'SpreadsheetFault';
  }
}

/** More than fits comes out of a small file. */
export function tooLargeInside(unpackedBytes: number): SpreadsheetFault {
  return new SpreadsheetFault('TOO_LARGE_INSIDE', { megabytes: Math.round(unpackedBytes / 1024 ** 2) });
}

/** Keeps rows within the limits while they are read. */
export class RowCollector {
  readonly rows: SheetRow[] = [];

  constructor(private readonly limits: SheetLimits) {}

  /** Takes a row over; blank ones are passed by. @throws SpreadsheetFault */
  add(row: number, cells: (SheetCell | undefined)[]): void {
    let width = cells.length;
    while (width > 0 && blank(cells[width - 1])) width -= 1;
    if (width === 0) return;
    if (width > this.limits.columns) throw new SpreadsheetFault('TOO_MANY_COLUMNS', { limit: this.limits.columns });
    if (this.rows.length >= this.limits.rows) throw new SpreadsheetFault('TOO_MANY_ROWS', { limit: this.limits.rows - 1 });
    cells.length = width;
    this.rows.push({ row, cells });
  }
}

function blank(cell: SheetCell | undefined): boolean {
  return cell === undefined || cell.text === '';
}

import type { SheetCell, SheetLimits, SheetRow } from './sheet.js';
import { RowCollector, tooLargeInside } from './sheet.js';
import type { XlsxBook } from './xlsx-book.js';
import { clean, readBook } from './xlsx-book.js';
import { readXml } from './xml-part.js';
import { ZipArchive } from './zip-archive.js';

/** Rows of the first visible sheet. @throws SpreadsheetFault */
export async function readXlsx(file: Buffer, limits: SheetLimits): Promise<SheetRow[]> {
  const zip = ZipArchive.open(file, limits.unpackedBytes);
  return readRows(zip, await readBook(zip), limits);
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  formula: boolean;
  value: string;
}

async function readRows(zip: ZipArchive, book: XlsxBook, limits: SheetLimits): Promise<SheetRow[]> {
  const collected = new RowCollector(limits);
  const merges: string[] = [];
  let row = 0;
  let cells: (SheetCell | undefined)[] = [];
  let cell: OpenCell | null = null;
  let inValue = false;
  // A text of the book may stand in any number of cells: what unfolds counts, like what is unpacked.
  let shownLength = 0;
  await readXml(zip.read(book.sheetPart), {
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attributes['r'] ?? row + 1);
        cells = [];
      } else if (name === 'c') {
        cell = { column: columnOf(attributes['r']) ?? cells.length, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), formula: false, value: '' };
      } else if (name === 'f' && cell !== null) {
        cell.formula = true;
      } else if (name === 'mergeCell') {
        merges.push(attributes['ref'] ?? '');
      }
      inValue = name === 'v' || name === 't';
    },
    text: (text) => {
      if (inValue && cell !== null) cell.value += text;
    },
    close: (name) => {
      inValue = false;
      if (name === 'c' && cell !== null) {
        // Addresses end at column XFD, so a cell far to the right makes no long list.
        const filled = shown(cell, book);
        shownLength += filled.text.length;
        if (shownLength > limits.unpackedBytes) throw tooLargeInside(limits.unpackedBytes);
        if (cell.column < 16_384) cells[cell.column] = filled;
        cell = null;
      } else if (name === 'row') {
        collected.add(row, cells);
      }
    },
  });
  return withMerges(collected.rows, merges);
}

/** Column of an address such as `AB12`, from 0. */
function columnOf(address: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function shown(cell: OpenCell, book: XlsxBook): SheetCell {
  const formula = cell.formula ? ({ formula: true } as const) : {};
  const { value } = cell;
  switch (cell.type) {
    case 's':
      return { text: book.strings[Number(value)] ?? '', kind: 'text', ...formula };
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE', kind: 'boolean', ...formula };
    case 'e':
      return { text: value, kind: 'error', ...formula };
    case 'd':
      return { text: value.slice(0, 10), kind: 'date', ...formula };
    case 'n': {
      if (value === '') return { text: '', kind: 'text', ...formula };
      const day = book.dateStyles[cell.style] === true ? dayOf(Number(value), book.since1904) : null;
      return day === null ? { text: plainNumber(value), kind: 'number', ...formula } : { text: day, kind: 'date', ...formula };
    }
    default:
      return { text: clean(value), kind: 'text', ...formula };
  }
}

/** Days since the turn of 1900, with the leap day that 1900 never had. */
function dayOf(serial: number, since1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return null;
  const days = Math.floor(serial) + (since1904 ? 1_462 : 0);
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Offices store 0.1 as 0.10000000000000001; long numbers stay as they are stored, exponent and all. */
function plainNumber(stored: string): string {
  const value = Number(stored);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return stored;
  return String(Number(value.toPrecision(15)));
}

const maxMergedCells = 200_000;

/** Marks the cells that a merged one covers; they have no value of their own. */
function withMerges(rows: SheetRow[], merges: readonly string[]): SheetRow[] {
  if (merges.length === 0) return rows;
  const byNumber = new Map(rows.map((row) => [row.row, row.cells as (SheetCell | undefined)[]]));
  let marked = 0;
  for (const ref of merges) {
    const [from = '', to = from] = ref.split(':');
    const [left, right] = [columnOf(from) ?? 0, columnOf(to) ?? 0];
    const [top, bottom] = [rowOf(from), rowOf(to)];
    for (let row = top; row <= Math.min(bottom, top + maxMergedCells); row += 1) {
      const cells = byNumber.get(row);
      for (let column = left; cells !== undefined && column <= Math.min(right, cells.length); column += 1) {
        marked += 1;
        if (marked > maxMergedCells) return rows;
        if ((row !== top || column !== left) && (cells[column]?.text ?? '') === '') cells[column] = { text: '', kind: 'text', merged: true };
      }
    }
  }
  return rows;
}

function rowOf(address: string): number {
  return Number(/\d+$/.exec(address)?.[0] ?? 0);
}

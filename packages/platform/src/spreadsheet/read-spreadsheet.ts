import { readCsv } from './csv-reader.js';
import type { SheetLimits, SheetRow } from './sheet.js';
import { SpreadsheetFault, defaultLimits } from './sheet.js';
import { readXlsx } from './xlsx-reader.js';

/**
 * The table in a file: the first visible sheet of an XLSX workbook, or separated values. What the file is shows in its bytes, not
 * in its name. Reading takes breaks, so a worker stays alive; all rows are kept in memory, within the limits.
 * @returns rows that are not blank, the header among them
 * @throws SpreadsheetFault
 */
export async function readSpreadsheet(file: Buffer, limits: SheetLimits = defaultLimits): Promise<SheetRow[]> {
  if (file.length === 0) throw new SpreadsheetFault('EMPTY');
  const rows = await readKind(file, limits);
  if (rows.length === 0) throw new SpreadsheetFault('NO_ROWS');
  return rows;
}

const others = /^(%PDF|\x89PNG|\xff\xd8\xff|GIF8|\x7fELF|MZ|Rar!|7z\xbc\xaf|\x1f\x8b|\s*<(!doctype|html|\?xml))/i;

async function readKind(file: Buffer, limits: SheetLimits): Promise<SheetRow[]> {
  const head = file.subarray(0, 64).toString('latin1');
  if (head.startsWith('PK')) return readXlsx(file, limits);
  // The container of old offices; one that holds an encrypted package is a new document with a password.
  if (file.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    throw new SpreadsheetFault(file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'PROTECTED' : 'OLD_EXCEL');
  }
  if (others.test(head)) throw new SpreadsheetFault('NOT_A_SPREADSHEET');
  return readCsv(file, limits);
}

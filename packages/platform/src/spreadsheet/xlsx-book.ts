import { SpreadsheetFault } from './sheet.js';
import { readXml } from './xml-part.js';
import type { ZipArchive } from './zip-archive.js';

/** What the cells of a sheet need of their workbook. */
export interface XlsxBook {
  /** Part of the first sheet that is not hidden. */
  readonly sheetPart: string;
  readonly strings: readonly string[];
  /** For each style whether it shows a number as a day. */
  readonly dateStyles: readonly boolean[];
  /** Days are counted from 1904, as old Macs did. */
  readonly since1904: boolean;
}

/** @throws SpreadsheetFault NOT_A_SPREADSHEET where the archive is another kind of document */
export async function readBook(zip: ZipArchive): Promise<XlsxBook> {
  if (!zip.has('xl/workbook.xml')) throw new SpreadsheetFault('NOT_A_SPREADSHEET');
  const sheets: string[] = [];
  let since1904 = false;
  await readXml(zip.read('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
      if (name === 'sheet' && (attributes['state'] ?? 'visible') === 'visible') sheets.push(attributes['r:id'] ?? attributes['id'] ?? '');
    },
  });
  const targets = new Map<string, string>();
  await readXml(zip.read('xl/_rels/workbook.xml.rels'), {
    open: (name, attributes) => {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
    },
  });
  const target = targets.get(sheets[0] ?? '') ?? 'worksheets/sheet1.xml';
  const sheetPart = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  if (!zip.has(sheetPart)) throw new SpreadsheetFault('DAMAGED');
  return { sheetPart, since1904, strings: await readStrings(zip), dateStyles: await readDateStyles(zip) };
}

async function readStrings(zip: ZipArchive): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = 0;
  await readXml(zip.read('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') phonetic += 1;
      inText = name === 't' && phonetic === 0;
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic -= 1;
      // Cleaned here, once, however many cells show it.
      if (name === 'si') strings.push(clean(current));
    },
  });
  return strings;
}

async function readDateStyles(zip: ZipArchive): Promise<boolean[]> {
  const custom = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  await readXml(zip.read('xl/styles.xml'), {
    open: (name, attributes) => {
      if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'xf' && inCellStyles) styles.push(isDateFormat(Number(attributes['numFmtId'] ?? 0), custom));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

/** The built-in formats 14 to 22 and those of East Asia are dates; a format of one's own is one if it names a day, month or year. */
function isDateFormat(id: number, custom: ReadonlyMap<number, string>): boolean {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return true;
  const code = custom.get(id);
  return code !== undefined && /[dmy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')) && !/^general$/i.test(code);
}

/** A text of a cell without what no form would let through. */
export function clean(text: string): string {
  // Offices write control characters as _x000D_.
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16))).replace(/[\s\u00a0]+/g, ' ').trim();
}

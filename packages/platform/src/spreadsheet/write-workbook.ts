import { setImmediate as breath } from 'node:timers/promises';
import { ZipWriter } from './zip-writer.js';

export interface SheetToWrite {
  /** At most 31 characters. */
  readonly name: string;
  /** The first row is the header: bold, and it stays in view. Every cell is text, so a NIP keeps its digits and a formula is only a text. */
  readonly rows: readonly (readonly string[])[];
  /** Width of each column in characters; default 18. */
  readonly widths?: readonly number[];
  /** Header cells to mark, by column. */
  readonly marked?: readonly number[];
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** An XLSX workbook whose cells are all text, in memory. The first sheet is the one that an import reads. */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const zip = new ZipWriter();
  for (const [name, content] of frameParts(sheets.map((sheet) => sheet.name))) zip.add(name, content);
  for (const [index, sheet] of sheets.entries()) zip.add(sheetPart(index), await sheetXml(sheet));
  return zip.end();
}

/** Name of a sheet's part in the archive. */
export function sheetPart(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** Every part of a workbook but the sheets themselves, as name and content. */
export function frameParts(names: readonly string[]): readonly (readonly [string, string])[] {
  const each = (line: (name: string, number: number) => string) => names.map((name, index) => line(name, index + 1)).join('');
  return [
    [
      '[Content_Types].xml',
      `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${each((_name, number) => `<Override PartName="/${sheetPart(number - 1)}" ContentType="${types}.worksheet+xml"/>`)}</Types>`,
    ],
    ['_rels/.rels', `${xmlHead}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    [
      'xl/workbook.xml',
      `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((name, number) => `<sheet name="${escape(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${xmlHead}<Relationships xmlns="${packageRelations}">${each((_name, number) => `<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', styles],
  ];
}

/** Styles: 0 is unused; 1 text (format `@`), 2 header, 3 marked header. */
const styles = `${xmlHead}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3EEF0"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF7DFA5"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="49" fontId="1" fillId="3" applyNumberFormat="1" applyFont="1" applyFill="1"/></cellXfs></styleSheet>`;

async function sheetXml({ rows, widths = [], marked = [] }: SheetToWrite): Promise<Buffer> {
  const pieces = [Buffer.from(sheetHead(rows[0]?.length ?? 0, widths))];
  let lines = '';
  for (const [index, row] of rows.entries()) {
    lines += rowXml(row, index, marked);
    if (index % 1_000 === 999) {
      pieces.push(Buffer.from(lines));
      lines = '';
      await breath();
    }
  }
  pieces.push(Buffer.from(lines + sheetEnd));
  return Buffer.concat(pieces);
}

/** What stands before the rows of a sheet. */
export function sheetHead(columns: number, widths: readonly number[]): string {
  const cols = Array.from({ length: Math.max(1, columns) }, (_, index) => `<col min="${index + 1}" max="${index + 1}" width="${widths[index] ?? 18}" style="1" customWidth="1"/>`).join('');
  return `${xmlHead}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${cols}</cols><sheetData>`;
}

export const sheetEnd = '</sheetData></worksheet>';

/** One row; the one with index 0 is the header. */
export function rowXml(row: readonly string[], index: number, marked: readonly number[] = []): string {
  const cells = row.map((text, column) => {
    const style = index > 0 ? 1 : marked.includes(column) ? 3 : 2;
    return text === '' ? '' : `<c r="${letters(column)}${index + 1}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
  });
  return `<row r="${index + 1}">${cells.join('')}</row>`;
}

function letters(column: number): string {
  let text = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) text = String.fromCharCode(65 + ((left - 1) % 26)) + text;
  return text;
}

function escape(text: string): string {
  // XML knows no such characters.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

import { readSpreadsheet } from './read-spreadsheet.js';
import type { SheetLimits } from './sheet.js';
import { defaultLimits } from './sheet.js';
import { writeCsv } from './write-csv.js';
import { writeWorkbook } from './write-workbook.js';
import { ZipWriter } from './zip-writer.js';

const read = (content: string | Buffer, limits?: SheetLimits) => readSpreadsheet(typeof content === 'string' ? Buffer.from(content) : content, limits);
const texts = async (content: string | Buffer) => (await read(content)).map(({ row, cells }) => [row, ...Array.from(cells, (cell) => cell?.text ?? null)]);

/** A workbook as an office writes it, with this sheet data. */
function workbook(sheetData: string, { strings = '', more = '', hidden = false } = {}): Buffer {
  const zip = new ZipWriter();
  zip.add('[Content_Types].xml', '<Types/>');
  zip.add('xl/workbook.xml', `<?xml version="1.0"?><x:workbook xmlns:x="m" xmlns:r="r"><x:sheets>${hidden ? '<x:sheet name="a" state="hidden" r:id="rId9"/>' : ''}<x:sheet name="b" r:id="rId1"/></x:sheets></x:workbook>`);
  zip.add('xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="rId9" Target="worksheets/sheet9.xml"/><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>');
  zip.add('xl/sharedStrings.xml', `<sst>${strings}</sst>`);
  zip.add('xl/styles.xml', '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd\\-mm\\-yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>');
  zip.add('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${sheetData}</sheetData>${more}</worksheet>`);
  return zip.end();
}

it('reads back what the writer wrote, NIP and formula as the text they are', async () => {
  const rows = [['NIP', 'Nama'], ['198703142011012903', '=1+1'], ['', 'Ma’ruf & <Putra> "x"']];
  const book = await writeWorkbook([{ name: 'Pegawai', rows }, { name: 'Petunjuk', rows: [['x']] }]);
  expect(await texts(book)).toEqual([[1, 'NIP', 'Nama'], [2, '198703142011012903', '=1+1'], [3, null, 'Ma’ruf & <Putra> "x"']]);
  expect(await texts(Buffer.from(writeCsv(rows)))).toEqual([[1, 'NIP', 'Nama'], [2, '198703142011012903', '=1+1'], [3, '', 'Ma’ruf & <Putra> "x"']]);
});

it('keeps numbers as they are stored, so that lost digits show, and turns days into dates', async () => {
  const rows = await read(
    workbook(
      `<row r="3"><c r="A3"><v>1.98609E+17</v></c><c r="B3"><v>198703142011012000</v></c><c r="C3" s="1"><v>46348</v></c><c r="D3" s="2"><v>60</v></c>
       <c r="E3"><v>0.10000000000000001</v></c><c r="F3" t="s"><v>1</v></c><c r="H3" t="b"><v>1</v></c><c r="I3" t="e"><v>#REF!</v></c></row>`,
      { strings: '<si><t>a</t></si><si><r><t xml:space="preserve"> Bagus </t></r><r><t>W_x000D_</t></r><rPh><t>x</t></rPh></si>' },
    ),
  );
  expect(rows[0]?.row).toBe(3);
  expect(rows[0]?.cells.map((cell) => (cell === undefined ? null : [cell.kind, cell.text]))).toEqual([
    ['number', '1.98609E+17'], ['number', '198703142011012000'], ['date', '2026-11-22'], ['date', '1900-02-28'],
    ['number', '0.1'], ['text', 'Bagus W'], undefined, ['boolean', 'TRUE'], ['error', '#REF!'],
  ]);
});

it('takes the last value of a formula and calculates nothing', async () => {
  const [row] = await read(workbook('<row><c t="str"><f>HYPERLINK("http://x")</f><v>Budi</v></c><c><f>1+1</f><v>2</v></c><c><f>A1</f></c></row>'));
  expect(row?.cells.slice(0, 2)).toEqual([{ text: 'Budi', kind: 'text', formula: true }, { text: '2', kind: 'number', formula: true }]);
});

it('passes blank rows by and marks what a merged cell covers', async () => {
  const rows = await read(workbook('<row r="1"><c r="A1" t="inlineStr"><is><t>Dinas</t></is></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2"/></row><row r="5"><c r="B5"><v>2</v></c></row>', { more: '<mergeCells><mergeCell ref="A1:A5"/></mergeCells>', hidden: true }));
  expect(rows.map(({ row }) => row)).toEqual([1, 5]);
  expect(rows[1]?.cells[0]).toEqual({ text: '', kind: 'text', merged: true });
});

it.each([
  ['EMPTY', ''],
  ['NO_ROWS', '\n;;\n'],
  ['NOT_A_SPREADSHEET', '%PDF-1.7 x'],
  ['NOT_A_SPREADSHEET', '<html><table></table></html>'],
  ['NOT_A_SPREADSHEET', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])],
  ['DAMAGED', 'PK\x03\x04 and no more'],
  ['DAMAGED', workbook('<row><c><v>1</v></row>')],
  ['DAMAGED', workbook('<row><c t="inlineStr"><is><t>&boom;</t></is></c></row>')],
  ['OLD_EXCEL', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
  ['PROTECTED', Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.alloc(9_000), Buffer.from('EncryptedPackage', 'utf16le')])],
  ['TOO_MANY_COLUMNS', Array.from({ length: 300 }, (_, index) => `k${index}`).join(';')],
  ['TOO_MANY_ROWS', 'a\n'.repeat(20_002)],
])('refuses with %s', async (reason, content) => {
  await expect(read(content)).rejects.toMatchObject({ reason });
});

it('takes 300 columns whose last hundreds are blank', async () => {
  expect(await texts(`nip;nama${';'.repeat(298)}`)).toEqual([[1, 'nip', 'nama']]);
});

it('refuses another kind of office document', async () => {
  const zip = new ZipWriter();
  zip.add('word/document.xml', '<x/>');
  await expect(read(zip.end())).rejects.toMatchObject({ reason: 'NOT_A_SPREADSHEET' });
});

it('stops unpacking a bomb at the limit', async () => {
  const bomb = workbook(`<row><c t="inlineStr"><is><t>${'0'.repeat(5_000_000)}</t></is></c></row>`);
  expect(bomb.length).toBeLessThan(50_000);
  await expect(read(bomb, { ...defaultLimits, unpackedBytes: 1_000_000 })).rejects.toMatchObject({ reason: 'TOO_LARGE_INSIDE' });
});

it('counts a text of the book in every cell that shows it', async () => {
  const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`;
  const bomb = workbook(row.repeat(300), { strings: `<si><t>${'0'.repeat(100_000)}</t></si>` });
  expect(bomb.length).toBeLessThan(50_000);
  await expect(read(bomb, { ...defaultLimits, unpackedBytes: 5_000_000 })).rejects.toMatchObject({ reason: 'TOO_LARGE_INSIDE' });
});

import { readSpreadsheet } from './read-spreadsheet.js';
import { streamCsv, streamWorkbook } from './stream-workbook.js';

async function* batches(rows: readonly (readonly string[])[], size: number) {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

const rows = [['nip', 'nama'], ...Array.from({ length: 2_500 }, (_, index) => [`1987031420110129${String(index).padStart(4, '0')}`, index === 7 ? '=HYPERLINK("x")' : `Sutrisno ${index} <&>`])];

describe('a streamed table', () => {
  it.each([
    ['xlsx', () => whole(streamWorkbook({ name: 'Pegawai', widths: [22, 30], batches: batches(rows, 1_000) }))],
    ['csv', () => whole(streamCsv(batches(rows, 1_000)))],
  ])('is read back as it was written: %s', async (_kind, write) => {
    const read = await readSpreadsheet(await write());
    expect(read.map((row) => row.cells.map((cell) => cell?.text ?? ''))).toEqual(rows);
    expect(read[8]?.cells[1]?.formula).toBeUndefined();
  });

  it('defuses formulas in values and carries the mark of UTF-8', async () => {
    const text = (await whole(streamCsv(batches([['nama'], ['=1+1'], ['@SUM(1)'], ['\t=1']], 10)))).toString('utf8');
    expect(text).toBe("\ufeffnama\r\n'=1+1\r\n'@SUM(1)\r\n'\t=1\r\n");
  });
});

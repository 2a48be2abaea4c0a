import { readSpreadsheet } from '@pamong/platform/spreadsheet/read-spreadsheet';
import { writeWorkbook } from '@pamong/platform/spreadsheet/write-workbook';

/** A file as the browser sends it. */
export interface SheetFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Somebody of the generated staff, as the agency's own sign-on knows them. */
export interface Staff {
  readonly login: string;
  readonly nip: string;
  readonly name: string;
}

async function workbook(name: string, rows: readonly (readonly string[])[]): Promise<SheetFile> {
  return { name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: await writeWorkbook([{ name: 'Data', rows }]) };
}

const units = [
  ['DINKES', 'Dinas Kesehatan', 'dinas', ''],
  ['DINKES-YAN', 'Bidang Pelayanan Kesehatan', 'bidang', 'DINKES'],
  ['PKM-01', 'Puskesmas Kampung Baru', 'puskesmas', 'DINKES-YAN'],
  ['DISDIK', 'Dinas Pendidikan', 'dinas', ''],
  ['SMPN-03', 'SMP Negeri 3 Muara Lestari', 'sekolah', 'DISDIK'],
  ['BKPSDM', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', 'badan', ''],
] as const;

/** How many units `unitsFile` holds. */
export const unitCount = units.length;

/** The tree of units, the children before their parents, as lists that were sorted by name are. */
export function unitsFile(): Promise<SheetFile> {
  return workbook('unit-kerja.xlsx', [['Kode', 'Nama Unit', 'Jenis', 'Kode Induk'], ...units.toReversed()]);
}

/** Headers of an export of SIASN rather than those of the template. */
const header = ['NIP BARU', 'GELAR DEPAN', 'NAMA', 'GELAR BELAKANG', 'JENIS PEGAWAI', 'GOL RUANG', 'NAMA JABATAN', 'UNOR NAMA', 'NIP ATASAN', 'EMAIL'];
/** Men and women in turn, as their numbers say. */
const given = ['Sutrisno', 'Nurhayati', "Ma'ruf", 'Siti Aminah', 'I Made', 'Dewi', 'Yohanes', 'Maria Goreti', 'Bagus', 'Rini'];
const family = ['Wirawan', 'Latuheru', 'Handayani', 'Al-Fatih', 'Simanjuntak', 'Rahmawati', 'Kogoya', 'Setiawan', 'Panggabean'];

/** Every fiftieth row has a fault: 2 %. */
const spoiledEvery = 50;

/** How many of so many rows have a fault. */
export const faultyOf = (count: number) => Math.floor(count / spoiledEvery);

const two = (value: number) => String(value).padStart(2, '0');

/** Every seventh is PPPK, whose number carries no month. */
function numberOf(index: number): string {
  const turn = Math.floor(index / 999);
  const middle = index % 7 === 6 ? `2021${21}` : `${2008 + (index % 8)}${two(1 + (index % 12))}`;
  return `${1970 + (turn % 20)}${two(1 + (index % 12))}${two(1 + (index % 28))}${middle}${1 + (index % 2)}${String(1 + (index % 999)).padStart(3, '0')}`;
}

/** Person `index` of the generated staff. */
export function staffOf(index: number): Staff {
  return { login: `pegawai${index}`, nip: numberOf(index), name: `${given[index % given.length]} ${family[Math.floor(index / given.length) % family.length]}` };
}

function rightRow(index: number): string[] {
  const { nip, name, login } = staffOf(index);
  const pppk = index % 7 === 6;
  // Every tenth leads the nine that follow.
  const supervisor = index % 10 === 0 ? '' : numberOf(index - (index % 10));
  const unit = units[index % units.length]?.[1] ?? '';
  return [nip, '', name, pppk ? 'A.Md.' : 'S.Kom., M.M.', pppk ? 'PPPK' : 'PNS', pppk ? 'VII' : 'III/c', 'Pranata Komputer', unit, supervisor, `${login}@muaralestari.example`];
}

/** The four faults that offices make most, in turn. */
function spoil(row: string[], turn: number): void {
  const [nip = ''] = row;
  if (turn % 4 === 0) row[0] = `${nip[0]},${nip.slice(1, 6)}E+17`;
  else if (turn % 4 === 1) row[0] = `${nip.slice(0, 4)}0230${nip.slice(8)}`;
  else if (turn % 4 === 2) row[7] = 'Puskesmas Kampung Bru';
  else row[8] = '199901012024011999';
}

/** The whole staff in one file, 2 % of the rows with a fault. */
export function peopleFile(count: number): Promise<SheetFile> {
  const rows = Array.from({ length: count }, (_, index) => {
    const row = rightRow(index);
    if (index % spoiledEvery === spoiledEvery - 1) spoil(row, Math.floor(index / spoiledEvery));
    return row;
  });
  return workbook('pegawai.xlsx', [header, ...rows]);
}

/**
 * The file of rows to correct, put right as somebody does who has the source at hand.
 * @returns the file, and what its last column said was wrong, row by row
 */
export async function corrected(failedRows: Buffer): Promise<{ file: SheetFile; reasons: string[] }> {
  const [head, ...rows] = (await readSpreadsheet(failedRows)).map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? ''));
  if (head === undefined) throw new Error('The file of rows to correct is empty');
  const right = rows.map((row) => {
    const index = Number(/^pegawai(\d+)@/.exec(row[header.indexOf('EMAIL')] ?? '')?.[1]);
    return [...rightRow(index), ...row.slice(header.length)];
  });
  return { file: await workbook('pegawai-diperbaiki.xlsx', [head, ...right]), reasons: rows.map((row) => row.at(-1) ?? '') };
}

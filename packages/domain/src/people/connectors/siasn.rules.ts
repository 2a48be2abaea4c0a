import { parseStaffNumber } from '@pamong/contract/staff-number';
import { kindWords, peopleColumns, postKindWords } from '../people-sheet.rules.js';
import type { PersonnelRecord, PersonnelSource } from './personnel-source.js';

/** A record of SIASN as one row in the columns of the import; what SIASN does not know stays blank, so the import leaves it alone. */
export function rowOfRecord(record: PersonnelRecord, year: number): string[] {
  const { unorNama, unorIndukNama } = record;
  const unit = unorIndukNama && unorNama && unorIndukNama !== unorNama ? `${unorIndukNama} / ${unorNama}` : unorNama;
  const cells: Readonly<Record<string, string | null | undefined>> = {
    nip: record.nipBaru,
    titleBefore: record.gelarDepan,
    name: record.nama,
    titleAfter: record.gelarBelakang,
    kind: kindOf(record, year),
    rank: record.golRuangAkhir,
    postKind: postKindOf(record),
    post: record.jabatanNama,
    unit,
    email: record.email,
    phone: record.noHp,
    birthPlace: record.tempatLahir,
    birthDate: record.tglLahir,
  };
  return peopleColumns.map((column) => cells[column.key]?.trim() ?? '');
}

/** All records as a table with its header. */
export async function tableOfSource(source: PersonnelSource, year: number): Promise<string[][]> {
  const rows = [peopleColumns.map((column) => column.title)];
  for await (const record of source.records()) rows.push(rowOfRecord(record, year));
  return rows;
}

/** SIASN names no kind of staff; the number's form does. A number that cannot be read is for the dry run to name. */
function kindOf({ nipBaru, statusPegawai }: PersonnelRecord, year: number): string {
  const number = parseStaffNumber(nipBaru ?? '', year);
  if ('fault' in number) return '';
  if (number.kind === 'NI_PPPK') return kindWords.PPPK;
  return statusPegawai?.trim().toUpperCase() === 'C' ? kindWords.CPNS : kindWords.PNS;
}

/** Eselon II, III and IV are today's JPT pratama, administrator and pengawas (asn.md 1.7). */
function postKindOf({ jenisJabatan, eselon }: PersonnelRecord): string {
  const kind = jenisJabatan?.toLowerCase() ?? '';
  const level = /^(IV|III|II|I)\b/.exec(eselon?.trim().toUpperCase() ?? '')?.[1];
  const managerial: Readonly<Record<string, string>> = { I: 'JPT_MADYA', II: 'JPT_PRATAMA', III: 'ADMINISTRATOR', IV: 'PENGAWAS' };
  const code = level !== undefined ? managerial[level] : kind.includes('umum') || kind.includes('pelaksana') ? 'PELAKSANA' : kind.includes('fungsional') ? 'FUNGSIONAL' : undefined;
  return code === undefined ? '' : (postKindWords[code] ?? '');
}

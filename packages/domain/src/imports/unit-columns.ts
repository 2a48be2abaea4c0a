import type { SheetColumn } from '../people/people-sheet.rules.js';
import type { KnownColumn } from './mapping.rules.js';

const column = (key: string, title: string, example: string, hint: string, width: number, required = false): SheetColumn => ({ key, title, example, hint, width, required });

/** Columns of units in the order of the file. */
export const unitColumns: readonly SheetColumn[] = [
  column('code', 'kode', 'DINKES-01', 'Kode unit di instansi Anda, misalnya kode unor. Dari kode ini impor berikutnya mengenali unit.', 18, true),
  column('name', 'nama', 'Bidang Pelayanan Kesehatan', 'Nama lengkap unit.', 46, true),
  column('shortName', 'singkatan', 'Bid. Yankes', 'Nama pendek. Bila kosong sama dengan nama.', 22),
  column('unitKind', 'jenis', 'bidang', 'Misalnya dinas, badan, bidang, seksi, uptd, sekolah, puskesmas.', 16),
  column('parentCode', 'kode_induk', 'DINKES', 'Kode unit di atasnya. Kosong: langsung di bawah instansi.', 18),
  column('timeZone', 'zona_waktu', 'WITA', 'WIB, WITA, atau WIT. Bila kosong mengikuti unit di atasnya.', 12),
];

const synonyms: Readonly<Record<string, readonly string[]>> = {
  code: ['kodeunit', 'kodeunor', 'unorid', 'id', 'idunor', 'kodeopd', 'kodesatker', 'code'],
  name: ['namaunit', 'namaunor', 'unornama', 'unitkerja', 'unit', 'unor', 'opd', 'name'],
  shortName: ['namasingkat', 'singkat', 'akronim', 'shortname'],
  unitKind: ['jenisunit', 'tipe', 'jenisunor', 'kind'],
  parentCode: ['induk', 'indukid', 'kodeindukunit', 'unorindukid', 'diatasanid', 'kodeatasan', 'parent', 'parentcode', 'idinduk'],
  timeZone: ['zona', 'timezone'],
};

/** The columns of units with all the names under which an import finds them. */
export const knownUnitColumns: readonly KnownColumn[] = unitColumns.map((one) => ({ ...one, synonyms: synonyms[one.key] ?? [] }));

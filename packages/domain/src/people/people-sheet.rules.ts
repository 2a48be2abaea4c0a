import type { EmploymentKind } from './person.entity.js';
import type { PersonStatus } from './person-status.entity.js';

/** A column of the table in which people are exported and imported. */
export interface SheetColumn {
  readonly key: string;
  /** Header, the same in every language of the screens: files travel between offices. */
  readonly title: string;
  readonly required: boolean;
  /** What to write into it, for the template's sheet of explanations. */
  readonly hint: string;
  readonly example: string;
  /** Characters. */
  readonly width: number;
}

const column = (key: string, title: string, example: string, hint: string, more: { required?: boolean; width?: number } = {}): SheetColumn => ({
  key, title, example, hint, required: more.required ?? false, width: more.width ?? 18,
});

/** Columns of people in the order of the file. What an import leaves blank stays as it is; a single `-` empties it. */
export const peopleColumns: readonly SheetColumn[] = [
  column('nip', 'nip', '198703142011012903', 'NIP atau NI PPPK, 18 angka, sebagai teks. Boleh kosong hanya untuk Non-ASN.', { required: true, width: 22 }),
  column('previousNumber', 'nip_sebelumnya', '', 'Hanya bila nomor pegawai berganti, misalnya dari PPPK menjadi PNS: nomor yang lama.', { width: 22 }),
  column('titleBefore', 'gelar_depan', 'Dr.', 'Gelar di depan nama, persis seperti tertulis.', { width: 12 }),
  column('name', 'nama', 'Nurhayati', 'Nama tanpa gelar. Satu kata boleh.', { required: true, width: 32 }),
  column('titleAfter', 'gelar_belakang', 'S.Kep., Ns.', 'Gelar di belakang nama, persis seperti tertulis.', { width: 16 }),
  column('kind', 'jenis_asn', 'PNS', 'PNS, CPNS, PPPK, PPPK paruh waktu, atau Non-ASN.'),
  column('rank', 'golongan', 'III/c', 'PNS dan CPNS: I/a sampai IV/e. PPPK: I sampai XVII.', { width: 10 }),
  column('postKind', 'jenis_jabatan', 'Fungsional', 'JPT utama, JPT madya, JPT pratama, Administrator, Pengawas, Fungsional, atau Pelaksana.'),
  column('post', 'jabatan', 'Perawat Ahli Muda', 'Nama jabatan.', { width: 34 }),
  column('unitCode', 'kode_unit', '', 'Kode unit kerja. Bila diisi, kolom unit_kerja hanya untuk dibaca.', { width: 14 }),
  column('unit', 'unit_kerja', 'Dinas Kesehatan', 'Nama unit kerja. Bila ada dua yang bernama sama, tulis induknya: Dinas Kesehatan / Sekretariat.', { width: 40 }),
  column('supervisorNumber', 'nip_atasan', '', 'NIP atasan langsung. Kosong: atasan mengikuti kepala unit.', { width: 22 }),
  column('supervisorUntil', 'atasan_sampai', '', 'Hari terakhir atasan itu berlaku, bila sementara.', { width: 14 }),
  column('email', 'surel', 'nurhayati@instansi.example', 'Alamat surel. Non-ASN tanpa nomor dikenali dari surelnya.', { width: 30 }),
  column('phone', 'telepon', '081234567890', 'Nomor telepon.', { width: 16 }),
  column('sex', 'jenis_kelamin', 'P', 'L atau P. Bila kosong diambil dari NIP.', { width: 12 }),
  column('birthPlace', 'tempat_lahir', 'Palu', 'Hanya bila diperlukan untuk STTP.'),
  column('birthDate', 'tanggal_lahir', '14-03-1987', 'Tanggal-bulan-tahun. Bila kosong diambil dari NIP.', { width: 14 }),
  column('timeZone', 'zona_waktu', 'WITA', 'WIB, WITA, atau WIT. Bila kosong mengikuti unit kerja.', { width: 12 }),
  column('status', 'status', 'Aktif', 'Aktif, Tugas belajar, CLTN, Cuti, Pindah, Pensiun, atau Wafat.', { width: 14 }),
  column('statusUntil', 'status_sampai', '', 'Hari terakhir status itu, bila sudah diketahui.', { width: 14 }),
  column('contractStart', 'kontrak_mulai', '', 'PPPK: hari pertama perjanjian kerja yang berlaku.', { width: 14 }),
  column('contractEnd', 'kontrak_selesai', '', 'PPPK: hari terakhir perjanjian kerja yang berlaku.', { width: 14 }),
];

export const kindWords: Readonly<Record<EmploymentKind, string>> = {
  PNS: 'PNS', CPNS: 'CPNS', PPPK: 'PPPK', PPPK_PART_TIME: 'PPPK paruh waktu', NON_ASN: 'Non-ASN',
};

export const postKindWords: Readonly<Record<string, string>> = {
  JPT_UTAMA: 'JPT utama', JPT_MADYA: 'JPT madya', JPT_PRATAMA: 'JPT pratama', ADMINISTRATOR: 'Administrator', PENGAWAS: 'Pengawas',
  FUNGSIONAL: 'Fungsional', PELAKSANA: 'Pelaksana',
};

export const statusWords: Readonly<Record<PersonStatus, string>> = {
  active: 'Aktif', study_assignment: 'Tugas belajar', unpaid_leave: 'CLTN', leave: 'Cuti', transferred: 'Pindah', retired: 'Pensiun', deceased: 'Wafat',
};

export const sexWords: Readonly<Record<'male' | 'female', string>> = { male: 'L', female: 'P' };

export const zoneWords: Readonly<Record<string, string>> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' };

/** `2026-11-22` as offices write it: `22-11-2026`. */
export function sheetDay(day: string | null): string {
  return day === null ? '' : day.split('-').toReversed().join('-');
}

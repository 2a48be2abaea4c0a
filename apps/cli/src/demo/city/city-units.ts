import type { PostPool } from './city-words.js';

/** A unit of the generated city; `ref` of the data set where the unit is one of its own. */
export interface CityUnit {
  readonly ref: string;
  /** Null hangs it under the city itself. */
  readonly parentRef: string | null;
  readonly name: string;
  readonly kind: string;
  /** Post of the head; null where the data set has one. */
  readonly head: { readonly post: string; readonly kind: 'JPT_PRATAMA' | 'ADMINISTRATOR' | 'PENGAWAS' | 'FUNGSIONAL' } | null;
  readonly pool: PostPool;
  /** People to make, the head included. */
  readonly staff: number;
}

const offices: readonly (readonly [ref: string, name: string, pool: PostPool, staff: number])[] = [
  ['pupr', 'Dinas Pekerjaan Umum dan Penataan Ruang', 'works', 62],
  ['dishub', 'Dinas Perhubungan', 'office', 52],
  ['dinsos', 'Dinas Sosial', 'office', 36],
  ['dlh', 'Dinas Lingkungan Hidup', 'office', 58],
  ['bappeda', 'Badan Perencanaan Pembangunan Daerah', 'office', 40],
  ['bpkad', 'Badan Pengelolaan Keuangan dan Aset Daerah', 'office', 46],
  ['inspektorat', 'Inspektorat', 'office', 34],
  ['satpolpp', 'Satuan Polisi Pamong Praja', 'order', 66],
  ['disperindag', 'Dinas Perindustrian dan Perdagangan', 'office', 32],
  ['disnaker', 'Dinas Tenaga Kerja', 'office', 30],
  ['dp3a', 'Dinas Pemberdayaan Perempuan dan Perlindungan Anak', 'office', 30],
  ['perpus', 'Dinas Perpustakaan dan Kearsipan', 'office', 24],
];

const clinics = ['Hilir', 'Hulu', 'Tengah', 'Sukamaju', 'Kampung Baru', 'Pasar Lama', 'Bukit Indah', 'Tanjung'] as const;
const districts: readonly (readonly [string, readonly string[]])[] = [
  ['Muara Hulu', ['Karang Anyar', 'Mekarsari', 'Cibadak', 'Sindangsari']],
  ['Muara Tengah', ['Pasar Lama', 'Pasar Baru', 'Kauman', 'Pecinan']],
  ['Muara Timur', ['Tanjung', 'Bukit Indah', 'Kampung Baru', 'Sumber Jaya']],
];

const own = (ref: string) => `city-${ref}`;

/** Units of the demo's city, parents first: offices, schools, clinics, districts. */
export function cityUnits(): CityUnit[] {
  const unit = (ref: string, parentRef: string | null, name: string, kind: string, head: CityUnit['head'], pool: PostPool, staff: number): CityUnit => ({ ref, parentRef, name, kind, head, pool, staff });
  return [
    ...offices.map(([ref, name, pool, staff]) => unit(own(ref), null, name, name.startsWith('Badan') ? 'Badan' : 'Dinas', { post: `Kepala ${name}`, kind: 'JPT_PRATAMA' }, pool, staff)),
    unit('ml-setda', null, 'Sekretariat Daerah', 'Sekretariat', { post: 'Sekretaris Daerah', kind: 'JPT_PRATAMA' }, 'office', 60),
    unit('ml-bkpsdm', null, '', 'Badan', null, 'office', 24),
    unit('ml-bkpsdm-bangkom', 'ml-bkpsdm', '', 'Bidang', null, 'office', 12),
    unit('ml-diskominfo', null, '', 'Dinas', { post: 'Kepala Dinas Komunikasi dan Informatika', kind: 'JPT_PRATAMA' }, 'digital', 26),
    unit('ml-diskominfo-ikp', 'ml-diskominfo', '', 'Bidang', null, 'digital', 12),
    unit('ml-dpmptsp', null, '', 'Dinas', { post: 'Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', kind: 'JPT_PRATAMA' }, 'office', 28),
    unit('ml-disdukcapil', null, '', 'Dinas', { post: 'Kepala Dinas Kependudukan dan Pencatatan Sipil', kind: 'JPT_PRATAMA' }, 'office', 34),
    unit('ml-disdik', null, '', 'Dinas', { post: 'Kepala Dinas Pendidikan', kind: 'JPT_PRATAMA' }, 'office', 38),
    unit(own('dinkes'), null, 'Dinas Kesehatan', 'Dinas', { post: 'Kepala Dinas Kesehatan', kind: 'JPT_PRATAMA' }, 'health', 30),
    unit(own('rsud'), own('dinkes'), 'RSUD Muara Lestari', 'UPTD', { post: 'Direktur RSUD Muara Lestari', kind: 'ADMINISTRATOR' }, 'health', 287),
    ...clinics.map((name, at) => unit(own(`pkm-${at}`), own('dinkes'), `Puskesmas ${name}`, 'UPTD', { post: `Kepala Puskesmas ${name}`, kind: 'FUNGSIONAL' }, 'health', 34)),
    unit('ml-smpn3', 'ml-disdik', '', 'Sekolah', { post: 'Kepala SMP Negeri 3 Muara Lestari', kind: 'FUNGSIONAL' }, 'school', 24),
    ...[1, 2, 4, 5, 6, 7, 8, 9].map((number) => school(`SMP Negeri ${number} Muara Lestari`, `smp-${number}`, 26)),
    ...Array.from({ length: 18 }, (_, at) => school(`SD Negeri ${at + 1} Muara Lestari`, `sd-${at + 1}`, 13)),
    unit('ml-kec-hilir', null, '', 'Kecamatan', { post: 'Camat Muara Hilir', kind: 'ADMINISTRATOR' }, 'office', 18),
    unit('ml-kel-sukamaju', 'ml-kec-hilir', '', 'Kelurahan', { post: 'Lurah Sukamaju', kind: 'PENGAWAS' }, 'office', 9),
    ...districts.flatMap(([name, villages], at) => [
      unit(own(`kec-${at}`), null, `Kecamatan ${name}`, 'Kecamatan', { post: `Camat ${name}`, kind: 'ADMINISTRATOR' }, 'office', 18),
      ...villages.map((village, index) => unit(own(`kel-${at}-${index}`), own(`kec-${at}`), `Kelurahan ${village}`, 'Kelurahan', { post: `Lurah ${village}`, kind: 'PENGAWAS' }, 'office', 10)),
    ]),
  ];
}

function school(name: string, ref: string, staff: number): CityUnit {
  return { ref: own(ref), parentRef: 'ml-disdik', name, kind: 'Sekolah', head: { post: `Kepala ${name}`, kind: 'FUNGSIONAL' }, pool: 'school', staff };
}

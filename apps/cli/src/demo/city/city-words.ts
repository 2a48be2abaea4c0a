/** Words from which the people of the demo's city are put together; all of them invented, in the proportions of a real city. */

export const maleNames = [
  'Adi', 'Agus', 'Ahmad', 'Andi', 'Arif', 'Asep', 'Bambang', 'Bayu', 'Budi', 'Cahyo', 'Dadang', 'Dedi', 'Deni', 'Didik', 'Doni', 'Eko', 'Fajar', 'Fauzi', 'Galih', 'Gunawan',
  'Hadi', 'Hari', 'Hasan', 'Hendra', 'Heri', 'Ibnu', 'Idris', 'Imam', 'Indra', 'Irfan', 'Iwan', 'Joko', 'Kurnia', 'Lukman', 'Made', 'Mulyadi', 'Nanang', 'Nur', 'Oki', 'Purwanto',
  'Rahmat', 'Rendra', 'Rian', 'Rudi', 'Saiful', 'Samuel', 'Slamet', 'Sugeng', 'Supardi', 'Surya', 'Syahrul', 'Taufik', 'Tono', 'Untung', 'Wahyu', 'Wawan', 'Yanuar', 'Yoga', 'Yusuf', 'Zainal',
] as const;

export const femaleNames = [
  'Aisyah', 'Amelia', 'Ani', 'Astuti', 'Ayu', 'Cahya', 'Citra', 'Dewi', 'Diah', 'Dian', 'Eka', 'Elisabeth', 'Endang', 'Erni', 'Fatimah', 'Fitri', 'Hana', 'Ida', 'Indah', 'Intan',
  'Kartika', 'Kurniasih', 'Laila', 'Lestari', 'Lilis', 'Lina', 'Maria', 'Mega', 'Mira', 'Nani', 'Neneng', 'Ningsih', 'Novi', 'Nur', 'Nurul', 'Puji', 'Putri', 'Rahayu', 'Ratih', 'Retno',
  'Rika', 'Rina', 'Rini', 'Sari', 'Sinta', 'Siti', 'Sri', 'Sulastri', 'Suryani', 'Susi', 'Theresia', 'Tri', 'Tuti', 'Ulfa', 'Vina', 'Wahyuni', 'Winda', 'Yanti', 'Yuli', 'Yuni',
] as const;

export const secondNames = [
  'Adiwijaya', 'Anggraini', "Az-Zahra", 'Batubara', 'Cahyani', 'Darmawan', 'Fadillah', 'Firmansyah', 'Ginting', 'Habibi', 'Hakim', 'Halim', 'Handayani', 'Harahap', 'Hartono', 'Hasanah', 'Hidayat',
  'Hutagalung', 'Ismail', 'Iskandar', 'Kurniawan', 'Kusuma', 'Kusumawati', 'Lestari', 'Lubis', "Ma'ruf", 'Maharani', 'Manurung', 'Maulana', 'Mulyani', 'Nasution', "Nu'man", 'Nugroho', 'Nugraha', 'Oktaviani',
  'Pangestu', 'Permana', 'Pertiwi', 'Prasetyo', 'Pratama', 'Purnama', 'Puspita', 'Rachman', 'Ramadhan', 'Rosadi', 'Safitri', 'Saputra', 'Setiawan', 'Siregar', 'Simanjuntak', 'Suharto', 'Sulistyo', 'Susanto',
  'Sutanto', 'Syarif', 'Tampubolon', 'Triana', 'Utami', 'Wibowo', 'Widodo', 'Wijaya', 'Wulandari', 'Yulianto', 'Yusri',
] as const;

export const birthPlaces = ['Muara Lestari', 'Bandung', 'Bogor', 'Jakarta', 'Medan', 'Padang', 'Palembang', 'Semarang', 'Surabaya', 'Tangerang', 'Yogyakarta', 'Serang', 'Cirebon', 'Lampung'] as const;

/** How far somebody studied: what stands behind the name, and where the career begins. */
export type Schooling = 'secondary' | 'diploma' | 'degree';

export interface Post {
  readonly name: string;
  readonly kind: 'FUNGSIONAL' | 'PELAKSANA';
  readonly schooling: Schooling;
  readonly before?: string;
  /** One of them stands behind the name. */
  readonly after: readonly string[];
}

const post = (name: string, kind: Post['kind'], schooling: Schooling, after: readonly string[], before?: string): Post => ({ name, kind, schooling, after, ...(before === undefined ? {} : { before }) });

const office: readonly Post[] = [
  post('Penelaah Teknis Kebijakan', 'PELAKSANA', 'degree', ['S.E.', 'S.Sos.', 'S.A.P.', 'S.H.', 'S.I.P.']),
  post('Pengolah Data dan Informasi', 'PELAKSANA', 'diploma', ['A.Md.', 'A.Md.Kom.']),
  post('Pengadministrasi Perkantoran', 'PELAKSANA', 'secondary', []),
  post('Analis Kebijakan Ahli Pertama', 'FUNGSIONAL', 'degree', ['S.A.P.', 'S.Sos., M.Si.']),
  post('Perencana Ahli Muda', 'FUNGSIONAL', 'degree', ['S.E., M.Si.', 'S.T.']),
  post('Operator Layanan Operasional', 'PELAKSANA', 'secondary', []),
];

/** Who works in what kind of unit; the first of a list is met most often. */
export const posts = {
  office,
  school: [
    post('Guru Ahli Pertama', 'FUNGSIONAL', 'degree', ['S.Pd.', 'S.Pd.I.', 'S.Pd., Gr.']),
    post('Guru Ahli Muda', 'FUNGSIONAL', 'degree', ['S.Pd.', 'S.Pd., M.Pd.']),
    post('Guru Ahli Madya', 'FUNGSIONAL', 'degree', ['S.Pd.', 'S.Pd., M.Pd.']),
    post('Pengelola Layanan Operasional', 'PELAKSANA', 'diploma', ['A.Md.']),
  ],
  health: [
    post('Perawat Ahli Pertama', 'FUNGSIONAL', 'degree', ['S.Kep., Ns.']),
    post('Perawat Terampil', 'FUNGSIONAL', 'diploma', ['A.Md.Kep.']),
    post('Bidan Terampil', 'FUNGSIONAL', 'diploma', ['A.Md.Keb.']),
    post('Dokter Ahli Pertama', 'FUNGSIONAL', 'degree', [], 'dr.'),
    post('Tenaga Sanitasi Lingkungan Ahli Pertama', 'FUNGSIONAL', 'degree', ['S.K.M.']),
    post('Apoteker Ahli Pertama', 'FUNGSIONAL', 'degree', ['S.Farm., Apt.']),
    post('Pranata Laboratorium Kesehatan Terampil', 'FUNGSIONAL', 'diploma', ['A.Md.A.K.']),
  ],
  works: [
    post('Penata Kelola Bangunan Gedung dan Kawasan Permukiman', 'FUNGSIONAL', 'degree', ['S.T.', 'S.T., M.T.']),
    post('Teknik Jalan dan Jembatan Ahli Pertama', 'FUNGSIONAL', 'degree', ['S.T.']),
    ...office,
  ],
  order: [post('Polisi Pamong Praja Terampil', 'FUNGSIONAL', 'secondary', []), post('Polisi Pamong Praja Ahli Pertama', 'FUNGSIONAL', 'degree', ['S.H.', 'S.I.P.']), ...office],
  digital: [post('Pranata Komputer Ahli Pertama', 'FUNGSIONAL', 'degree', ['S.Kom.', 'S.T.']), post('Pranata Humas Ahli Pertama', 'FUNGSIONAL', 'degree', ['S.I.Kom.']), ...office],
} as const satisfies Record<string, readonly Post[]>;

export type PostPool = keyof typeof posts;

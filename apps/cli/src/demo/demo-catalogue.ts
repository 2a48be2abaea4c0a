import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { completeCourses } from './complete-courses.js';

/**
 * The demo's own words: agencies, people, course outlines and questions, exactly as they lie in
 * assets/demo. The Indonesian field names are those of the data set; nothing outside this folder sees them.
 */
export interface DemoUnit {
  id: string;
  indukId: string | null;
  nama: string;
  jenisUnit: string;
}

export interface DemoAgency {
  id: string;
  nama: string;
  singkatan: string;
  jenis: string;
  tingkat: string;
  /** IANA name, for example Asia/Makassar. */
  zonaWaktu: string;
  targetJpPns: number;
  unit: DemoUnit[];
}

export interface DemoPerson {
  id: string;
  nip: string;
  jenisAsn: 'PNS' | 'CPNS' | 'PPPK' | 'PPPK_PARUH_WAKTU';
  gelarDepan: string | null;
  nama: string;
  gelarBelakang: string | null;
  namaLengkap: string;
  jenisKelamin: 'L' | 'P';
  tempatLahir: string;
  tanggalLahir: string;
  tmt: string | null;
  tahunPengangkatan: number;
  golongan: string | null;
  pangkat: string | null;
  jenisJabatan: string;
  jabatan: string;
  unitId: string;
  instansiId: string;
  surel: string;
  peran: string[];
  atasanId: string | null;
}

export type DemoLessonType = 'video' | 'bacaan' | 'simulasi' | 'diskusi' | 'tugas' | 'kuis';

export interface DemoLessonOutline {
  id: string;
  urutan: number;
  tipe: DemoLessonType;
  judul: string;
  menit: number;
}

export interface DemoModule {
  id: string;
  urutan: number;
  judul: string;
  menit: number;
  jp: number;
  konten: DemoLessonOutline[];
}

export interface DemoCourse {
  id: string;
  kode: string;
  judul: string;
  ringkasan: string;
  tujuanPembelajaran: string[];
  sasaranPeserta: string;
  kategori: string;
  kompetensi: { kode: string; level: number }[];
  tingkat: string;
  siasnJenisDiklatId: string;
  jp: number;
  menit: number;
  pengajarId: string[];
  instansiPemilikId: string;
  nilaiLulus: number;
  maksPercobaan: number;
  jedaPercobaanMenit: number;
  /** Minutes a learner has for one attempt; absent where the quiz keeps no deadline. */
  batasWaktuKuisMenit?: number;
  syaratSertifikat: string[];
  tag: string[];
  modul: DemoModule[];
}

export interface DemoQuestion {
  id: string;
  kursusId: string;
  modulId: string;
  tipe: 'pilihan_ganda_tunggal' | 'pilihan_ganda_majemuk';
  soal: string;
  opsi: { kunci: string; teks: string }[];
  /** One key for a single choice, several for a multiple choice. */
  jawabanBenar: string | string[];
  penjelasan: string;
  bobot: number;
}

export interface DemoCompetence {
  kode: string;
  nama: string;
}

interface CatalogueFile {
  instansi: DemoAgency[];
  pengguna: DemoPerson[];
  kursus: DemoCourse[];
  kompetensi: DemoCompetence[];
  bankSoal: DemoQuestion[];
}

export interface DemoCatalogue {
  agencies: DemoAgency[];
  people: DemoPerson[];
  courses: DemoCourse[];
  questions: DemoQuestion[];
  competences: DemoCompetence[];
}

const assets = new URL('../../assets/demo/', import.meta.url);

/** Where a file of assets/demo lies; the path is relative to that folder. */
export function demoFile(path: string): string {
  return fileURLToPath(new URL(path, assets));
}

export function readDemoFile(path: string): string {
  return readFileSync(demoFile(path), 'utf8');
}

function readJson<T>(path: string): T {
  return JSON.parse(readDemoFile(path)) as T;
}

/** The whole demo catalogue: the twelve courses of the data set and "Mengenal Pamong". */
export function readDemoCatalogue(): DemoCatalogue {
  const file = readJson<CatalogueFile>('catalogue.json');
  return {
    agencies: file.instansi,
    people: file.pengguna,
    courses: [readJson<DemoCourse>('pamong-001/course.json'), ...file.kursus],
    questions: [...file.bankSoal, ...Object.values(completeCourses).flatMap(({ folder, questions }) => readJson<DemoQuestion[]>(`${folder}/${questions}`))],
    competences: file.kompetensi,
  };
}

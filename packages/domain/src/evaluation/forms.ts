import type { EvaluationFormKey } from '@pamong/contract/evaluation';
import type * as z from 'zod';

export type FormKey = z.output<typeof EvaluationFormKey>;

/** A form as people read it, in the language of the training. */
export interface FormDefinition {
  readonly key: FormKey;
  /** One copy for each instructor, or one for the course. */
  readonly about: 'each_instructor' | 'course';
  readonly title: string;
  readonly scale: readonly string[];
  readonly items: readonly string[];
  readonly suggestionLabel: string;
}

const scale = ['Kurang', 'Cukup', 'Baik', 'Sangat baik'];

/** Reaction forms (Kirkpatrick level 1): a scale without a middle, six items, one free answer. */
export const forms: readonly FormDefinition[] = [
  {
    key: 'instructor',
    about: 'each_instructor',
    title: 'Evaluasi pengajar',
    scale,
    items: [
      'Menguasai bahan yang disampaikan',
      'Menyampaikan secara runtut',
      'Memberi contoh yang dekat dengan pekerjaan saya',
      'Menjawab pertanyaan dengan jelas',
      'Menghargai waktu yang dijadwalkan',
      'Bersikap santun dan menghargai peserta',
    ],
    suggestionLabel: 'Saran untuk pengajar',
  },
  {
    key: 'organisation',
    about: 'course',
    title: 'Evaluasi penyelenggaraan',
    scale,
    items: [
      'Informasi sebelum kegiatan jelas',
      'Aplikasi mudah dipakai di ponsel saya',
      'Materi dapat dibuka dengan koneksi saya',
      'Lama belajar sesuai dengan JP yang dicantumkan',
      'Panitia tanggap ketika saya mengalami kendala',
      'Materi bermanfaat bagi pekerjaan saya',
    ],
    suggestionLabel: 'Saran untuk penyelenggara',
  },
];

import type { QuestionForAuthor } from '@pamong/contract/questions';
import type { QuizForAuthor } from '@pamong/contract/quizzes';
import type { NewCourse, NewLesson } from '@pamong/domain/courses/new-course';
import { newId } from '@pamong/platform/ids/new-id';

import type { DemoCatalogue, DemoCourse, DemoLessonOutline, DemoQuestion } from '../demo-catalogue.js';
import { isComplete, lessonFilesOf } from '../demo-content.js';
import { lessonHtml } from '../lesson-markdown.js';

const levels = { dasar: 'basic', menengah: 'intermediate', lanjutan: 'advanced' } as const;
const requirements = { semua_konten_selesai: 'all_lessons', nilai_akhir_lulus: 'final_score', evaluasi_terisi: 'evaluation' } as const;

function translated<T>(map: Readonly<Record<string, T>>, key: string): T {
  const found = map[key];
  if (found === undefined) throw new Error(`The demo says "${key}", which has no counterpart`);
  return found;
}

/** Where a course comes to lie, who teaches it, and the recording of its video lesson. */
export interface CourseSetting {
  organisationId: string;
  instructorIds: string[];
  video: { assetId: string; chapters: unknown } | null;
}

/**
 * A course of the data set as a new draft. A complete one brings its lessons; in the others each lesson is a heading with
 * its minutes, in the kind that it can have today: what is not built yet becomes a required reading.
 *
 * The video lessons of a complete course that have no recording yet are readings, too.
 */
export function newCourseOf(course: DemoCourse, catalogue: DemoCatalogue, given: CourseSetting): NewCourse {
  return {
    code: course.kode,
    title: course.judul,
    summary: course.ringkasan,
    objectives: course.tujuanPembelajaran,
    audience: course.sasaranPeserta,
    level: translated(levels, course.tingkat),
    category: course.kategori,
    competences: course.kompetensi.map(({ kode, level }) => ({ code: kode, name: catalogue.competences.find((one) => one.kode === kode)?.nama ?? kode, level })),
    siasnKind: Number(course.siasnJenisDiklatId),
    passMark: course.nilaiLulus,
    maxAttempts: course.maksPercobaan,
    retryAfterMinutes: course.jedaPercobaanMenit,
    requirements: course.syaratSertifikat.map((key) => translated(requirements, key)),
    organisationId: given.organisationId,
    instructorIds: given.instructorIds,
    modules: course.modul.map((module) => ({ title: module.judul, lessons: module.konten.map((lesson) => newLesson(course, lesson, catalogue, given)) })),
  };
}

function newLesson(course: DemoCourse, lesson: DemoLessonOutline, catalogue: DemoCatalogue, given: CourseSetting): NewLesson {
  const known = { title: lesson.judul, minutes: lesson.menit };
  if (lesson.tipe === 'kuis') return { ...known, kind: 'quiz', body: quizOf(course, lesson, catalogue.questions) };
  const file = lessonFilesOf(course).get(lesson.id);
  if (file === undefined) return { ...known, kind: lesson.tipe === 'video' ? 'video' : 'text' };
  const html = lessonHtml(file.markdown);
  if (file.kind === 'video') return { ...known, kind: 'video', body: { ...given.video, notes: html } };
  return { ...known, kind: 'text', body: { html } };
}

/** The final test holds the course's questions; a check in the middle of a course is still to be written by its instructor. */
function quizOf(course: DemoCourse, lesson: DemoLessonOutline, questions: readonly DemoQuestion[]): QuizForAuthor {
  const last = course.modul.at(-1)?.konten.at(-1)?.id === lesson.id;
  const own = last ? questions.filter((question) => question.kursusId === course.id) : [];
  return {
    introduction: isComplete(course) ? 'Soalnya menyentuh semua bagian pelatihan. Kerjakan dengan tenang, dan buka kembali materinya bila perlu.' : '',
    rules: { final: last, timeLimitMinutes: course.batasWaktuKuisMenit ?? null, shuffleQuestions: true, shuffleOptions: true },
    questions: own.map(questionOf),
  };
}

function questionOf(question: DemoQuestion): QuestionForAuthor {
  const keys = [question.jawabanBenar].flat();
  return {
    id: newId(),
    kind: question.tipe === 'pilihan_ganda_majemuk' ? 'multiple' : 'single',
    text: question.soal,
    points: question.bobot,
    options: question.opsi.map((option) => ({ id: newId(), text: option.teks, right: keys.includes(option.kunci) })),
    explanation: question.penjelasan,
  };
}

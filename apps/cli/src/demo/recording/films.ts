import { completeCourses } from '../complete-courses.js';
import { guessingTheNextWord } from './films/menebak-kata.js';
import { oneClick } from './films/satu-klik.js';
import { dayOfAnApplicant } from './films/sehari-pemohon.js';
import type { Scene } from './scene.js';

export interface DemoFilm {
  /** Code of its course. */
  course: string;
  scenes: readonly Scene[];
  /** How the recording is kept: lines of its picture, pictures a second, quality (x264's crf), and whether a chord sounds. */
  kept: { lines: 480 | 720; fps: number; crf: number; sound: boolean };
}

/** Small enough for a repository and for a weak line: slides that hardly move need few bits, and silence none. */
const small = { lines: 480, fps: 10, crf: 34, sound: false } as const;

/** Every recording of the demo. */
export const films: readonly DemoFilm[] = [
  { course: 'AI-101', scenes: guessingTheNextWord, kept: { lines: 720, fps: 15, crf: 25, sound: true } },
  { course: 'KAMI-101', scenes: oneClick, kept: small },
  { course: 'PPD-201', scenes: dayOfAnApplicant, kept: small },
];

/** Where a film's files lie, from assets/demo on. */
export function filesOf(film: DemoFilm): { name: string; source: string; captions: string; chapters: string } {
  const course = completeCourses[film.course];
  if (!course?.film) throw new Error(`${film.course} has no recording`);
  const { name, source } = course.film;
  return { name, source, captions: `${course.folder}/${name}.vtt`, chapters: `${course.folder}/${name}.chapters.json` };
}

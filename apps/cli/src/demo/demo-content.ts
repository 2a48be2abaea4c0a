import { readDemoFile } from './demo-catalogue.js';
import type { DemoCourse } from './demo-catalogue.js';
import { parseLessonFile } from './lesson-markdown.js';
import type { LessonFile } from './lesson-markdown.js';

/** Folders of assets/demo whose course is complete; every other course is an outline for its instructor. */
const complete: Record<string, string> = { 'AI-101': 'ai-101', 'PAMONG-001': 'pamong-001' };

/** True for a course whose lessons are written and that the demo publishes. */
export function isComplete(course: DemoCourse): boolean {
  return course.kode in complete;
}

/** The written lessons of a complete course by lesson id; quizzes have no file. */
export function lessonFilesOf(course: DemoCourse): Map<string, LessonFile> {
  const folder = complete[course.kode];
  const files = new Map<string, LessonFile>();
  if (!folder) return files;
  for (const lesson of course.modul.flatMap((module) => module.konten)) {
    if (lesson.tipe === 'kuis') continue;
    files.set(lesson.id, parseLessonFile(readDemoFile(`${folder}/${lesson.id}.md`)));
  }
  return files;
}

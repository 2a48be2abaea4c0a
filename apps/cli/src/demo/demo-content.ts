import { completeCourses } from './complete-courses.js';
import { readDemoFile } from './demo-catalogue.js';
import type { DemoCourse } from './demo-catalogue.js';
import { parseLessonFile } from './lesson-markdown.js';
import type { LessonFile } from './lesson-markdown.js';

/** True for a course whose lessons are written and that the demo publishes; every other course is an outline for its instructor. */
export function isComplete(course: DemoCourse): boolean {
  return course.kode in completeCourses;
}

/** The written lessons of a complete course by lesson id; quizzes have no file. */
export function lessonFilesOf(course: DemoCourse): Map<string, LessonFile> {
  const folder = completeCourses[course.kode]?.folder;
  const files = new Map<string, LessonFile>();
  if (folder === undefined) return files;
  for (const lesson of course.modul.flatMap((module) => module.konten)) {
    if (lesson.tipe === 'kuis') continue;
    files.set(lesson.id, parseLessonFile(readDemoFile(`${folder}/${lesson.id}.md`)));
  }
  return files;
}

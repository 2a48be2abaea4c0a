import type { CompiledCourse, LessonOutline, LessonRelease } from '@pamong/contract/course-content';

/** Every lesson of a course in its order. */
export function lessonsOf(course: CompiledCourse): LessonOutline[] {
  return course.modules.flatMap((module) => module.lessons);
}

/** The lessons that must be done before this one opens, in order; empty when it is open. */
export function missingBefore(course: CompiledCourse, lesson: LessonOutline, done: ReadonlySet<string>): LessonOutline[] {
  const required = new Set(lesson.requires);
  return lessonsOf(course).filter((other) => required.has(other.id) && !done.has(other.id));
}

const dayMs = 86_400_000;

/** The moment at which a lesson is released to somebody who enrolled then; null: it always was. */
export function opensAtOf(release: LessonRelease | null, enrolledAt: Date): Date | null {
  if (release === null) return null;
  return release.kind === 'date' ? new Date(release.at) : new Date(enrolledAt.getTime() + release.days * dayMs);
}

import type { CompiledCourse, LessonOutline } from '@pamong/contract/course-content';

/** Every lesson of a course in its order. */
export function lessonsOf(course: CompiledCourse): LessonOutline[] {
  return course.modules.flatMap((module) => module.lessons);
}

/** The lessons that must be done before this one opens, in order; empty when it is open. */
export function missingBefore(course: CompiledCourse, lesson: LessonOutline, done: ReadonlySet<string>): LessonOutline[] {
  const required = new Set(lesson.requires);
  return lessonsOf(course).filter((other) => required.has(other.id) && !done.has(other.id));
}

import type { LessonCompletion, LessonKindName, LessonOutline, LessonRelease } from '@pamong/contract/course-content';
import { minutesPerJp } from '@pamong/contract/course-content';

/** Whole lesson hours in planned minutes; what is left over does not count. */
export function jpOf(minutes: number): number {
  return Math.floor(minutes / minutesPerJp);
}

/** Planned minutes of lessons. */
export function minutesOf(lessons: readonly { readonly minutes: number }[]): number {
  return lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
}

interface OutlineLesson {
  readonly id: string;
  readonly kind: LessonKindName;
  readonly title: string;
  readonly minutes: number;
  readonly required: boolean;
  readonly completion: LessonCompletion | null;
  readonly requires: readonly string[] | null;
  readonly release: LessonRelease | null;
}

/**
 * Would a lesson, by waiting for these, wait for itself?
 * @param lessons all of the course, each with what it waits for by its author's choice
 */
export function waitsFor(lessonId: string, requires: readonly string[], lessons: readonly { readonly id: string; readonly requires: readonly string[] | null }[]): boolean {
  const seen = new Set<string>();
  const ahead = [...requires];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (id === lessonId) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    ahead.push(...(lessons.find((lesson) => lesson.id === id)?.requires ?? []));
  }
  return false;
}

/** What completes a lesson whose author has chosen nothing: the first rule of its kind. */
export function defaultCompletion(rule: LessonCompletion['rule'], watchThreshold: number): LessonCompletion {
  if (rule === 'watched') return { rule, share: watchThreshold };
  if (rule === 'time') return { rule, seconds: 60 };
  return { rule };
}

/**
 * The modules of a compiled course: sums, and each lesson behind those that its author chose, else behind the required one before it.
 * @param completionOf what completes a lesson by its kind
 */
export function outlineOf(
  modules: readonly { readonly id: string; readonly title: string; readonly lessons: readonly OutlineLesson[] }[],
  factsOf: (lessonId: string) => LessonOutline['facts'],
  completionOf: (kind: LessonKindName) => LessonCompletion,
) {
  const known = new Set(modules.flatMap((module) => module.lessons.map((lesson) => lesson.id)));
  let before: string | undefined;
  return modules.map(({ id, title, lessons }) => {
    const minutes = minutesOf(lessons);
    const outlined = lessons.map((lesson): LessonOutline => {
      // A lesson that was removed since opens nothing and closes nothing.
      const requires = lesson.requires?.filter((id) => known.has(id)) ?? (before === undefined ? [] : [before]);
      if (lesson.required) before = lesson.id;
      const { id: lessonId, kind, title: lessonTitle, minutes: planned, required, release } = lesson;
      const completion = lesson.completion ?? completionOf(kind);
      return { id: lessonId, kind, title: lessonTitle, minutes: planned, required, requires, completion, release, facts: factsOf(lessonId) };
    });
    return { id, title, minutes, jp: jpOf(minutes), lessons: outlined };
  });
}

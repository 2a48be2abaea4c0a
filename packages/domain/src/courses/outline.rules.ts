import type { LessonKindName, LessonOutline } from '@pamong/contract/course-content';
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
}

/** The modules of a compiled course: sums, and each lesson behind the required one before it. */
export function outlineOf(
  modules: readonly { readonly id: string; readonly title: string; readonly lessons: readonly OutlineLesson[] }[],
  factsOf: (lessonId: string) => LessonOutline['facts'],
) {
  let before: string | undefined;
  return modules.map(({ id, title, lessons }) => {
    const minutes = minutesOf(lessons);
    const outlined = lessons.map((lesson): LessonOutline => {
      const requires = before === undefined ? [] : [before];
      if (lesson.required) before = lesson.id;
      const { id: lessonId, kind, title: lessonTitle, minutes: planned, required } = lesson;
      return { id: lessonId, kind, title: lessonTitle, minutes: planned, required, requires, facts: factsOf(lessonId) };
    });
    return { id, title, minutes, jp: jpOf(minutes), lessons: outlined };
  });
}

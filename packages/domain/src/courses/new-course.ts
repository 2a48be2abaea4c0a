import type { LessonCompletion, LessonKindName, LessonRelease } from '@pamong/contract/course-content';
import type { CourseFacts } from '@pamong/contract/courses';
import type * as z from 'zod';

export interface NewLesson {
  readonly kind: LessonKindName;
  readonly title: string;
  readonly minutes: number;
  /** Default true. */
  readonly required?: boolean;
  /** Null or left out: what its kind does by itself. */
  readonly completion?: LessonCompletion | null;
  readonly release?: LessonRelease | null;
  /** Lessons before it, counted from 0 through the modules that are added with it; null or left out: the required one before it. */
  readonly requiresAt?: readonly number[] | null;
  /** In the shape of its kind; a blank one unless given. */
  readonly body?: unknown;
}

/** What a draft is started from: a title is enough; imports and the demo bring all of it. */
export interface NewCourse extends Partial<z.output<typeof CourseFacts>> {
  readonly title: string;
  /** Owner; the caller's own agency, or the highest place where they may author, unless given. */
  readonly organisationId?: string | undefined;
  /** Others start from it; it is never published. */
  readonly isTemplate?: boolean;
  /** One empty module unless given. */
  readonly modules?: readonly { readonly title: string; readonly lessons: readonly NewLesson[] }[];
}

import type { CompiledCourse, LessonKindName, LessonOutline } from '@pamong/contract/course-content';
import type { LessonState } from '@pamong/contract/learning';
import { type ComponentType, createContext, useContext } from 'react';
import type * as z from 'zod';

/** What a lesson's own feature receives inside the course player. */
export interface LessonViewProps {
  readonly course: CompiledCourse;
  readonly lesson: LessonOutline;
  /** As the kind compiled it. */
  readonly content: unknown;
  readonly progress: z.output<typeof LessonState> | null;
  /** The lesson has become done (a mark, coverage, a passed quiz): the player reads the progress again and offers what is next. */
  readonly onCompleted: () => void;
}

/** What a lesson's own feature receives inside the course editor. */
export interface LessonEditorProps {
  readonly courseId: string;
  readonly lessonId: string;
  readonly title: string;
  /** Body of the draft, in the kind's own shape. */
  readonly body: unknown;
  /** Called with the whole new body at every change; the editor saves. */
  readonly onChange: (body: unknown) => void;
  /** Minutes that are planned for the lesson, and the way to plan others, for an editor that can tell how long it takes. */
  readonly minutes?: number;
  readonly onMinutes?: (minutes: number) => void;
}

/** What the course page lends to the feature that enrols people. */
export interface CourseActionProps {
  readonly courseId: string;
  readonly title: string;
}

/** What the page of a person lends to the feature that keeps accounts. */
export interface PersonAccountProps {
  readonly personId: string;
}

/** What a feature offers to others' pages, from `src/features/<feature>/slots.ts`; components are lazy. */
export interface Slots {
  readonly lessonViews?: Partial<Record<LessonKindName, ComponentType<LessonViewProps>>>;
  /** A lesson as its author previews it: without a trace in anybody's progress. Readings show their view. */
  readonly lessonPreviews?: Partial<Record<LessonKindName, ComponentType<LessonViewProps>>>;
  readonly lessonEditors?: Partial<Record<LessonKindName, ComponentType<LessonEditorProps>>>;
  /** The one action of a course page: take it, or go on. */
  readonly courseAction?: ComponentType<CourseActionProps>;
  /** The learner's lesson hours as a card, for the home page. */
  readonly homeStanding?: ComponentType;
  /** What an admin may do about a person's account, on the person's page. */
  readonly personAccount?: ComponentType<PersonAccountProps>;
  /** My photo for documents that print one, on my profile; nothing where none does. */
  readonly ownPhoto?: ComponentType;
  /** Sends a test mail and shows what the server said. */
  readonly mailTest?: ComponentType;
}

/** All offers together; `src/app` fills it. */
export const SlotsContext = createContext<Slots>({});

export function useSlots(): Slots {
  return useContext(SlotsContext);
}

import type { CompiledCourse, LessonOutline } from '@pamong/contract/course-content';
import type { CourseProgress, LessonState } from '@pamong/contract/learning';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type * as z from 'zod';
import { routeQuery } from '../../shared/api/route-query.js';
import { useLive } from '../../shared/live/use-live.js';

export type Progress = z.output<typeof CourseProgress>;
export type State = z.output<typeof LessonState>;

/** One line of the outline with what is personal about it. */
export interface OutlineLesson extends LessonOutline {
  readonly state: State | null;
  readonly done: boolean;
  /** The lesson that must be done first; null when this one is open. */
  readonly lockedBy: LessonOutline | null;
  /** When it is released; null when that has come, or is no matter. */
  readonly opensAt: Date | null;
}

/** Does something keep the lesson closed: another one, or the calendar? */
export function isLocked(lesson: OutlineLesson): boolean {
  return lesson.lockedBy !== null || lesson.opensAt !== null;
}

export interface Player {
  readonly course: CompiledCourse;
  readonly progress: Progress;
  readonly lessons: readonly OutlineLesson[];
  readonly done: number;
  /** Where "continue" leads: the first lesson that is open and not done. */
  readonly next: OutlineLesson | null;
}

/** Course (fetched once a version) and overlay (read again after every step), joined for the player. */
export function usePlayer() {
  const { courseId = '' } = useParams();
  const client = useQueryClient();
  const request = { params: { courseId } };
  const course = useQuery({ ...routeQuery('learning', 'course', request), staleTime: Number.POSITIVE_INFINITY });
  const progress = useQuery(routeQuery('learning', 'progress', request));
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['learning'], predicate: (query) => query.queryKey[1] !== 'course' && query.queryKey[1] !== 'lesson' });
    void client.invalidateQueries({ queryKey: ['enrolments'] });
  };
  useLive('learning.course-completed', refresh, refresh);
  const error = course.error ?? progress.error;
  const player = course.data && progress.data ? join(course.data, progress.data) : null;
  return { courseId, player, error: player ? null : error, retry: () => void Promise.all([course.refetch(), progress.refetch()]), refresh };
}

const dayMs = 86_400_000;

/** The moment of a lesson's release, if it is still to come. */
function releaseOf({ release }: LessonOutline, enrolledAt: string, now: number): Date | null {
  if (release === null) return null;
  const at = release.kind === 'date' ? Date.parse(release.at) : Date.parse(enrolledAt) + release.days * dayMs;
  return at > now ? new Date(at) : null;
}

/** Joins outline and overlay. A lesson that is done stays open, whatever the rules say. */
export function join(course: CompiledCourse, progress: Progress, now = Date.now()): Player {
  const states = new Map(progress.lessons.map((state) => [state.lessonId, state]));
  const outline = course.modules.flatMap((module) => module.lessons);
  const isDone = (id: string) => states.get(id)?.completedAt != null;
  const lessons = outline.map((lesson): OutlineLesson => {
    const done = isDone(lesson.id);
    const missing = lesson.requires.find((id) => !isDone(id));
    return {
      ...lesson,
      state: states.get(lesson.id) ?? null,
      done,
      lockedBy: done ? null : (outline.find((other) => other.id === missing) ?? null),
      opensAt: done ? null : releaseOf(lesson, progress.enrolledAt, now),
    };
  });
  return {
    course,
    progress,
    lessons,
    done: lessons.filter((lesson) => lesson.done).length,
    next: lessons.find((lesson) => !lesson.done && !isLocked(lesson)) ?? null,
  };
}

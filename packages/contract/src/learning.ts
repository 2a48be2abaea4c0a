import * as z from 'zod';
import { CompiledCourse, LessonContent } from './course-content.js';
import { defineRoutes } from './kernel/route.js';
import { Id, Instant, Nothing } from './kernel/schemas.js';

const CourseParams = z.object({ courseId: Id });
const LessonParams = z.object({ courseId: Id, lessonId: Id });

/** The learner's overlay on one lesson of the outline. */
export const LessonState = z.object({
  lessonId: Id,
  openedAt: Instant,
  completedAt: Instant.nullable(),
  /** What an outline shows beyond done or not: `{ coverage: 0.42 }`, `{ bestScore: 80, passed: true, attempts: 1 }`. */
  detail: z.record(z.string(), z.unknown()),
});

/** All that is personal on a course page; the content is fetched apart and cached by its version. */
export const CourseProgress = z.object({
  enrolmentId: Id,
  versionId: Id,
  /** Offsets of releases count from here. */
  enrolledAt: Instant,
  completedAt: Instant.nullable(),
  lessons: z.array(LessonState),
});

/** What a completion requirement still asks for, by code; screens have the sentence. */
export const Missing = z.object({
  code: z.string(),
  lessonIds: z.array(Id),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const RequirementState = z.object({ key: z.string(), met: z.boolean(), missing: z.array(Missing) });

/** Something that waits for the learner, from any feature. */
export const DueItem = z.object({
  /** `feature.what`, for example `quizzes.attempt-open`. */
  kind: z.string(),
  courseId: Id,
  courseTitle: z.string(),
  title: z.string(),
  /** Page of the application. */
  link: z.string(),
  dueAt: Instant.nullable(),
});

export const learning = defineRoutes({
  course: {
    method: 'GET', path: '/learning/:courseId/course', status: 200, summary: 'The course as published in the version that I take',
    params: CourseParams, response: CompiledCourse, access: 'authenticated', errors: ['NOT_ENROLLED'],
  },
  progress: {
    method: 'GET', path: '/learning/:courseId/progress', status: 200, summary: 'My progress in a course',
    params: CourseParams, response: CourseProgress, access: 'authenticated', errors: ['NOT_ENROLLED'],
  },
  lesson: {
    method: 'GET', path: '/learning/:courseId/lessons/:lessonId', status: 200, summary: 'Content of a lesson that is open to me',
    params: LessonParams, response: LessonContent,
    access: 'authenticated', errors: ['NOT_ENROLLED', 'NOT_FOUND', 'LESSON_LOCKED', 'LESSON_NOT_RELEASED'],
  },
  open: {
    method: 'PUT', path: '/learning/:courseId/lessons/:lessonId/opened', status: 204, summary: 'Note that I opened a lesson, so that "continue" finds it',
    params: LessonParams, response: Nothing, access: 'authenticated', errors: ['NOT_ENROLLED', 'NOT_FOUND', 'LESSON_LOCKED', 'LESSON_NOT_RELEASED'],
  },
  complete: {
    method: 'PUT', path: '/learning/:courseId/lessons/:lessonId/completion', status: 200, summary: 'Mark a lesson as done',
    params: LessonParams, response: CourseProgress, access: 'authenticated',
    errors: ['NOT_ENROLLED', 'NOT_FOUND', 'LESSON_LOCKED', 'LESSON_NOT_RELEASED', 'LESSON_NOT_MARKABLE'],
  },
  note: {
    method: 'PUT', path: '/learning/:courseId/lessons/:lessonId/reading', status: 200, summary: 'Note how far I have read a lesson; the same again changes nothing',
    params: LessonParams,
    // All visits together; the server credits what can have passed since the lesson was opened.
    body: z.object({ seconds: z.number().int().min(0).max(86_400), end: z.boolean() }),
    response: z.object({ completed: z.boolean(), seconds: z.number().int() }), access: 'authenticated', errors: ['NOT_ENROLLED', 'NOT_FOUND', 'LESSON_LOCKED', 'LESSON_NOT_RELEASED'],
  },
  requirements: {
    method: 'GET', path: '/learning/:courseId/requirements', status: 200, summary: 'What the certificate asks for, and what is still missing',
    params: CourseParams, response: z.object({ completedAt: Instant.nullable(), items: z.array(RequirementState) }),
    access: 'authenticated', errors: ['NOT_ENROLLED'],
  },
  due: {
    method: 'GET', path: '/learning/due', status: 200, summary: 'What waits for me, the most urgent first',
    response: z.object({ items: z.array(DueItem) }), access: 'authenticated', errors: [],
  },
});

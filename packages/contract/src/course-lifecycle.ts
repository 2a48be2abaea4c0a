import * as z from 'zod';
import { CourseForAuthor, LessonForAuthor } from './courses.js';
import { defineRoutes } from './kernel/route.js';
import { Id, Instant, PageQuery, pageOf } from './kernel/schemas.js';

/** Days for which something that was removed can be brought back. */
export const binDays = 30;

/** What a lesson of the version that learners have would become. */
export const lessonFields = ['title', 'minutes', 'required', 'module', 'completion', 'requires', 'release', 'content'] as const;
const LessonLine = z.object({ lessonId: Id, title: z.string(), module: z.string() });

/** What publishing now would change, and for how many. */
export const CourseChanges = z.object({
  /** Null: nothing was published yet. */
  from: z.number().int().nullable(),
  added: z.array(LessonLine.extend({ required: z.boolean() })),
  removed: z.array(LessonLine),
  changed: z.array(LessonLine.extend({ fields: z.array(z.enum(lessonFields)) })),
  /** Names of the course's facts and rules. */
  facts: z.array(z.string()),
  minutes: z.object({ before: z.number().int(), after: z.number().int() }),
  learners: z.object({
    /** Who takes the course and has not completed it: they stay or move. */
    inProgress: z.number().int(),
    completed: z.number().int(),
    /** Of those in progress, who have not completed a lesson that a move would newly require. */
    needMore: z.number().int(),
    /** Of those in progress, who have begun a lesson that a move would take away; what they completed is kept. */
    loseLessons: z.number().int(),
    /** Of those in progress, who have open and not completed a lesson that a move would lock. */
    locked: z.number().int(),
  }),
});

/** One thing in the recycle bin. */
export const BinRow = z.object({
  kind: z.enum(['course', 'module', 'lesson']),
  id: Id,
  title: z.string(),
  courseId: Id,
  courseTitle: z.string(),
  /** The module of a lesson, the number of lessons of a module or course. */
  detail: z.union([z.string(), z.number().int()]),
  removedAt: Instant,
  /** From here on it cannot be brought back. */
  until: Instant,
});

/** A lesson as it was when somebody's stretch of work ended. */
export const RevisionRow = z.object({
  revision: z.number().int(),
  title: z.string(),
  minutes: z.number().int(),
  by: z.object({ personId: Id, fullName: z.string() }).nullable(),
  at: Instant,
  /** It is what the lesson is now. */
  current: z.boolean(),
});

const courseId = z.object({ courseId: Id });
const lessonId = z.object({ courseId: Id, lessonId: Id });
const revision = z.object({ courseId: Id, lessonId: Id, revision: z.coerce.number().int().min(1).max(2_000_000_000) });
const edit = { permission: 'course.author', scope: 'course' } as const;
const publish = { permission: 'course.publish', scope: 'course' } as const;
const removed = { permission: 'course.author', scope: 'removed-course' } as const;

/** From draft to archive: when a course appears, for whom a new version counts, when it leaves, and what was removed. */
export const courseLifecycle = defineRoutes({
  changes: {
    method: 'GET', path: '/courses/:courseId/changes', status: 200, summary: 'What publishing now would change, and for how many learners',
    params: courseId, response: CourseChanges, access: edit, errors: ['NOT_FOUND'],
  },
  schedule: {
    method: 'PUT', path: '/courses/:courseId/schedule', status: 200, summary: 'Publish at a moment to come; null takes that back',
    params: courseId, body: z.object({ at: Instant.nullable() }), response: CourseForAuthor, access: publish,
    errors: ['NOT_FOUND', 'COURSE_NOT_READY', 'COURSE_ARCHIVED', 'COURSE_IS_TEMPLATE', 'MOMENT_PAST'],
  },
  withdraw: {
    method: 'POST', path: '/courses/:courseId/withdrawal', status: 200, summary: 'Take a course out of the catalogue; who takes it goes on',
    params: courseId, response: CourseForAuthor, access: publish, errors: ['NOT_FOUND', 'COURSE_NOT_PUBLISHED'],
  },
  reopen: {
    method: 'DELETE', path: '/courses/:courseId/withdrawal', status: 200, summary: 'Put a withdrawn course back into the catalogue',
    params: courseId, response: CourseForAuthor, access: publish, errors: ['NOT_FOUND', 'COURSE_ARCHIVED'],
  },
  archive: {
    method: 'POST', path: '/courses/:courseId/archive', status: 200, summary: 'Withdraw a course and put it away, read-only',
    params: courseId, response: CourseForAuthor, access: publish, errors: ['NOT_FOUND'],
  },
  unarchive: {
    method: 'DELETE', path: '/courses/:courseId/archive', status: 200, summary: 'Bring a course back to work; it stays withdrawn until it is reopened',
    params: courseId, response: CourseForAuthor, access: publish, errors: ['NOT_FOUND'],
  },
  remove: {
    method: 'DELETE', path: '/courses/:courseId', status: 200, summary: 'Put a course into the recycle bin; what learners reached is kept',
    params: courseId, response: z.object({ until: Instant }), access: edit, errors: ['NOT_FOUND'],
  },
  restore: {
    method: 'POST', path: '/bin/courses/:courseId/restore', status: 200, summary: 'Bring a removed course back',
    params: courseId, response: CourseForAuthor, access: removed, errors: ['NOT_FOUND'],
  },
  bin: {
    method: 'GET', path: '/bin', status: 200, summary: 'What was removed in the last 30 days from courses that I may edit, newest first',
    query: PageQuery, response: pageOf(BinRow), access: { permission: 'course.author', scope: 'any' }, errors: [],
  },
  revisions: {
    method: 'GET', path: '/courses/:courseId/lessons/:lessonId/revisions', status: 200, summary: 'What a lesson was, newest first',
    params: lessonId, response: z.object({ items: z.array(RevisionRow) }), access: edit, errors: ['NOT_FOUND'],
  },
  revision: {
    method: 'GET', path: '/courses/:courseId/lessons/:lessonId/revisions/:revision', status: 200, summary: 'A lesson as it was',
    params: revision, response: RevisionRow.extend({ required: z.boolean(), body: z.unknown() }), access: edit, errors: ['NOT_FOUND'],
  },
  restoreRevision: {
    method: 'POST', path: '/courses/:courseId/lessons/:lessonId/revisions/:revision/restore', status: 200,
    summary: 'Make a lesson what it was; what it is now is kept as another one',
    params: revision, body: z.object({ revision: z.number().int() }), response: LessonForAuthor, access: edit, errors: ['NOT_FOUND', 'LESSON_CHANGED', 'COURSE_ARCHIVED'],
  },
});

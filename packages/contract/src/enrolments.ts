import * as z from 'zod';
import { CompiledCourse } from './course-content.js';
import { defineRoutes } from './kernel/route.js';
import { Id, Instant, Nothing, line } from './kernel/schemas.js';

const CourseParams = z.object({ courseId: Id });

/** A person's place in a course. */
export const Enrolment = z.object({
  id: Id,
  courseId: Id,
  versionId: Id,
  nameOnCertificate: z.string(),
  enrolledAt: Instant,
  completedAt: Instant.nullable(),
});

/** A course that I take, as a card: enough to continue without another request. */
export const EnrolmentCard = Enrolment.extend({
  code: z.string(),
  title: z.string(),
  organiser: z.string(),
  minutes: z.number().int(),
  jp: z.number().int(),
  lessonsDone: z.number().int(),
  lessonsTotal: z.number().int(),
  lastActivityAt: Instant,
  /** First lesson that is not done, where "continue" leads. */
  nextLesson: z.object({ id: Id, title: z.string(), kind: z.string(), minutes: z.number().int() }).nullable(),
});

/** A course that I keep for later. */
export const SavedCourse = z.object({
  courseId: Id,
  code: z.string(),
  title: z.string(),
  organiser: z.string(),
  minutes: z.number().int(),
  jp: z.number().int(),
  cover: CompiledCourse.shape.cover,
  savedAt: Instant,
});

export const enrolments = defineRoutes({
  enrol: {
    method: 'POST', path: '/courses/:courseId/enrolment', status: 200, summary: 'Take a course; taking it again changes nothing',
    params: CourseParams, body: z.object({ nameOnCertificate: line(200) }), response: Enrolment,
    access: 'authenticated', errors: ['NOT_FOUND', 'NAME_DIFFERS', 'COURSE_WITHDRAWN', 'COURSE_FULL', 'PREREQUISITE_MISSING'],
  },
  save: {
    method: 'PUT', path: '/saved-courses/:courseId', status: 204, summary: 'Keep a course for later', params: CourseParams, response: Nothing,
    access: 'authenticated', errors: ['NOT_FOUND'],
  },
  forget: {
    method: 'DELETE', path: '/saved-courses/:courseId', status: 204, summary: 'Keep a course no longer', params: CourseParams, response: Nothing,
    access: 'authenticated', errors: [],
  },
  saved: {
    method: 'GET', path: '/saved-courses', status: 200, summary: 'Courses that I keep for later, the latest first',
    response: z.object({ items: z.array(SavedCourse) }), access: 'authenticated', errors: [],
  },
  mine: {
    method: 'GET', path: '/enrolments', status: 200, summary: 'Courses that I take, the latest activity first',
    response: z.object({ items: z.array(EnrolmentCard) }), access: 'authenticated', errors: [],
  },
});

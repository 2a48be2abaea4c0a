import * as z from 'zod';
import {
  CompiledCourse, CompletionRule, CompletionRequirementKey, CourseCompetence, CourseForm, CourseLevel, LessonCompletion, LessonContent, LessonKindName, LessonRelease,
} from './course-content.js';
import { Finding } from './course-findings.js';
import { defineRoutes } from './kernel/route.js';
import { Id, Instant, PageQuery, line, pageOf, paragraph } from './kernel/schemas.js';

const Instructor = z.object({ personId: Id, fullName: z.string(), post: z.string().nullable() });

/** Who may find and take a course: everybody, or the people of its agency. */
export const courseVisibilities = ['public', 'agency'] as const;
export const CourseVisibility = z.enum(courseVisibilities);

/** `changed`: published, with edits since that learners do not see yet. */
export const CourseStatus = z.enum(['draft', 'published', 'changed']);

/** `work`: drafts and what is published; `templates`: what others start from; `archive`: what was put away. */
export const CourseShelf = z.enum(['work', 'templates', 'archive']);

/** One row of the workspace. */
export const CourseRow = z.object({
  id: Id,
  code: z.string(),
  title: z.string(),
  status: CourseStatus,
  owner: z.object({ id: Id, shortName: z.string() }),
  instructors: z.array(z.string()),
  lessons: z.number().int(),
  minutes: z.number().int(),
  jp: z.number().int(),
  /** Number of the version that learners see. */
  publishedNumber: z.number().int().nullable(),
  isTemplate: z.boolean(),
  publishAt: Instant.nullable(),
  withdrawnAt: Instant.nullable(),
  archivedAt: Instant.nullable(),
  updatedAt: Instant,
});

/** A lesson in the author's outline, without its body. */
export const LessonRow = z.object({
  id: Id,
  kind: LessonKindName,
  title: z.string(),
  minutes: z.number().int(),
  required: z.boolean(),
  /** Null: what its kind does by itself. */
  completion: LessonCompletion.nullable(),
  /** Lessons before it; null: the required one before it in the outline. */
  requires: z.array(Id).nullable(),
  release: LessonRelease.nullable(),
  revision: z.number().int(),
});

/** A course as its authors see it. */
export const CourseForAuthor = z.object({
  id: Id,
  code: z.string(),
  title: z.string(),
  summary: z.string(),
  objectives: z.array(z.string()),
  audience: z.string(),
  level: CourseLevel,
  category: z.string(),
  language: z.string(),
  competences: z.array(CourseCompetence),
  siasnKind: z.number().int(),
  visibility: CourseVisibility,
  form: CourseForm,
  contact: z.string(),
  coverPictureId: Id.nullable(),
  cover: CompiledCourse.shape.cover,
  seats: z.number().int().nullable(),
  prerequisites: CompiledCourse.shape.prerequisites,
  isTemplate: z.boolean(),
  /** When it will be published by itself. */
  publishAt: Instant.nullable(),
  withdrawnAt: Instant.nullable(),
  archivedAt: Instant.nullable(),
  passMark: z.number().int().nullable(),
  watchThreshold: z.number(),
  maxAttempts: z.number().int().nullable(),
  retryAfterMinutes: z.number().int(),
  requirements: z.array(CompletionRequirementKey),
  owner: z.object({ id: Id, name: z.string(), shortName: z.string() }),
  instructors: z.array(Instructor),
  modules: z.array(z.object({ id: Id, title: z.string(), minutes: z.number().int(), jp: z.number().int(), lessons: z.array(LessonRow) })),
  minutes: z.number().int(),
  jp: z.number().int(),
  status: CourseStatus,
  published: z.object({ versionId: Id, number: z.number().int(), at: Instant }).nullable(),
  /** Of the facts; a change must name the one it was made on. */
  revision: z.number().int(),
  updatedAt: Instant,
  can: z.object({ edit: z.boolean(), publish: z.boolean() }),
});

/** A lesson with its body, whose shape belongs to the kind. */
export const LessonForAuthor = LessonRow.extend({
  courseId: Id,
  moduleId: Id,
  body: z.unknown(),
  updatedAt: Instant,
  /** What may complete a lesson of its kind; the first does unless the author chooses. */
  completions: z.array(CompletionRule),
});

export const CourseCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,39}$/);

const LessonMinutes = z.number().int().min(0).max(6000);

/** What authors may say about a course. */
export const CourseFacts = z.object({
  code: CourseCode,
  title: line(200),
  summary: paragraph(1000),
  objectives: z.array(line(300)).max(20),
  audience: paragraph(300),
  level: CourseLevel,
  category: z.union([z.literal(''), line(80)]),
  competences: z.array(z.object({ code: line(40), name: line(200), level: z.number().int().min(1).max(5).nullable() })).max(20),
  siasnKind: z.number().int().min(1).max(25),
  /** BCP 47 tag. */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/),
  visibility: CourseVisibility,
  form: CourseForm,
  contact: paragraph(300),
  /** A picture of this course. */
  coverPictureId: Id.nullable(),
  seats: z.number().int().min(1).max(1_000_000).nullable(),
  /** Courses to complete before. */
  prerequisiteIds: z.array(Id).max(10),
  passMark: z.number().int().min(1).max(100).nullable(),
  watchThreshold: z.number().min(0.5).max(1),
  maxAttempts: z.number().int().min(1).max(100).nullable(),
  /** Up to 30 days. */
  retryAfterMinutes: z.number().int().min(0).max(43_200),
  requirements: z.array(CompletionRequirementKey).max(10),
  instructorIds: z.array(Id).max(20),
});

/** A title is enough to begin. */
export const CreateCourse = z.object({ title: line(200), code: CourseCode.optional(), organisationId: Id.optional() });

const courseId = z.object({ courseId: Id });
const moduleId = z.object({ courseId: Id, moduleId: Id });
const lessonId = z.object({ courseId: Id, lessonId: Id });
const edit = { permission: 'course.author', scope: 'course' } as const;
const Move = z.object({ to: z.enum(['up', 'down']) });

/** The workspace of authors. Commands on the outline answer with the whole course, so that a screen needs no second read. */
export const courses = defineRoutes({
  list: {
    method: 'GET', path: '/courses', status: 200, summary: 'Courses that I may edit, newest change first',
    query: PageQuery.extend({ q: z.string().trim().max(100).default(''), status: CourseStatus.optional(), shelf: CourseShelf.default('work'), mine: z.stringbool().default(false) }),
    response: pageOf(CourseRow), access: { permission: 'course.author', scope: 'any' }, errors: [],
  },
  create: {
    method: 'POST', path: '/courses', status: 201, summary: 'Start a draft; the code is made of the title unless given',
    body: CreateCourse,
    response: CourseForAuthor, access: { permission: 'course.author', scope: 'any' }, errors: ['COURSE_CODE_TAKEN', 'NOT_ALLOWED', 'NOT_FOUND'],
  },
  get: {
    method: 'GET', path: '/courses/:courseId', status: 200, summary: 'A course as its authors see it',
    params: courseId, response: CourseForAuthor, access: edit, errors: ['NOT_FOUND'],
  },
  change: {
    method: 'PATCH', path: '/courses/:courseId', status: 200, summary: 'Change facts and rules',
    params: courseId, body: CourseFacts.partial().extend({ revision: z.number().int() }),
    response: CourseForAuthor, access: edit, errors: ['NOT_FOUND', 'COURSE_ARCHIVED', 'COURSE_CHANGED', 'COURSE_CODE_TAKEN', 'INSTRUCTOR_UNKNOWN', 'PREREQUISITE_UNKNOWN', 'PREREQUISITE_LOOP', 'PICTURE_UNKNOWN'],
  },
  listCandidates: {
    method: 'GET', path: '/courses/:courseId/instructor-candidates', status: 200, summary: 'People of the agency who could teach it',
    params: courseId, query: z.object({ q: z.string().trim().min(2).max(100) }),
    response: z.object({ items: z.array(Instructor.extend({ unit: z.string() })) }), access: edit, errors: ['NOT_FOUND'],
  },
  addModule: {
    method: 'POST', path: '/courses/:courseId/modules', status: 201, summary: 'Add a module at the end',
    params: courseId, body: z.object({ title: line(200) }), response: CourseForAuthor, access: edit, errors: ['NOT_FOUND', 'COURSE_ARCHIVED'],
  },
  renameModule: {
    method: 'PATCH', path: '/courses/:courseId/modules/:moduleId', status: 200, summary: 'Rename a module',
    params: moduleId, body: z.object({ title: line(200) }), response: CourseForAuthor, access: edit, errors: ['NOT_FOUND', 'COURSE_ARCHIVED'],
  },
  moveModule: {
    method: 'POST', path: '/courses/:courseId/modules/:moduleId/move', status: 200, summary: 'Move a module one place up or down',
    params: moduleId, body: Move, response: CourseForAuthor, access: edit, errors: ['NOT_FOUND', 'COURSE_ARCHIVED'],
  },
  removeModule: {
    method: 'DELETE', path: '/courses/:courseId/modules/:moduleId', status: 200, summary: 'Remove a module with its lessons; it can be restored',
    params: moduleId, response: CourseForAuthor, access: edit, errors: ['NOT_FOUND', 'COURSE_ARCHIVED'],
  },
  restoreModule: {
    method: 'POST', path: '/courses/:courseId/modules/:moduleId/restore', status: 200, summary: 'Bring a removed module back to its place',
    params: moduleId, response: CourseForAuthor, access: edit, errors: ['NOT_FOUND', 'COURSE_ARCHIVED'],
  },
  addLesson: {
    method: 'POST', path: '/courses/:courseId/modules/:moduleId/lessons', status: 201, summary: 'Add a lesson at the end of a module',
    params: moduleId, body: z.object({ kind: LessonKindName, title: line(200), minutes: LessonMinutes.default(0) }),
    response: z.object({ course: CourseForAuthor, lessonId: Id }), access: edit, errors: ['NOT_FOUND', 'COURSE_ARCHIVED'],
  },
  getLesson: {
    method: 'GET', path: '/courses/:courseId/lessons/:lessonId', status: 200, summary: 'A lesson with its body',
    params: lessonId, response: LessonForAuthor, access: edit, errors: ['NOT_FOUND'],
  },
  changeLesson: {
    method: 'PATCH', path: '/courses/:courseId/lessons/:lessonId', status: 200, summary: 'Change a lesson; the answer has its body as it was kept',
    params: lessonId,
    body: z.object({
      revision: z.number().int(),
      title: line(200).optional(),
      minutes: LessonMinutes.optional(),
      required: z.boolean().optional(),
      completion: LessonCompletion.nullable().optional(),
      requires: z.array(Id).max(20).nullable().optional(),
      release: LessonRelease.nullable().optional(),
      body: z.unknown().optional(),
    }),
    response: LessonForAuthor, access: edit, errors: ['NOT_FOUND', 'COURSE_ARCHIVED', 'LESSON_CHANGED', 'LESSON_BODY_INVALID', 'COMPLETION_UNFIT', 'LESSON_REQUIREMENT_UNFIT'],
  },
  moveLesson: {
    method: 'POST', path: '/courses/:courseId/lessons/:lessonId/move', status: 200,
    summary: 'Move a lesson one place up or down, at the edge of a module into the next one',
    params: lessonId, body: Move, response: CourseForAuthor, access: edit, errors: ['NOT_FOUND', 'COURSE_ARCHIVED'],
  },
  removeLesson: {
    method: 'DELETE', path: '/courses/:courseId/lessons/:lessonId', status: 200, summary: 'Remove a lesson; it can be restored',
    params: lessonId, response: CourseForAuthor, access: edit, errors: ['NOT_FOUND', 'COURSE_ARCHIVED'],
  },
  restoreLesson: {
    method: 'POST', path: '/courses/:courseId/lessons/:lessonId/restore', status: 200, summary: 'Bring a removed lesson back to its place',
    params: lessonId, response: CourseForAuthor, access: edit, errors: ['NOT_FOUND', 'COURSE_ARCHIVED'],
  },
  addPicture: {
    method: 'POST', path: '/courses/:courseId/pictures', status: 201,
    summary: 'Keep a picture for the readings of the course; it becomes WebP of at most 1,600 pixels without metadata',
    // Base64 of at most some 740 kB: browsers shrink photographs before they send them.
    params: courseId, body: z.object({ data: z.base64().max(1_000_000) }),
    response: z.object({ id: Id, src: z.string(), width: z.number().int(), height: z.number().int() }), access: edit, errors: ['NOT_FOUND', 'PICTURE_UNREADABLE'],
  },
  check: {
    method: 'GET', path: '/courses/:courseId/findings', status: 200, summary: 'The publish check list',
    params: courseId, response: z.object({ items: z.array(Finding) }), access: edit, errors: ['NOT_FOUND'],
  },
  publish: {
    method: 'POST', path: '/courses/:courseId/publish', status: 200,
    summary: 'Publish as version `number`; naming one that exists already changes nothing',
    params: courseId,
    // `move`: learners who have not completed the course go on in the new version; what they completed stays completed.
    body: z.object({ number: z.number().int().min(1), learners: z.enum(['stay', 'move']).default('stay') }),
    response: CourseForAuthor, access: { permission: 'course.publish', scope: 'course' }, errors: ['NOT_FOUND', 'COURSE_NOT_READY', 'COURSE_CHANGED', 'COURSE_ARCHIVED', 'COURSE_IS_TEMPLATE'],
  },
  preview: {
    method: 'GET', path: '/courses/:courseId/preview', status: 200, summary: 'The draft as learners would see it',
    params: courseId, response: CompiledCourse, access: edit, errors: ['NOT_FOUND'],
  },
  previewLesson: {
    method: 'GET', path: '/courses/:courseId/lessons/:lessonId/preview', status: 200, summary: 'A lesson of the draft as learners would see it',
    params: lessonId, response: LessonContent, access: edit, errors: ['NOT_FOUND', 'LESSON_INCOMPLETE'],
  },
});

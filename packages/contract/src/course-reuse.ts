import * as z from 'zod';
import { CourseForAuthor } from './courses.js';
import { defineRoutes } from './kernel/route.js';
import { Id, line } from './kernel/schemas.js';

export const TemplateRow = z.object({ id: Id, code: z.string(), title: z.string(), summary: z.string(), lessons: z.number().int() });

const edit = { permission: 'course.author', scope: 'course' } as const;
const author = { permission: 'course.author', scope: 'any' } as const;

/** Beginning from what is there. */
export const courseReuse = defineRoutes({
  duplicate: {
    method: 'POST', path: '/courses/:courseId/copies', status: 201, summary: 'Copy a course as a new draft, or as a template for others of the agency',
    params: z.object({ courseId: Id }), body: z.object({ title: line(200), organisationId: Id.optional(), asTemplate: z.boolean().default(false) }),
    response: CourseForAuthor, access: edit, errors: ['NOT_FOUND', 'NOT_ALLOWED'],
  },
  templates: {
    method: 'GET', path: '/course-templates', status: 200, summary: 'Templates of my agency',
    response: z.object({ items: z.array(TemplateRow) }), access: author, errors: [],
  },
  startFrom: {
    method: 'POST', path: '/course-templates/:templateId/courses', status: 201, summary: 'Start a draft from a template of my agency',
    params: z.object({ templateId: Id }), body: z.object({ title: line(200), organisationId: Id.optional() }),
    response: CourseForAuthor, access: author, errors: ['NOT_FOUND', 'NOT_ALLOWED'],
  },
  copyModule: {
    method: 'POST', path: '/courses/:courseId/modules/:moduleId/copies', status: 201, summary: 'Copy a module to the end of another course that I may edit',
    params: z.object({ courseId: Id, moduleId: Id }), body: z.object({ toCourseId: Id }), response: CourseForAuthor, access: edit, errors: ['NOT_FOUND', 'COURSE_ARCHIVED'],
  },
});

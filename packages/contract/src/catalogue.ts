import * as z from 'zod';
import { CompiledCourse, CourseLevel } from './course-content.js';
import { defineRoutes } from './kernel/route.js';
import { Id, PageQuery, pageOf } from './kernel/schemas.js';

/** A published course as anybody may see it. */
export const PublicCourse = CompiledCourse.extend({ organiser: CompiledCourse.shape.organiser.omit({ path: true }) });
export type PublicCourse = z.output<typeof PublicCourse>;

/** One card of the catalogue. */
export const CourseCard = z.object({
  courseId: Id,
  code: z.string(),
  title: z.string(),
  summary: z.string(),
  level: CourseLevel,
  category: z.string(),
  organiser: z.object({ id: Id, name: z.string(), shortName: z.string() }),
  minutes: z.number().int(),
  jp: z.number().int(),
  modules: z.number().int(),
  lessons: z.number().int(),
});

export const catalogueOrders = ['newest', 'title', 'shortest'] as const;

/** What the catalogue can be narrowed to, with the number of published courses each. */
const Facets = z.object({
  categories: z.array(z.object({ value: z.string(), count: z.number().int() })),
  levels: z.array(z.object({ value: CourseLevel, count: z.number().int() })),
  organisers: z.array(z.object({ value: Id, name: z.string(), count: z.number().int() })),
});

export const catalogue = defineRoutes({
  list: {
    method: 'GET', path: '/catalogue', status: 200, summary: 'Published courses; every word of `q` must be found, small slips are forgiven',
    query: PageQuery.extend({
      size: z.coerce.number().int().min(1).max(60).default(24),
      q: z.string().trim().max(100).default(''),
      category: z.string().max(80).optional(),
      level: CourseLevel.optional(),
      organiser: Id.optional(),
      order: z.enum(catalogueOrders).default('newest'),
    }),
    response: pageOf(CourseCard).extend({ facets: Facets }), access: 'public', errors: [],
  },
  get: {
    method: 'GET', path: '/catalogue/:course', status: 200, summary: 'A published course by its code or id; answered with an ETag',
    params: z.object({ course: z.string().min(1).max(60) }), response: PublicCourse, access: 'public', errors: ['NOT_FOUND'],
  },
});

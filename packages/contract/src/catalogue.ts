import * as z from 'zod';
import { CompiledCourse } from './course-content.js';
import { defineRoutes } from './kernel/route.js';

/** A published course as anybody may see it. */
export const PublicCourse = CompiledCourse.extend({ organiser: CompiledCourse.shape.organiser.omit({ path: true }) });
export type PublicCourse = z.output<typeof PublicCourse>;

export const catalogue = defineRoutes({
  get: {
    method: 'GET', path: '/catalogue/:course', status: 200, summary: 'A published course by its code or id; answered with an ETag',
    params: z.object({ course: z.string().min(1).max(60) }), response: PublicCourse, access: 'public', errors: ['NOT_FOUND'],
  },
});

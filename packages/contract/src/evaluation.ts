import * as z from 'zod';
import { defineRoutes } from './kernel/route.js';
import { Id, Nothing, paragraph } from './kernel/schemas.js';

/** Keys of the forms that a course may ask for before its certificate. */
export const EvaluationFormKey = z.enum(['instructor', 'organisation']);

/** A form with the state of the caller's own copy. What was answered is kept apart from who answered. */
export const EvaluationForm = z.object({
  key: EvaluationFormKey,
  /** The instructor that an `instructor` form is about. */
  subject: z.object({ personId: Id, fullName: z.string() }).nullable(),
  title: z.string(),
  /** Labels of the scale from 1 upwards. */
  scale: z.array(z.string()),
  items: z.array(z.string()),
  suggestionLabel: z.string(),
  filled: z.boolean(),
});

export const evaluation = defineRoutes({
  forms: {
    method: 'GET', path: '/learning/:courseId/evaluation', status: 200, summary: 'The evaluation forms of a course that I take',
    params: z.object({ courseId: Id }),
    response: z.object({
      /** False until half of the lessons are done. */
      open: z.boolean(),
      forms: z.array(EvaluationForm),
    }),
    access: 'authenticated', errors: ['NOT_ENROLLED'],
  },
  fill: {
    method: 'POST', path: '/learning/:courseId/evaluation', status: 204, summary: 'Fill one form; the answers are stored without a name',
    params: z.object({ courseId: Id }),
    body: z.object({
      key: EvaluationFormKey,
      subjectId: Id.nullable(),
      /** One mark per item, 1 is the lowest. */
      ratings: z.array(z.number().int().min(1).max(4)).min(1).max(20),
      suggestion: paragraph(2000),
    }),
    response: Nothing, access: 'authenticated',
    errors: ['NOT_ENROLLED', 'NOT_FOUND', 'EVALUATION_NOT_OPEN', 'EVALUATION_FILLED', 'EVALUATION_INCOMPLETE'],
  },
});

import { defineEvent } from '@pamong/platform/outbox/job';
import * as z from 'zod';

/** Every rule of the course is met, for the first time. */
export const courseCompleted = defineEvent({ name: 'learning.course-completed', payload: z.object({ enrolmentId: z.uuid() }) });

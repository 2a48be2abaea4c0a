import { defineEvent } from '@pamong/platform/outbox/job';
import * as z from 'zod';

/** A version of a course is what new learners get from now on. */
export const coursePublished = defineEvent({ name: 'courses.published', payload: z.object({ courseId: z.uuid(), versionId: z.uuid() }) });

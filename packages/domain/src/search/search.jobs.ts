import { defineJob } from '@pamong/platform/outbox/job';
import { defineSchedule } from '@pamong/platform/queue/schedule';
import * as z from 'zod';

/** Makes a course's part of the search anew from what is published now, or removes it. */
export const indexCourse = defineJob({ name: 'search.index-course', payload: z.strictObject({ courseId: z.uuid() }), queue: 'documents' });

/** Adds those who have taken a course since the last count, for the order "most taken". */
export const countTaken = defineJob({ name: 'search.count-taken', payload: z.strictObject({}), attempts: 3 });

defineSchedule({ job: countTaken, pattern: '41 * * * *' });

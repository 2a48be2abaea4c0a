import { defineJob } from '@pamong/platform/outbox/job';
import * as z from 'zod';

const AttemptPayload = z.object({ attemptId: z.uuid() });

/** Grades a submitted attempt. A class hands in within a minute, and grading is less work than the queue's own. */
export const gradeAttempt = defineJob({ name: 'quizzes.grade-attempt', payload: AttemptPayload, together: 5 });

/** Hands in what is there when the time is over and the learner did not. */
export const closeAttempt = defineJob({ name: 'quizzes.close-attempt', payload: AttemptPayload });

import { defineJob } from '@pamong/platform/outbox/job';
import * as z from 'zod';

const AttemptPayload = z.object({ attemptId: z.uuid() });

/** Grades a submitted attempt. */
export const gradeAttempt = defineJob({ name: 'quizzes.grade-attempt', payload: AttemptPayload });

/** Hands in what is there when the time is over and the learner did not. */
export const closeAttempt = defineJob({ name: 'quizzes.close-attempt', payload: AttemptPayload });

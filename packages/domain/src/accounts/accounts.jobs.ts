import { defineJob } from '@pamong/platform/outbox/job';
import { defineSchedule } from '@pamong/platform/queue/schedule';
import * as z from 'zod';

/** Forgets failed sign-ins whose window is over. */
export const purgeSignInFailures = defineJob({ name: 'accounts.purge-sign-in-failures', payload: z.strictObject({}), attempts: 3 });

defineSchedule({ job: purgeSignInFailures, pattern: '23 * * * *' });

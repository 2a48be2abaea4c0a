import { defineEvent, defineJob } from '@pamong/platform/outbox/job';
import { defineSchedule } from '@pamong/platform/queue/schedule';
import * as z from 'zod';

/** Forgets failed sign-ins whose window is over, and sign-ons that never came back. */
export const purgeSignInFailures = defineJob({ name: 'accounts.purge-sign-in-failures', payload: z.strictObject({}), attempts: 3 });

/** Somebody signed in with a browser that this account had not been used with. */
export const signedInOnNewDevice = defineEvent({ name: 'accounts.signed-in-on-new-device', payload: z.object({ sessionId: z.uuid() }) });

defineSchedule({ job: purgeSignInFailures, pattern: '23 * * * *' });

import { defineEvent, defineJob } from '@pamong/platform/outbox/job';
import { defineSchedule } from '@pamong/platform/queue/schedule';
import * as z from 'zod';

/** Forgets failed sign-ins whose window is over, and sign-ons and sign-ins that nobody finished. */
export const purgeSignInFailures = defineJob({ name: 'accounts.purge-sign-in-failures', payload: z.strictObject({}), attempts: 3 });

/** Somebody signed in with a browser that this account had not been used with. */
export const signedInOnNewDevice = defineEvent({ name: 'accounts.signed-in-on-new-device', payload: z.object({ sessionId: z.uuid() }) });

/** Something of an account changed that its owner should know of. */
export const accountChanged = defineEvent({
  name: 'accounts.account-changed',
  payload: z.object({ id: z.uuid(), personId: z.uuid(), change: z.enum(['second-factor-on', 'second-factor-off']) }),
});

defineSchedule({ job: purgeSignInFailures, pattern: '23 * * * *' });

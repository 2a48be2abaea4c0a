import { defineJob } from '@pamong/platform/outbox/job';
import { defineSchedule } from '@pamong/platform/queue/schedule';
import * as z from 'zod';

/** Forgets counted requests and links that ended long ago. */
export const purgeEntry = defineJob({ name: 'entry.purge', payload: z.strictObject({}), attempts: 3 });

/** Sends a code to a mobile number. */
export const sendPhoneCode = defineJob({ name: 'entry.send-phone-code', payload: z.strictObject({ codeId: z.uuid() }), attempts: 4 });

defineSchedule({ job: purgeEntry, pattern: '41 * * * *' });

import { defineJob } from '@pamong/platform/outbox/job';
import { defineSchedule } from '@pamong/platform/queue/schedule';
import * as z from 'zod';

/** Hands one mail to the server. Failures are kept at the mail, which has its own time for the next try. */
export const sendMail = defineJob({ name: 'messages.send-mail', payload: z.strictObject({ mailId: z.uuid() }), attempts: 3 });

/** Finds mails whose time has come and whose job was lost with a killed worker. */
export const sweepMails = defineJob({ name: 'messages.sweep-mails', payload: z.strictObject({}), attempts: 1 });

defineSchedule({ job: sweepMails, pattern: '* * * * *' });

import { defineJob } from '@pamong/platform/outbox/job';
import * as z from 'zod';

/** Sends a message of the inbox by mail too. */
export const mailMessage = defineJob({ name: 'messages.mail', payload: z.object({ personId: z.uuid(), naturalKey: z.string() }) });

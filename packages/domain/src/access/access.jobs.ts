import { defineEvent } from '@pamong/platform/outbox/job';
import * as z from 'zod';

/** Somebody gave a person a role; `messages` tells the person. */
export const roleGranted = defineEvent({ name: 'access.role-granted', payload: z.object({ assignmentId: z.uuid() }) });

import * as z from 'zod';
import { defineRoutes } from './kernel/route.js';
import { Id, Instant, Nothing, line } from './kernel/schemas.js';

export const StartActing = z.object({
  /** Told to the person, and kept in the audit trail. */
  reason: line(500),
  /** Changing things as that person; reading only unless asked for. */
  mayWrite: z.boolean().default(false),
});

export const acting = defineRoutes({
  start: {
    method: 'POST', path: '/people/:personId/acting', status: 201, summary: 'See Pamong as somebody else for half an hour, for support',
    params: z.object({ personId: Id }), body: StartActing, response: z.object({ until: Instant }), access: { permission: 'person.act-as', scope: 'person' },
    whileActing: 'never', errors: ['ACTING_BEYOND_YOURS', 'ACTING_FORBIDDEN'],
  },
  stop: {
    method: 'DELETE', path: '/acting', status: 204, summary: 'Be myself again',
    response: Nothing, access: 'authenticated', whileActing: 'always', errors: [],
  },
});

import * as z from 'zod';
import { defineRoutes } from './kernel/route.js';
import { line } from './kernel/schemas.js';
import { Session } from './session.js';

/** The first agency and whoever administers it. */
export const BeginSetup = z
  .object({
    /** Printed where the installation was started, so that nobody else takes an empty one over. */
    code: line(40),
    agency: z.object({ name: line(200), shortName: line(100), timeZone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']) }),
    admin: z.object({
      titleBefore: line(100).nullable().default(null),
      name: line(200),
      titleAfter: line(100).nullable().default(null),
      /** NIP or NI PPPK; one of number and e-mail is needed to sign in. */
      staffNumber: line(40).nullable().default(null),
      email: z.email().max(254).nullable().default(null),
      password: z.string().min(1).max(1000),
    }),
  })
  .refine(({ admin }) => admin.staffNumber !== null || admin.email !== null, { path: ['admin', 'email'], message: 'A number or an e-mail address is needed' });

export const setup = defineRoutes({
  begin: {
    method: 'POST', path: '/setup', status: 200, summary: 'Make the first agency with its admin, once, and sign in',
    body: BeginSetup, response: Session, access: 'public',
    errors: [
      'SETUP_DONE', 'SETUP_CODE_WRONG', 'LOGIN_LIMITED', 'STAFF_NUMBER_INVALID', 'PASSWORD_SHORT', 'PASSWORD_LONG', 'PASSWORD_PATTERN', 'PASSWORD_PERSONAL', 'PASSWORD_COMMON',
    ],
  },
});

import * as z from 'zod';
import { passwordRefusals } from './accounts.errors.js';
import { defineRoutes } from './kernel/route.js';
import { Nothing } from './kernel/schemas.js';

/** How the caller's own account is protected. */
export const AccountSecurity = z.object({
  /** False for people who only sign in through their agency. */
  hasPassword: z.boolean(),
});

export const ChangePassword = z.object({
  current: z.string().min(1).max(1000),
  next: z.string().min(1).max(1000),
  /** Ends every other session of the account. */
  endOthers: z.boolean(),
});

export const accounts = defineRoutes({
  security: {
    method: 'GET', path: '/account/security', status: 200, summary: 'How my account is protected',
    response: AccountSecurity, access: 'authenticated', errors: [],
  },
  changePassword: {
    method: 'PUT', path: '/account/password', status: 204, summary: 'Change my password, proved by the current one',
    body: ChangePassword, response: Nothing, access: 'authenticated', whileActing: 'never',
    errors: ['PASSWORD_WRONG', 'PASSWORD_ABSENT', 'LOGIN_LIMITED', ...passwordRefusals],
  },
});

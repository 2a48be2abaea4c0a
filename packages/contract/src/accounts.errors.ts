import { defineErrors } from './kernel/define-errors.js';

export const accountsErrors = defineErrors({
  LOGIN_FAILED: { status: 401, title: 'Login or password is wrong' },
  LOGIN_LIMITED: { status: 429, title: 'Too many failed attempts' },
});

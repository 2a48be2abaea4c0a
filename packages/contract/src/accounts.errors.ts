import { defineErrors } from './kernel/define-errors.js';

export const accountsErrors = defineErrors({
  LOGIN_FAILED: { status: 401, title: 'Login or password is wrong' },
  LOGIN_LIMITED: { status: 429, title: 'Too many failed attempts' },
  PASSWORD_SHORT: { status: 422, title: 'The password is too short' },
  PASSWORD_LONG: { status: 422, title: 'The password is too long' },
  PASSWORD_PATTERN: { status: 422, title: 'The password is a simple pattern' },
  PASSWORD_PERSONAL: { status: 422, title: 'The password is made of what others know about the person' },
  PASSWORD_COMMON: { status: 422, title: 'The password is on lists of stolen passwords' },
  PASSWORD_WRONG: { status: 422, title: 'The current password is wrong' },
  SECOND_FACTOR_WRONG: { status: 422, title: 'The code is wrong' },
  SECOND_FACTOR_USED: { status: 422, title: 'The code was used before' },
  SECOND_FACTOR_CLOCK: { status: 422, title: 'The code is for another time' },
  SECOND_FACTOR_ON: { status: 409, title: 'A second factor is on already' },
  SECOND_FACTOR_OFF: { status: 409, title: 'There is no second factor' },
  SECOND_FACTOR_REQUIRED: { status: 409, title: 'The agency asks for a second factor' },
  SIGN_IN_STEP_OVER: { status: 410, title: 'The sign-in took too long' },
  PASSWORD_ABSENT: { status: 409, title: 'The account has no password' },
});

/** What any route may answer that sets a password. */
export const passwordRefusals = ['PASSWORD_SHORT', 'PASSWORD_LONG', 'PASSWORD_PATTERN', 'PASSWORD_PERSONAL', 'PASSWORD_COMMON'] as const;

import { defineErrors } from './kernel/define-errors.js';

export const setupErrors = defineErrors({
  SETUP_DONE: { status: 409, title: 'The installation already has an agency' },
  SETUP_CODE_WRONG: { status: 403, title: 'The setup code is wrong' },
});

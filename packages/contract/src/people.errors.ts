import { defineErrors } from './kernel/define-errors.js';

export const peopleErrors = defineErrors({
  STAFF_NUMBER_INVALID: { status: 422, title: 'The number is not a NIP or NI PPPK' },
});

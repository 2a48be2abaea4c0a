import { defineErrors } from './kernel/define-errors.js';

export const enrolmentsErrors = defineErrors({
  NAME_DIFFERS: { status: 422, title: 'The name on the certificate is not the name of the person' },
  NOT_ENROLLED: { status: 404, title: 'The course has not been taken' },
});

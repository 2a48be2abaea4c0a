import { defineErrors } from './kernel/define-errors.js';

export const enrolmentsErrors = defineErrors({
  NAME_DIFFERS: { status: 422, title: 'The name on the certificate is not the name of the person' },
  COURSE_WITHDRAWN: { status: 409, title: 'The course takes nobody new' },
  COURSE_FULL: { status: 409, title: 'All seats of the course are taken' },
  PREREQUISITE_MISSING: { status: 409, title: 'Another course must be completed first' },
  NOT_ENROLLED: { status: 404, title: 'The course has not been taken' },
});

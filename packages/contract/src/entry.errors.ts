import { defineErrors } from './kernel/define-errors.js';

export const entryErrors = defineErrors({
  LINK_INVALID: { status: 410, title: 'The link was used, replaced or is too old' },
  CODE_INVALID: { status: 422, title: 'Number and code do not fit, or the code was used or is too old' },
  PHONE_CODE_INVALID: { status: 422, title: 'The code is wrong, used, too old or was tried too often' },
  PHONE_TAKEN: { status: 409, title: 'Somebody else has proved this number meanwhile' },
  REGISTRATION_CLOSED: { status: 409, title: 'The agency takes no registrations from outside' },
  EMAIL_TAKEN: { status: 409, title: 'Somebody else has proved this address as theirs' },
});

import { defineErrors } from './kernel/define-errors.js';

export const accessErrors = defineErrors({
  ROLE_BEYOND_YOURS: { status: 403, title: 'The role gives more than the grantor holds there' },
  ROLE_HELD_ALREADY: { status: 409, title: 'The person holds this role there in that time' },
  ROLE_NEEDS_END: { status: 422, title: 'This role is given for a time only' },
  ROLE_NEEDS_AGENCY: { status: 422, title: 'This role counts for a whole agency' },
  ROLE_DATES_INVALID: { status: 422, title: 'The days lie in the past or in the wrong order' },
  ROLE_END_FINAL: { status: 409, title: 'The role ended too long ago to be given back' },
  LAST_ADMIN: { status: 409, title: 'Nobody else could administer the agency; see `place`' },
  LAST_PLATFORM_ADMIN: { status: 409, title: 'Nobody else could administer the installation' },
  DELEGATION_TO_SELF: { status: 422, title: 'Nobody lends a role to themselves' },
  DELEGATION_ROLE_FIXED: { status: 422, title: 'This role is given, not lent' },
  DELEGATION_PLACE_OUTSIDE: { status: 422, title: 'The organisation lies outside of the place of a role' },
  ACTING_READ_ONLY: { status: 403, title: 'Whoever acts as somebody else reads only' },
  ACTING_BEYOND_YOURS: { status: 403, title: 'The person may do more than the admin' },
  ACTING_FORBIDDEN: { status: 403, title: 'This is never done as somebody else' },
});

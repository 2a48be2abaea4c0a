import { defineErrors } from './kernel/define-errors.js';

export const organisationsErrors = defineErrors({
  UNIT_CHANGED: { status: 409, title: 'Somebody else has changed the unit' },
  UNIT_CODE_TAKEN: { status: 409, title: 'Another unit of the agency has this code' },
  UNIT_LOOP: { status: 422, title: 'A unit cannot lie below itself' },
  UNIT_CLOSED: { status: 409, title: 'The unit is closed' },
  UNIT_NOT_EMPTY: { status: 409, title: 'People or units still belong to the unit' },
  UNIT_OF_ANOTHER_AGENCY: { status: 422, title: 'The units belong to different agencies' },
  AGENCY_STAYS: { status: 422, title: 'The agency itself cannot be moved, merged or closed' },
  BRAND_COLOUR_UNREADABLE: { status: 422, title: 'White text cannot be read on this colour' },
  HEAD_OVERLAPS: { status: 409, title: 'The unit has another head in these days' },
  HEAD_UNKNOWN: { status: 422, title: 'The head is not a person of this agency' },
});

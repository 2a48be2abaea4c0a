import { defineErrors } from './kernel/define-errors.js';

export const peopleErrors = defineErrors({
  STAFF_NUMBER_INVALID: { status: 422, title: 'The number is not a NIP or NI PPPK' },
  STAFF_NUMBER_TAKEN: { status: 409, title: 'Somebody holds this number already' },
  PERSON_CHANGED: { status: 409, title: 'Somebody changed the person in the meantime' },
  PERSON_BEYOND_YOURS: { status: 403, title: 'The person may do more than you, so their number and e-mail are not yours to change' },
  PERSON_INVALID: { status: 422, title: 'A fact of the person breaks a rule; see `field` and `fault`' },
  CONTRACT_OVERLAPS: { status: 409, title: 'The contract period overlaps another one' },
  TRANSFER_OPEN: { status: 409, title: 'A transfer of this person is under way' },
  TRANSFER_SAME_AGENCY: { status: 422, title: 'The person belongs to this agency already' },
  TRANSFER_DECIDED: { status: 409, title: 'The transfer was decided or taken back already' },
  TRANSFER_NEEDS_UNIT: { status: 422, title: 'The receiving agency names the unit' },
  PHOTO_NOT_WANTED: { status: 409, title: 'No document of this agency prints a photo' },
  PHOTO_UNREADABLE: { status: 422, title: 'The file is no photo that can be decoded' },
  PHOTO_TOO_SMALL: { status: 422, title: 'The photo has too few pixels to be printed' },
  PERSON_MERGED: { status: 409, title: 'The record was merged into another one already' },
  MERGE_SAME_PERSON: { status: 422, title: 'A record cannot be merged with itself' },
  MERGE_YOURSELF: { status: 403, title: 'Nobody merges their own record; another admin does' },
  MERGE_NUMBERS_DIFFER: { status: 409, title: 'Both records hold a different number of the same kind today' },
  MERGE_TRANSFER_OPEN: { status: 409, title: 'A transfer of one of them to another agency is under way' },
  MERGE_KEEPS_STAFF: { status: 422, title: 'The staff record stays, the one of the outside participant goes' },
  STAFF_NUMBER_UNKNOWN: { status: 404, title: 'Nobody in this installation holds the number' },
});

import type { Targets } from './matrix-world.js';

/** Parameters that name no row of anybody. */
export const parameters: Readonly<Record<string, string>> = { language: 'id', kind: 'people', format: 'xlsx', sha256: 'a'.repeat(64), revision: '1' };

/** Routes that answer everyone, whatever agency the thing belongs to, each with why. */
export const forEveryone: Readonly<Record<string, string>> = {
  'catalogue.get': 'the catalogue is open, and a draft is not in it',
  'GET /api/pictures/:pictureId': 'a reading is for learners of every agency, and so are its pictures; their ids cannot be guessed',
  'GET /api/media-files/:token/*': 'the sealed address itself is the right, given out behind an access check',
  'GET /api/sign-on/start/:agencyId': 'the way in stands open to whoever wants to sign in',
  'entry.register': 'whoever is outside registers with an agency that has opened its door',
  'entry.registerByPhone': 'whoever is outside registers with an agency that has opened its door',
  'entry.provePhone': 'a registration belongs to no agency yet; its id cannot be guessed, and only the right code opens it',
  'transfers.listAgencies': 'people go to another agency, so its name is offered',
  'certificates.verify': 'whoever holds a certificate may have it checked by anybody, by its code',
};

/** Parts of routes that may name something of another agency, or pass over ids that are not the caller's own without a word; each with why. */
export const quietly: Readonly<Record<string, string>> = {
  'enrolments.forget by courseId': 'takes a course off the caller\'s own list, where it may not be',
  'messages.read by body': 'marks those of the given messages that are the caller\'s',
};

/** Which of the world's things a field of an input names, where its name differs from the parameter's. */
export const fieldsOfIds: Readonly<Record<string, string>> = {
  personIds: 'personId', toPersonId: 'personId', instructorIds: 'personId', supervisorId: 'personId',
  parentId: 'organisationId', intoId: 'organisationId', unitId: 'organisationId', toParentId: 'organisationId',
  toCourseId: 'courseId', requires: 'lessonId', prerequisiteIds: 'courseId', coverPictureId: 'pictureId',
  assignmentIds: 'assignmentId', ids: 'messageId', toAgencyId: 'agencyId', choice: 'questionId', subjectId: 'personId', organiser: 'organisationId',
};

type Making = (targets: Targets) => unknown;

const signOnGiven = () => ({ on: false, issuer: 'https://sso.example.go.id', clientId: 'pamong', scopes: 'openid', numberClaim: 'nip', matchEmail: false, createAccounts: false, label: '' });

/** Inputs that cannot be made up from their schema. The ids in them come from the agency whose targets are given. */
export const attacksByHand: Readonly<Record<string, { readonly query?: Making; readonly body?: Making }>> = {
  'branding.change': { body: () => ({ colour: null }) },
  'certificateSettings.addEmblem': { body: () => ({ data: 'AAAA' }) },
  'certificateSettings.chooseEmblem': { body: () => ({ sha256: null }) },
  'entry.accounts': { query: ({ batchId }) => ({ importId: batchId }) },
  'organisations.listSettled': { query: () => ({ permission: 'mail.manage' }) },
  'signOn.saveSettings': { body: signOnGiven },
  'signOn.trySettings': { body: signOnGiven },
  'personPhotos.set': { body: () => ({ data: 'AAAA' }) },
  'courses.addPicture': { body: () => ({ data: 'AAAA' }) },
};

/**
 * Roles map to permissions here, in code, so that a reader sees in one place who may do what.
 * A role is granted at an organisation and counts there and below.
 */
export const permissions = [
  'course.author',
  'course.publish',
  'media.upload',
  'certificate.read',
  'certificate.revoke',
  'team.read',
  'person.read',
  'ledger.read',
  'audit.read',
  'system.read',
] as const;

export type Permission = (typeof permissions)[number];

export const roles = [
  'learner',
  'instructor',
  'training_admin',
  'unit_admin',
  'agency_admin',
  'supervisor',
  'leader',
  'signatory',
  'claim_verifier',
  'auditor',
  'platform_admin',
] as const;

export type Role = (typeof roles)[number];

const authoring: readonly Permission[] = ['course.author', 'course.publish', 'media.upload'];

/** What each role may do; learning itself needs no permission, since every signed-in person is a learner. */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  learner: [],
  instructor: authoring,
  training_admin: [...authoring, 'certificate.read', 'certificate.revoke', 'person.read', 'ledger.read'],
  unit_admin: ['person.read', 'ledger.read'],
  agency_admin: [...authoring, 'certificate.read', 'certificate.revoke', 'person.read', 'ledger.read', 'audit.read', 'system.read'],
  supervisor: ['team.read'],
  leader: ['ledger.read'],
  signatory: ['certificate.read'],
  claim_verifier: ['certificate.read'],
  auditor: ['certificate.read', 'person.read', 'ledger.read', 'audit.read'],
  platform_admin: [...permissions],
};

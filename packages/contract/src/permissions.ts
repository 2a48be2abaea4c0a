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
  'certificate.manage',
  'team.read',
  'person.read',
  'person.manage',
  'person.import',
  'unit.read',
  'unit.manage',
  'ledger.read',
  'role.read',
  'role.grant',
  'person.act-as',
  'person.act-as-write',
  'sign-on.manage',
  'audit.read',
  'mail.manage',
  'account.activate',
  'agency.manage',
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
  training_admin: [
    ...authoring,
    'certificate.read',
    'certificate.revoke',
    'certificate.manage',
    'person.read',
    'unit.read',
    'ledger.read',
  ],
  unit_admin: [
    'person.read',
    'person.manage',
    'person.import',
    'unit.read',
    'ledger.read',
    'role.read',
    'role.grant',
    'account.activate',
  ],
  agency_admin: [
    ...authoring,
    'certificate.read',
    'certificate.revoke',
    'certificate.manage',
    'person.read',
    'person.manage',
    'person.import',
    'unit.read',
    'unit.manage',
    'ledger.read',
    'role.read',
    'role.grant',
    'person.act-as',
    'sign-on.manage',
    'audit.read',
    'mail.manage',
    'account.activate',
    'agency.manage',
    'system.read',
  ],
  supervisor: ['team.read'],
  leader: ['ledger.read', 'unit.read'],
  signatory: ['certificate.read'],
  claim_verifier: ['certificate.read'],
  auditor: [
    'certificate.read',
    'person.read',
    'unit.read',
    'ledger.read',
    'role.read',
    'audit.read',
  ],
  platform_admin: [...permissions],
};

/** What shows its holder rows of their own alone (the people who report to them), so that a grantor needs not hold it to give it. */
export const personalPermissions: readonly Permission[] = ['team.read'];

/** What does not pass to a deputy: whoever stands in for somebody gives no roles and acts as nobody. */
export const undelegablePermissions: readonly Permission[] = ['role.grant', 'person.act-as', 'person.act-as-write', 'account.activate', 'sign-on.manage'];

/** Roles that count for a whole agency, or the installation, and so are granted at an agency only. */
export const agencyRoles: readonly Role[] = ['agency_admin', 'platform_admin'];

/** Roles that are given for a time: an auditor comes and goes. */
export const rolesWithEnd: readonly Role[] = ['auditor'];

/** Whether a role that somebody was given counts now, will count, or counts no more. */
export const assignmentStates = ['active', 'upcoming', 'ended'] as const;

/** Roles that are never lent: a learner's gives nothing, a platform admin's reaches every agency. */
export const unlendableRoles: readonly Role[] = ['learner', 'platform_admin'];

import * as z from 'zod';
import { defineRoutes } from './kernel/route.js';
import { Day, Id, Instant, PageQuery, line, pageOf } from './kernel/schemas.js';
import { assignmentStates, permissions, roles } from './permissions.js';

const Role = z.enum(roles);

/** A person as lists of roles show them. */
export const RolePerson = z.object({ id: Id, fullName: z.string(), unit: z.string() });

/** An organisation as lists of roles show it. */
export const RolePlace = z.object({ id: Id, name: z.string(), isAgency: z.boolean() });

/** A role that a person held, holds or will hold somewhere. */
export const RoleAssignment = z.object({
  id: Id,
  person: RolePerson,
  role: Role,
  organisation: RolePlace,
  from: Instant,
  /** First moment in which it no longer counts; null while no end is planned. */
  until: Instant.nullable(),
  /** When somebody ended it before its time. */
  endedAt: Instant.nullable(),
  state: z.enum(assignmentStates),
  reason: z.string().nullable(),
  /** Null where the system gave it (installation, demo). */
  grantedBy: z.string().nullable(),
  endedBy: z.string().nullable(),
  can: z.object({ end: z.boolean(), restore: z.boolean() }),
});

const AssignmentParams = z.object({ assignmentId: Id });

export const GrantRole = z.object({
  personId: Id,
  role: Role,
  /** First day, in the organisation's zone; from now on unless given. */
  from: Day.optional(),
  /** Last day, in the organisation's zone. */
  until: Day.optional(),
  reason: line(500).optional(),
});

/** Why somebody holds a permission: a role of their own, a role lent by somebody, or because they teach the course. */
export const PermissionReason = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('role'),
    role: Role,
    /** Where it was granted; null for the whole platform. */
    organisation: RolePlace.nullable(),
    from: Instant,
    until: Instant.nullable(),
    /** Name of whoever lent the role for that time. */
    lentBy: z.string().nullable(),
  }),
  z.object({ kind: z.literal('teaches') }),
]);

export const PermissionExplanation = z.object({
  person: RolePerson,
  place: z.object({ kind: z.enum(['organisation', 'course']), id: Id, name: z.string() }),
  permissions: z.array(
    z.object({
      permission: z.enum(permissions),
      held: z.boolean(),
      reasons: z.array(PermissionReason),
      /** Roles that would give it, granted there or above. */
      givenBy: z.array(Role),
    }),
  ),
});

export const access = defineRoutes({
  listAssignments: {
    method: 'GET', path: '/role-assignments', status: 200, summary: 'Roles granted in the organisations that the caller may look into, with their history',
    query: PageQuery.extend({
      /** Part of a person's name. */
      q: z.string().trim().max(100).default(''),
      personId: Id.optional(),
      role: Role.optional(),
      /** There and below. */
      organisationId: Id.optional(),
      state: z.enum(assignmentStates).optional(),
    }),
    response: pageOf(RoleAssignment), access: { permission: 'role.read', scope: 'any' }, errors: [],
  },
  grant: {
    method: 'POST', path: '/organisations/:organisationId/role-assignments', status: 201, summary: 'Give a person a role at an organisation',
    params: z.object({ organisationId: Id }), body: GrantRole, response: RoleAssignment, access: { permission: 'role.grant', scope: 'organisation' }, whileActing: 'never',
    errors: ['ROLE_BEYOND_YOURS', 'ROLE_HELD_ALREADY', 'ROLE_NEEDS_END', 'ROLE_NEEDS_AGENCY', 'ROLE_DATES_INVALID'],
  },
  end: {
    method: 'POST', path: '/role-assignments/:assignmentId/end', status: 200, summary: 'End a role now; it stays in the history',
    params: AssignmentParams, response: RoleAssignment, access: { permission: 'role.grant', scope: 'role-assignment' }, whileActing: 'never', errors: ['ROLE_BEYOND_YOURS', 'LAST_ADMIN', 'LAST_PLATFORM_ADMIN'],
  },
  restore: {
    method: 'POST', path: '/role-assignments/:assignmentId/restoration', status: 200, summary: 'Take back an ending of the last minutes',
    params: AssignmentParams, response: RoleAssignment, access: { permission: 'role.grant', scope: 'role-assignment' }, whileActing: 'never',
    errors: ['ROLE_BEYOND_YOURS', 'ROLE_HELD_ALREADY', 'ROLE_END_FINAL'],
  },
  listCandidates: {
    method: 'GET', path: '/role-candidates', status: 200, summary: 'People who could be given a role by the caller',
    query: z.object({ q: line(100) }), response: z.object({ items: z.array(RolePerson) }), access: { permission: 'role.read', scope: 'any' }, errors: [],
  },
  listPlaces: {
    method: 'GET', path: '/role-places', status: 200, summary: 'Organisations whose roles the caller may see, and which roles the caller may give there',
    query: z.object({ q: z.string().trim().max(100).default('') }),
    response: z.object({ items: z.array(RolePlace.extend({ grantable: z.array(Role) })) }), access: { permission: 'role.read', scope: 'any' }, errors: [],
  },
  explain: {
    method: 'GET', path: '/people/:personId/permissions', status: 200, summary: 'What a person may do at an organisation or on a course, and why',
    params: z.object({ personId: Id }),
    /** One of the two; the person's own unit when neither is named. */
    query: z.object({ organisationId: Id.optional(), courseId: Id.optional() }),
    response: PermissionExplanation, access: { permission: 'role.read', scope: 'person' }, errors: [],
  },
});

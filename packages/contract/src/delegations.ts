import * as z from 'zod';
import { RolePerson, RolePlace } from './access.js';
import { defineRoutes } from './kernel/route.js';
import { Day, Id, Instant, PageQuery, line, pageOf } from './kernel/schemas.js';
import { assignmentStates, roles } from './permissions.js';

const Role = z.enum(roles);

/** Roles that somebody lends, or lent, to somebody else. */
export const Delegation = z.object({
  id: Id,
  from: RolePerson,
  to: RolePerson,
  reason: z.string(),
  since: Instant,
  /** First moment in which it no longer counts. */
  until: Instant,
  endedAt: Instant.nullable(),
  state: z.enum(assignmentStates),
  roles: z.array(z.object({ role: Role, organisation: RolePlace })),
  can: z.object({ end: z.boolean() }),
});

/** A role of the caller's own that may be lent. */
export const LendableRole = z.object({ assignmentId: Id, role: Role, organisation: RolePlace });

export const CreateDelegation = z.object({
  toPersonId: Id,
  assignmentIds: z.array(Id).min(1).max(20),
  /** Narrower than the roles' own places: an organisation at or below each of them. */
  organisationId: Id.optional(),
  /** First day in the zone of the caller's unit; from now on unless given. */
  from: Day.optional(),
  /** Last day. */
  until: Day,
  reason: line(500),
});

export const delegations = defineRoutes({
  list: {
    method: 'GET', path: '/delegations', status: 200, summary: 'Roles that I lend and that are lent to me, and what I may lend',
    response: z.object({ given: z.array(Delegation), received: z.array(Delegation), lendable: z.array(LendableRole) }), access: 'authenticated', errors: [],
  },
  create: {
    method: 'POST', path: '/delegations', status: 201, summary: 'Lend roles of my own to a deputy for a time',
    body: CreateDelegation, response: Delegation, access: 'authenticated', whileActing: 'never',
    errors: ['NOT_FOUND', 'DELEGATION_TO_SELF', 'DELEGATION_ROLE_FIXED', 'DELEGATION_PLACE_OUTSIDE', 'ROLE_DATES_INVALID'],
  },
  end: {
    method: 'POST', path: '/delegations/:delegationId/end', status: 200, summary: 'End a delegation that I gave or received, or of roles that I may give',
    params: z.object({ delegationId: Id }), response: Delegation, access: 'authenticated', whileActing: 'never', errors: ['NOT_FOUND', 'ROLE_BEYOND_YOURS'],
  },
  listOthers: {
    method: 'GET', path: '/delegations-of-others', status: 200, summary: 'Roles of my places that others lend and are lent',
    query: PageQuery.extend({ q: z.string().trim().max(100).default(''), state: z.enum(assignmentStates).optional() }), response: pageOf(Delegation),
    access: { permission: 'role.read', scope: 'any' }, errors: [],
  },
  listCandidates: {
    method: 'GET', path: '/delegation-candidates', status: 200, summary: 'Colleagues of my agency to whom I could lend a role',
    query: z.object({ q: line(100) }), response: z.object({ items: z.array(RolePerson) }), access: 'authenticated', errors: ['NOT_ALLOWED'],
  },
  listPlaces: {
    method: 'GET', path: '/delegation-places', status: 200, summary: 'Organisations at or below the places of my own roles',
    query: z.object({ q: z.string().trim().max(100).default('') }), response: z.object({ items: z.array(RolePlace) }), access: 'authenticated', errors: [],
  },
});

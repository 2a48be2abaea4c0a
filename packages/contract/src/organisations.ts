import * as z from 'zod';
import { agencySettings } from './agency-settings.js';
import { defineRoutes } from './kernel/route.js';
import { Day, Id, Instant, line } from './kernel/schemas.js';

/** IANA names of Indonesia's three zones. */
const TimeZone = z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']);

/** Who heads a unit; `acting` as it stands before the post: `Plt.` or `Plh.`. */
export const UnitHead = z.object({
  headId: Id,
  personId: Id,
  fullName: z.string(),
  acting: z.enum(['PLT', 'PLH']).nullable(),
  validFrom: Day,
  validUntil: Day.nullable(),
});

/** A unit in the tree. */
export const UnitNode = z.object({
  id: Id,
  parentId: Id.nullable(),
  name: z.string(),
  shortName: z.string(),
  code: z.string().nullable(),
  unitKind: z.string().nullable(),
  closed: z.boolean(),
  /** People whose unit it is, without those of units below. */
  people: z.number().int(),
  /** Open units directly below. */
  children: z.number().int(),
  can: z.object({ manage: z.boolean() }),
});

/** A unit by its name alone. */
export const UnitName = z.object({ id: Id, name: z.string() });

/** A hit of the search, with the units above it, the agency first. */
export const FoundUnit = UnitNode.extend({ way: z.array(UnitName) });

/** One line of a unit's history; `details` holds names as they were that day. */
export const UnitEvent = z.object({
  id: Id,
  at: Instant,
  kind: z.enum(['created', 'renamed', 'moved', 'merged', 'closed', 'reopened']),
  details: z.record(z.string(), z.string()),
  by: z.string().nullable(),
});

/** A unit with all that its page shows. */
export const Unit = UnitNode.extend({
  timeZone: z.string(),
  revision: z.number().int(),
  way: z.array(UnitName),
  mergedInto: UnitName.nullable(),
  /** All people, units below included. */
  peopleBelow: z.number().int(),
  unitsBelow: z.number().int(),
  heads: z.array(UnitHead),
  events: z.array(UnitEvent),
});

/** What a change of the tree touches; shown before it is made. */
export const TreeChangePreview = z.object({
  unit: UnitName,
  into: UnitName,
  /** Open units below that come along. */
  units: z.array(UnitName),
  unitCount: z.number().int(),
  /** People of the unit and of those below. */
  peopleCount: z.number().int(),
  /** The first of them by name. */
  people: z.array(z.string()),
  /** What else belongs to the unit, by kind: role assignments, courses. */
  belongings: z.array(z.object({ key: z.enum(['roles', 'courses']), count: z.number().int() })),
  /** Who sees the unit today by a role further up and will not, and the other way round. */
  loses: z.array(z.string()),
  gains: z.array(z.string()),
  /** Why it cannot be done; null when it can. */
  obstacle: z.enum(['UNIT_LOOP', 'UNIT_CLOSED', 'UNIT_OF_ANOTHER_AGENCY', 'AGENCY_STAYS']).nullable(),
});

const UnitFacts = z.object({
  name: line(200),
  shortName: line(100),
  code: line(60).nullable(),
  unitKind: line(60).nullable(),
});

export const CreateUnit = UnitFacts.partial({ code: true, unitKind: true }).extend({ timeZone: TimeZone.optional() });
export const CreateAgency = UnitFacts.pick({ name: true, shortName: true }).extend({ timeZone: TimeZone });
export const ChangeUnit = UnitFacts.partial().extend({ timeZone: TimeZone.optional(), revision: z.number().int() });
export const AddHead = z.object({
  personId: Id,
  acting: z.enum(['PLT', 'PLH']).nullable().default(null),
  validFrom: Day,
  validUntil: Day.nullable().default(null),
});

const UnitParams = z.object({ organisationId: Id });
const into = z.object({ intoId: Id });
const manage = { permission: 'unit.manage', scope: 'organisation' } as const;
const read = { permission: 'unit.read', scope: 'organisation' } as const;

export const organisations = defineRoutes({
  list: {
    method: 'GET', path: '/units', status: 200, summary: 'Units directly below one, or the highest that I may see',
    query: z.object({ parentId: Id.optional(), closed: z.enum(['yes', 'no']).default('no') }),
    response: z.object({ items: z.array(UnitNode), can: z.object({ createAgency: z.boolean() }) }), access: { permission: 'unit.read', scope: 'any' }, errors: ['NOT_FOUND'],
  },
  search: {
    method: 'GET', path: '/units/search', status: 200, summary: 'Units whose name, short name or code holds a text',
    query: z.object({ q: z.string().trim().max(100), closed: z.enum(['yes', 'no']).default('no') }),
    response: z.object({ items: z.array(FoundUnit), more: z.boolean() }), access: { permission: 'unit.read', scope: 'any' }, errors: [],
  },
  get: {
    method: 'GET', path: '/units/:organisationId', status: 200, summary: 'One unit with its heads and history',
    params: UnitParams, response: Unit, access: read, errors: [],
  },
  create: {
    method: 'POST', path: '/units/:organisationId/units', status: 201, summary: 'Create a unit below another',
    params: UnitParams, body: CreateUnit, response: Unit, access: manage, errors: ['UNIT_CODE_TAKEN', 'UNIT_CLOSED'],
  },
  listSettled: {
    method: 'GET', path: '/agencies', status: 200, summary: 'Agencies whose settings I may decide, by name',
    query: z.object({ permission: z.enum(agencySettings) }),
    response: z.object({ items: z.array(z.object({ id: Id, name: z.string() })) }), access: 'authenticated', errors: [],
  },
  createAgency: {
    method: 'POST', path: '/agencies', status: 201, summary: 'Add an agency to the installation',
    body: CreateAgency, response: Unit, access: { permission: 'unit.manage', scope: 'platform' }, errors: [],
  },
  change: {
    method: 'PATCH', path: '/units/:organisationId', status: 200, summary: 'Rename a unit or change its facts',
    params: UnitParams, body: ChangeUnit, response: Unit, access: manage, errors: ['UNIT_CHANGED', 'UNIT_CODE_TAKEN'],
  },
  previewMove: {
    method: 'GET', path: '/units/:organisationId/move', status: 200, summary: 'Whom and what a move would touch',
    params: UnitParams, query: into, response: TreeChangePreview, access: manage, errors: ['NOT_FOUND'],
  },
  move: {
    method: 'POST', path: '/units/:organisationId/move', status: 200, summary: 'Hang a unit with all below it under another',
    params: UnitParams, body: into, response: Unit, access: manage,
    errors: ['NOT_FOUND', 'UNIT_LOOP', 'UNIT_CLOSED', 'UNIT_OF_ANOTHER_AGENCY', 'AGENCY_STAYS'],
  },
  previewMerge: {
    method: 'GET', path: '/units/:organisationId/merge', status: 200, summary: 'Whom and what a merger would touch',
    params: UnitParams, query: into, response: TreeChangePreview, access: manage, errors: ['NOT_FOUND'],
  },
  merge: {
    method: 'POST', path: '/units/:organisationId/merge', status: 200, summary: 'Give people, units and courses of a unit to another and close it',
    params: UnitParams, body: into, response: Unit, access: manage,
    errors: ['NOT_FOUND', 'UNIT_LOOP', 'UNIT_CLOSED', 'UNIT_OF_ANOTHER_AGENCY', 'AGENCY_STAYS'],
  },
  close: {
    method: 'POST', path: '/units/:organisationId/closing', status: 200, summary: 'Close an empty unit; it stays in every history',
    params: UnitParams, response: Unit, access: manage, errors: ['UNIT_NOT_EMPTY', 'AGENCY_STAYS', 'UNIT_CLOSED'],
  },
  reopen: {
    method: 'DELETE', path: '/units/:organisationId/closing', status: 200, summary: 'Open a closed unit again',
    params: UnitParams, response: Unit, access: manage, errors: ['UNIT_CLOSED'],
  },
  listHeadCandidates: {
    method: 'GET', path: '/units/:organisationId/head-candidates', status: 200, summary: 'People of the agency who may be named head, by name',
    params: UnitParams, query: z.object({ q: z.string().trim().min(2).max(100) }),
    response: z.object({ items: z.array(z.object({ personId: Id, fullName: z.string(), post: z.string().nullable(), unit: z.string() })) }),
    access: manage, errors: [],
  },
  addHead: {
    method: 'POST', path: '/units/:organisationId/heads', status: 201, summary: 'Name the head of a unit, or who acts as head, from a day on',
    params: UnitParams, body: AddHead, response: Unit, access: manage, errors: ['HEAD_OVERLAPS', 'HEAD_UNKNOWN'],
  },
  endHead: {
    method: 'DELETE', path: '/units/:organisationId/heads/:headId', status: 200, summary: 'End the time of a head, on a day',
    params: UnitParams.extend({ headId: Id }), query: z.object({ on: Day }), response: Unit, access: manage, errors: ['NOT_FOUND'],
  },
});

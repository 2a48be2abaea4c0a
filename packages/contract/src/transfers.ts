import * as z from 'zod';
import { defineRoutes } from './kernel/route.js';
import { Day, Id, Instant, Nothing, PageQuery, line, pageOf, paragraph } from './kernel/schemas.js';

const Named = z.object({ id: Id, name: z.string() });

/** `accepted` with a day to come: the person goes on that day. */
export const TransferState = z.enum(['proposed', 'accepted', 'declined', 'withdrawn']);

/** The way of a person to another agency, as both sides see it. */
export const Transfer = z.object({
  transferId: Id,
  person: z.object({ personId: Id, fullName: z.string(), number: z.string().nullable(), post: z.string().nullable() }),
  from: Named,
  to: Named,
  /** The unit there, once the receiving agency has named it. */
  toUnit: Named.nullable(),
  state: TransferState,
  /** First day at the new agency. */
  effectiveOn: Day,
  note: z.string().nullable(),
  /** Why it was declined. */
  decisionNote: z.string().nullable(),
  askedBy: z.enum(['from', 'to']),
  proposedBy: z.string(),
  proposedAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  /** The person has gone over. */
  applied: z.boolean(),
  /** Agreed, but nobody else administers where the person leaves: another admin must be named there first. */
  waitsForAdmin: z.boolean(),
  /** `nameUnit`: accepting asks for a unit. */
  can: z.object({ accept: z.boolean(), nameUnit: z.boolean(), decline: z.boolean(), withdraw: z.boolean() }),
});

/** Asked by the agency that the person leaves. */
export const ProposeTransfer = z.object({ toAgencyId: Id, effectiveOn: Day, note: paragraph(500).default('') });
/** Asked by the agency that the person joins, which knows the number and names the unit. */
export const RequestTransfer = z.object({ staffNumber: line(40), organisationId: Id, effectiveOn: Day, note: paragraph(500).default('') });
export const AcceptTransfer = z.object({ organisationId: Id.optional() });
export const DeclineTransfer = z.object({ reason: line(500) });

const TransferParams = z.object({ transferId: Id });
const anywhere = { permission: 'person.manage', scope: 'any' } as const;

export const transfers = defineRoutes({
  list: {
    method: 'GET', path: '/transfers', status: 200, summary: 'Transfers to and from the agencies whose people the caller looks after, newest first',
    query: PageQuery.extend({ side: z.enum(['in', 'out']).optional(), state: TransferState.optional() }),
    response: pageOf(Transfer), access: anywhere, errors: [],
  },
  listAgencies: {
    method: 'GET', path: '/transfer-agencies', status: 200, summary: 'Agencies of this installation by name',
    query: z.object({ q: z.string().trim().max(100).default('') }), response: z.object({ items: z.array(Named) }), access: anywhere, errors: [],
  },
  propose: {
    method: 'POST', path: '/people/:personId/transfer', status: 201, summary: 'Propose a person to another agency',
    params: z.object({ personId: Id }), body: ProposeTransfer, response: z.object({ transferId: Id }),
    access: { permission: 'person.manage', scope: 'person' }, errors: ['TRANSFER_OPEN', 'TRANSFER_SAME_AGENCY', 'LAST_ADMIN', 'LAST_PLATFORM_ADMIN'],
  },
  request: {
    method: 'POST', path: '/transfers', status: 201, summary: 'Ask another agency for a person by the staff number',
    body: RequestTransfer, response: z.object({ transferId: Id }), access: anywhere, errors: ['TRANSFER_OPEN', 'TRANSFER_SAME_AGENCY', 'STAFF_NUMBER_UNKNOWN', 'LAST_ADMIN', 'LAST_PLATFORM_ADMIN'],
  },
  accept: {
    method: 'POST', path: '/transfers/:transferId/acceptance', status: 204, summary: 'Agree to a transfer, with a unit on the receiving side',
    params: TransferParams, body: AcceptTransfer, response: Nothing, access: anywhere, errors: ['TRANSFER_DECIDED', 'TRANSFER_NEEDS_UNIT', 'LAST_ADMIN', 'LAST_PLATFORM_ADMIN'],
  },
  decline: {
    method: 'POST', path: '/transfers/:transferId/refusal', status: 204, summary: 'Decline a transfer with a reason',
    params: TransferParams, body: DeclineTransfer, response: Nothing, access: anywhere, errors: ['TRANSFER_DECIDED'],
  },
  withdraw: {
    method: 'DELETE', path: '/transfers/:transferId', status: 204, summary: 'Take back what one has proposed',
    params: TransferParams, response: Nothing, access: anywhere, errors: ['TRANSFER_DECIDED'],
  },
});

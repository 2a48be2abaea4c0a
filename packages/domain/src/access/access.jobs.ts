import { defineEvent } from '@pamong/platform/outbox/job';
import * as z from 'zod';

/** Somebody gave a person a role; `messages` tells the person. */
export const roleGranted = defineEvent({ name: 'access.role-granted', payload: z.object({ assignmentId: z.uuid() }) });

const DelegationRef = z.object({ delegationId: z.uuid() });

/** Somebody lent roles to a deputy; both are told. */
export const roleDelegated = defineEvent({ name: 'access.role-delegated', payload: DelegationRef });

/** Somebody ended a delegation before its time; both are told. */
export const delegationEnded = defineEvent({ name: 'access.delegation-ended', payload: DelegationRef });

/** An admin began to see Pamong as somebody else; the person is told. */
export const actingStarted = defineEvent({ name: 'access.acting-started', payload: z.object({ actingId: z.uuid() }) });

import { defineEvent, defineJob } from '@pamong/platform/outbox/job';
import { defineSchedule } from '@pamong/platform/queue/schedule';
import * as z from 'zod';

/** Brings statuses, units, heads and supervisors that begin or end today into the people's own rows. */
export const bringOverDates = defineJob({ name: 'people.bring-over-dates', payload: z.strictObject({}), attempts: 5 });

/** `applied`: the person has gone over, on the day or at once. */
const TransferStep = z.enum(['proposed', 'accepted', 'declined', 'withdrawn', 'applied']);
export type TransferStep = z.infer<typeof TransferStep>;

/** A transfer between agencies went a step further; `messages` tells the other side, and the person at the end. */
export const transferMoved = defineEvent({ name: 'people.transfer-moved', payload: z.object({ transferId: z.uuid(), step: TransferStep }) });

/** Shortly after midnight in each of the three zones: 22.05, 23.05 and 0.05 in Jakarta. */
defineSchedule({ job: bringOverDates, pattern: '5 0,22,23 * * *' });

/** Two records of one person have become one; whoever keeps a copy of the id that went takes the other from now on. */
export const peopleMerged = defineEvent({ name: 'people.merged', payload: z.object({ keptId: z.uuid(), goneId: z.uuid() }) });

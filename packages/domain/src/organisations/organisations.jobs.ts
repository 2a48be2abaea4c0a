import { defineEvent } from '@pamong/platform/outbox/job';
import * as z from 'zod';

/** Units moved or merged, or a head came or went: what follows from the tree has to be worked out again. */
export const treeChanged = defineEvent({ name: 'organisations.tree-changed', payload: z.object({ agencyId: z.uuid() }) });

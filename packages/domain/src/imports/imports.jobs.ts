import { defineJob } from '@pamong/platform/outbox/job';
import { defineSchedule } from '@pamong/platform/queue/schedule';
import * as z from 'zod';

/** The dry run: reads the file and compares it with the database. An older `run` than the batch's does nothing. */
export const checkImport = defineJob({ name: 'imports.check-import', payload: z.strictObject({ batchId: z.uuid(), run: z.number().int() }), attempts: 4, queue: 'documents' });

/** Writes what the dry run found, in chunks; goes on where an earlier try ended. */
export const applyImport = defineJob({ name: 'imports.apply-import', payload: z.strictObject({ batchId: z.uuid() }), attempts: 8, queue: 'documents' });

/** Takes a whole batch back, in chunks. */
export const undoImport = defineJob({ name: 'imports.undo-import', payload: z.strictObject({ batchId: z.uuid() }), attempts: 8, queue: 'documents' });

/** Invites everybody of a batch who has an address and no account; goes on where an earlier try ended. */
export const inviteNewcomers = defineJob({ name: 'imports.invite-newcomers', payload: z.strictObject({ batchId: z.uuid() }), attempts: 4, queue: 'documents' });

/** Removes files and personal data of imports that are over. */
export const purgeImports = defineJob({ name: 'imports.purge-imports', payload: z.strictObject({}), attempts: 3 });

defineSchedule({ job: purgeImports, pattern: '20 3 * * *' });

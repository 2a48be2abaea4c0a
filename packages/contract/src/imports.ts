import * as z from 'zod';
import { defineRoutes } from './kernel/route.js';
import { Id, Instant, Nothing, PageQuery, pageOf } from './kernel/schemas.js';

export const ImportKind = z.enum(['people', 'units']);
export type ImportKind = z.infer<typeof ImportKind>;

/**
 * `checking`: read and compared with the database (the dry run). `mapping`: a needed column has to be matched by a person.
 * `refused`: the file cannot be used. `failed`: our fault, after all tries.
 */
export const ImportState = z.enum(['checking', 'mapping', 'checked', 'applying', 'applied', 'undoing', 'undone', 'refused', 'failed']);
export type ImportState = z.infer<typeof ImportState>;

/** Why a file cannot be used; screens have a sentence for each. */
export const importRefusals = ['EMPTY', 'NOT_A_SPREADSHEET', 'OLD_EXCEL', 'PROTECTED', 'DAMAGED', 'TOO_LARGE_INSIDE', 'TOO_MANY_ROWS', 'TOO_MANY_COLUMNS', 'NO_ROWS'] as const;
export const ImportRefusal = z.enum(importRefusals);
export type ImportRefusal = z.infer<typeof ImportRefusal>;

/** Tabs of a batch: what the dry run found (`new` to `error`), what is worth a second look whatever its verdict (`warned`), what the apply could not do, what the undo left standing. */
export const ImportTab = z.enum(['new', 'changed', 'same', 'error', 'warned', 'failed', 'kept']);
export type ImportTab = z.infer<typeof ImportTab>;

export const ImportCounts = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  error: z.number().int(),
  /** Rows of whatever verdict but `error` that are worth a second look; it stops none of them. */
  warned: z.number().int(),
  /** Rows that the apply wrote. */
  applied: z.number().int(),
  /** Rows that it could not write, since the data had changed after the dry run. */
  failed: z.number().int(),
  undone: z.number().int(),
  /** Rows that the undo left as they are. */
  kept: z.number().int(),
});

/** A batch in the list. */
export const ImportBatch = z.object({
  id: Id,
  kind: ImportKind,
  state: ImportState,
  /** What the uploader called it; shown, never used as a path. */
  fileName: z.string(),
  bytes: z.number().int(),
  createdAt: Instant,
  createdBy: z.string(),
  counts: ImportCounts,
  /** Rows done of the present step, and all of its rows; 0 of 0 while nobody knows. */
  progress: z.object({ done: z.number().int(), total: z.number().int() }),
});

/** A column that an import knows. */
export const ImportColumn = z.object({
  key: z.string(),
  /** As the template calls it; the columns of a file have Indonesian names in every language of the screens. */
  title: z.string(),
  required: z.boolean(),
});

/** A batch with what its page shows. */
export const ImportBatchPage = ImportBatch.extend({
  refusal: z.object({ reason: ImportRefusal, params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  columns: z.array(ImportColumn),
  /** The header as the file has it, with the first values below. */
  headers: z.array(z.object({ title: z.string(), samples: z.array(z.string()) })),
  /** Index of the header for each matched column. */
  mapping: z.record(z.string(), z.number().int().nonnegative()),
  appliedAt: Instant.nullable(),
  undoUntil: Instant.nullable(),
  can: z.object({ map: z.boolean(), apply: z.boolean(), undo: z.boolean(), discard: z.boolean() }),
});
export type ImportBatchPage = z.infer<typeof ImportBatchPage>;

/** What is wrong in one cell, said in the language that was asked for. */
export const ImportFault = z.object({
  /** Title of the column; null where the whole row is meant. */
  column: z.string().nullable(),
  code: z.string(),
  /** The value as the file has it. */
  value: z.string().nullable(),
  reason: z.string(),
  /** What to do about it. */
  advice: z.string(),
});

export const ImportRow = z.object({
  /** As the spreadsheet numbers it, the header being 1. */
  row: z.number().int(),
  /** Name and number or code, to find the row again. */
  label: z.string(),
  subjectId: Id.nullable(),
  changes: z.array(z.object({ column: z.string(), title: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  faults: z.array(ImportFault),
  /** What may be right but is worth a second look. */
  warnings: z.array(ImportFault),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** People of an applied import and how those without an account can get one. */
export const ImportNewcomers = z.object({
  /** Letters reach people here. */
  mail: z.boolean(),
  /** Without account or invitation: with an address; with a number only; with neither. */
  byMail: z.number().int(),
  byCode: z.number().int(),
  unreachable: z.number().int(),
  invited: z.number().int(),
  active: z.number().int(),
  /** A job is inviting them. */
  inviting: z.boolean(),
  /** The agency's own sign-on makes accounts when people first come; null where it does not. */
  signOn: z.object({ label: z.string().nullable() }).nullable(),
});

/** Payload of the live topic `imports.progress`; a hint to read the batch again. */
export const ImportProgress = z.object({ batchId: Id, state: ImportState, done: z.number().int(), total: z.number().int() });

/** Parameters of the routes about one batch; its failed rows lie at `/api/imports/:batchId/failed-rows`. */
export const ImportParams = z.object({ batchId: Id });
/** Query of the upload `POST /api/import-files`; its body is the file. */
export const ImportUpload = z.object({ kind: ImportKind, fileName: z.string().trim().min(1).max(255) });
/** Parameters of the download `GET /api/import-templates/:kind/:format`. */
export const ImportTemplate = z.object({ kind: ImportKind, format: z.enum(['xlsx', 'csv']) });

const onBatch = { permission: 'person.import', scope: 'import' } as const;

export const imports = defineRoutes({
  list: {
    method: 'GET', path: '/imports', status: 200, summary: 'Imports of people and units, newest first',
    query: PageQuery, response: pageOf(ImportBatch), access: { permission: 'person.import', scope: 'any' }, errors: [],
  },
  get: {
    method: 'GET', path: '/imports/:batchId', status: 200, summary: 'One import: columns, counts, progress',
    params: ImportParams, response: ImportBatchPage, access: onBatch, errors: [],
  },
  rows: {
    method: 'GET', path: '/imports/:batchId/rows', status: 200, summary: 'Rows of an import by what the dry run found',
    params: ImportParams, query: PageQuery.extend({ tab: ImportTab, language: z.enum(['id', 'en']).default('id') }), response: pageOf(ImportRow), access: onBatch, errors: [],
  },
  map: {
    method: 'PUT', path: '/imports/:batchId/mapping', status: 204, summary: 'Match columns to headers and run the dry run again; the agency remembers it',
    params: ImportParams, body: z.object({ mapping: z.record(z.string().max(60), z.number().int().nonnegative().max(1_000)) }), response: Nothing,
    access: onBatch, errors: ['IMPORT_BUSY', 'IMPORT_COLUMNS_MISSING'],
  },
  apply: {
    method: 'POST', path: '/imports/:batchId/application', status: 204, summary: 'Write the new and changed rows; rows with faults stay out',
    params: ImportParams, response: Nothing, access: onBatch, errors: ['IMPORT_BUSY'],
  },
  undo: {
    method: 'POST', path: '/imports/:batchId/undo', status: 204, summary: 'Take the batch back, within seven days',
    params: ImportParams, response: Nothing, access: onBatch, errors: ['IMPORT_BUSY', 'IMPORT_UNDO_OVER'],
  },
  newcomers: {
    method: 'GET', path: '/imports/:batchId/newcomers', status: 200, summary: 'People of an applied import who have no account yet, by the way in which they can get one',
    params: ImportParams, response: ImportNewcomers, access: { permission: 'account.activate', scope: 'import' }, errors: ['IMPORT_BUSY'],
  },
  inviteNewcomers: {
    method: 'POST', path: '/imports/:batchId/invitations', status: 204, summary: 'Invite everybody of an applied import who has an address and no account; a job does it',
    params: ImportParams, response: Nothing, access: { permission: 'account.activate', scope: 'import' }, errors: ['IMPORT_BUSY', 'MAIL_NOT_CONFIGURED'],
  },
  discard: {
    method: 'DELETE', path: '/imports/:batchId', status: 204, summary: 'Forget an import that was not applied',
    params: ImportParams, response: Nothing, access: onBatch, errors: ['IMPORT_BUSY'],
  },
});

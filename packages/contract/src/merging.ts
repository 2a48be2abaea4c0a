import * as z from 'zod';
import { defineRoutes } from './kernel/route.js';
import { Day, Id, Instant } from './kernel/schemas.js';
import { AccountState, EmploymentKind, PersonParams, PersonStatus } from './people.js';

/** By what two records look like one person. */
export const SamenessSign = z.enum(['number', 'email', 'phone', 'name_and_birth']);

export const LikelySamePerson = z.object({
  personId: Id,
  fullName: z.string(),
  unit: z.string(),
  number: z.string().nullable(),
  signs: z.array(SamenessSign),
});

/** A sentence that is shown as it is, in the reader's language. */
const Words = z.object({ id: z.string(), en: z.string() });

/** One of the two records, as they stand side by side. */
export const MergeSide = z.object({
  personId: Id,
  /** Goes back with the confirmation: another one by then means that somebody has changed the record. */
  revision: z.number().int(),
  fullName: z.string(),
  number: z.string().nullable(),
  employmentKind: EmploymentKind,
  status: PersonStatus,
  post: z.string().nullable(),
  unit: z.string(),
  agency: z.string(),
  birthDate: Day.nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  account: AccountState,
  createdAt: Instant,
});

/** What becomes of the record that goes, by the parts of the system that keep something of it. */
export const MergePreview = z.object({
  kept: MergeSide,
  gone: MergeSide,
  parts: z.array(z.object({
    key: z.string(),
    title: Words,
    lines: z.array(z.object({ effect: z.enum(['moves', 'joins', 'ends', 'stays']), words: Words })),
  })),
  /** While there is one, the records cannot be merged. `code` is an error code with its sentence. */
  conflicts: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])) })),
});

/** `personId` is the record that stays, `otherId` the one that goes. */
export const MergeParams = PersonParams.extend({ otherId: Id });
const access = { permission: 'person.manage', scope: 'two-people' } as const;

export const merging = defineRoutes({
  listLikely: {
    method: 'GET', path: '/people/:personId/likely-same', status: 200, summary: 'Records that may be the same person, among those that the caller may change',
    params: PersonParams, response: z.object({ items: z.array(LikelySamePerson) }), access: { permission: 'person.manage', scope: 'person' }, errors: [],
  },
  preview: {
    method: 'GET', path: '/people/:personId/merging/:otherId', status: 200, summary: 'What would become of two records of one person; changes nothing',
    params: MergeParams, response: MergePreview, access, errors: ['MERGE_SAME_PERSON', 'PERSON_MERGED'],
  },
  merge: {
    method: 'POST', path: '/people/:personId/merging/:otherId', status: 200, summary: 'Merge two records of one person for good; twice is once',
    params: MergeParams, body: z.object({ revision: z.number().int(), otherRevision: z.number().int() }), response: z.object({ personId: Id }), access, whileActing: 'never',
    errors: [
      'MERGE_SAME_PERSON', 'MERGE_YOURSELF', 'PERSON_MERGED', 'PERSON_CHANGED', 'PERSON_BEYOND_YOURS', 'MERGE_NUMBERS_DIFFER', 'MERGE_TRANSFER_OPEN',
      'LAST_ADMIN', 'LAST_PLATFORM_ADMIN', 'MERGE_KEEPS_STAFF',
    ],
  },
});

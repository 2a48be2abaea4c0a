import type { FieldName } from './person-form.js';

/** What is changed together, and whether a day says from when. */
export const PARTS = {
  identity: { fields: ['name', 'titleBefore', 'titleAfter', 'sex', 'birthPlace', 'birthDate'], dated: false },
  contact: { fields: ['email', 'phone', 'timeZone'], dated: false },
  employment: { fields: ['employmentKind', 'staffNumber', 'rankCode', 'postKind', 'postName', 'organisationId'], dated: true },
  status: { fields: ['status', 'statusUntil', 'statusNote'], dated: true },
  supervisor: { fields: ['supervisorId', 'supervisorUntil'], dated: true },
} as const satisfies Record<string, { fields: readonly FieldName[]; dated: boolean }>;
export type Part = keyof typeof PARTS;

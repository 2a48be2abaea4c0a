import type { AccountPerson } from '@pamong/contract/entry';
import type * as z from 'zod';
import { fullName } from '../people/names.rules.js';
import { maskedNumber } from './activation-code.rules.js';
import type { AccountRow } from './entry.repository.js';

/** A line of the list of accounts as the API answers it. */
export function accountPerson(row: AccountRow): z.input<typeof AccountPerson> {
  const { personId, unit, number, email, state, invitedAt, expiresAt, by } = row;
  const open = state !== 'active' && invitedAt !== null && expiresAt !== null && by !== null;
  return {
    personId, unit, email, state,
    fullName: fullName(row),
    number: maskedNumber(number),
    invitation: open ? { by, at: invitedAt.toISOString(), expiresAt: expiresAt.toISOString() } : null,
  };
}

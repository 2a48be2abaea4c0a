import { createHash, randomInt } from 'node:crypto';

/** Crockford's base 32: no letter looks like a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 10;

/** How many codes there are at first. */
export const recoveryCodes = 10;

/** A code of 50 random bits in two groups: `K7QX9-4MPD2`. */
export function newRecoveryCode(): string {
  const letters = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** The letters of a typed code, read kindly: small letters, O for 0, I and L for 1. Null when it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(letters) ? letters : null;
}

/** What is kept of a code. It is as random as a key, so a fast hash suffices; the account is in it, so that equal codes differ. */
export function recoveryHash(accountId: string, code: string): Buffer {
  return createHash('sha256').update(`${accountId}:${readRecoveryCode(code) ?? ''}`).digest();
}

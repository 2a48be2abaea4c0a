/** Letters and digits that nobody mistakes for another on paper: no 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V. */
const alphabet = '34679ACDEFGHJKMNPQRTWXY';

/** 23^10 codes; with a few tries a code and a slow hash, guessing is hopeless. */
const length = 10;

/** How long a code holds, and how many wrong tries it takes. */
export const codeDays = 7;
export const codeTries = 10;

/**
 * Turns random bytes into a code as it is printed: `K7M3P-4WQRT`.
 * @param random gives a whole number from 0 up to, not including, its argument
 */
export function makeCode(random: (below: number) => number): string {
  const letters = Array.from({ length }, () => alphabet[random(alphabet.length)] ?? '');
  return `${letters.slice(0, length / 2).join('')}-${letters.slice(length / 2).join('')}`;
}

/** What people type: small letters, blanks and hyphens do not matter. */
export function normaliseCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/** Enough of a number to tell slips apart, not enough to use it: `•••• 2903`. */
export function maskedNumber(number: string | null): string | null {
  return number === null ? null : `•••• ${number.slice(-4)}`;
}

/** Crockford's alphabet: no I, L, O or U, so that a code survives being read aloud and copied by hand. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/**
 * The public code of a certificate from random bytes: 12 signs of 5 bits are 60 bits, in groups of four.
 * @param random at least 12 bytes from a cryptographic source; 256 is a multiple of 32, so every sign is equally likely
 */
export function certificateCode(random: Uint8Array): string {
  if (random.length < LENGTH) throw new RangeError('A certificate code needs 12 random bytes');
  const signs = Array.from(random.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte % 32)).join('');
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as somebody typed it, in its printed form; null when it cannot be one. O is read as 0, I and L as 1. */
export function readCertificateCode(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (signs.length !== LENGTH || [...signs].some((sign) => !ALPHABET.includes(sign))) return null;
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}

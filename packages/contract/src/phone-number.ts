/**
 * The one way in which a mobile number is written down: `+6281234567890` (E.164). Indonesian numbers may begin with `+62`, `62`, `0` or
 * with the 8 itself; numbers of other countries with `+` or `00`. Blanks, dots, hyphens and brackets between digits go.
 * @returns null for what no message can reach: a fixed line, a short number, letters, a NIP
 */
export function mobileNumber(typed: string): string | null {
  const bare = typed.trim().replace(/[\s\u00a0().\u2010-\u2013-]/g, '');
  if (!/^\+?\d{8,17}$/.test(bare)) return null;
  const international = bare.startsWith('+') ? bare.slice(1) : bare.startsWith('00') ? bare.slice(2) : null;
  if (international !== null && !international.startsWith('62')) return /^[1-9]\d{7,14}$/.test(international) ? `+${international}` : null;
  // People also write +62 0812: the zero is for calls inside of the country.
  const national = (international ?? bare).replace(/^62(?=0?8)/, '').replace(/^0/, '');
  return /^8[1-9]\d{7,10}$/.test(national) ? `+62${national}` : null;
}

/** `0812•••••890`: all that a page shows of a number that it knows. */
export function maskMobileNumber(number: string): string {
  const shown = number.startsWith('+62') ? `0${number.slice(3)}` : number;
  return shown.slice(0, 4) + '•'.repeat(Math.max(0, shown.length - 7)) + shown.slice(-3);
}

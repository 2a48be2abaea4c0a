/** What the number of an ASN says. Pure and without a schema, so that the import, the API and the form read one function. */

/** Why a number cannot be a NIP or NI PPPK (asn.md 1.4). */
export type StaffNumberFault = 'LENGTH' | 'BIRTH_DATE' | 'YEAR' | 'MONTH' | 'SEX' | 'SEQUENCE' | 'AGE';

/** What an 18-digit staff number says about its holder. */
export interface StaffNumber {
  /** 18 digits, always text: a spreadsheet's number type keeps only 15 of them. */
  readonly digits: string;
  readonly kind: 'NIP' | 'NI_PPPK';
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly appointmentYear: number;
  /** 1 to 12 for a NIP; a NI PPPK carries a contract code in its place. */
  readonly appointmentMonth: number | null;
  readonly sex: 'male' | 'female';
}

/** Drops what people type between the digits: blanks, no-break spaces, dots, hyphens. */
export function normaliseStaffNumber(typed: string): string {
  return typed.replace(/[\s\u00a0.-]/g, '');
}

/**
 * Reads a NIP or NI PPPK by its form; that the number exists is for others to prove.
 * @param typed as entered, with or without separators
 * @param currentYear upper bound of the appointment year is one more
 */
export function parseStaffNumber(typed: string, currentYear: number): StaffNumber | { readonly fault: StaffNumberFault } {
  const digits = normaliseStaffNumber(typed);
  if (!/^\d{18}$/.test(digits)) return { fault: 'LENGTH' };
  const birthDate = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  const birthYear = Number(digits.slice(0, 4));
  if (!isCalendarDay(birthDate) || birthYear < 1940) return { fault: 'BIRTH_DATE' };
  const year = Number(digits.slice(8, 12));
  if (year < 1960 || year > currentYear + 1) return { fault: 'YEAR' };
  const month = Number(digits.slice(12, 14));
  if (month === 0) return { fault: 'MONTH' };
  const sexDigit = digits[14];
  if (sexDigit !== '1' && sexDigit !== '2') return { fault: 'SEX' };
  if (digits.endsWith('000')) return { fault: 'SEQUENCE' };
  const age = year - birthYear;
  if (age < 17 || age > 60) return { fault: 'AGE' };
  return {
    digits,
    kind: month <= 12 ? 'NIP' : 'NI_PPPK',
    birthDate,
    appointmentYear: year,
    appointmentMonth: month <= 12 ? month : null,
    sex: sexDigit === '1' ? 'male' : 'female',
  };
}

/** What may be right but is worth a second look (asn.md 1.4, 8). */
export type StaffNumberWarning = 'BIRTH_DATE_DIFFERS' | 'SEX_DIFFERS' | 'APPOINTED_IN_FUTURE' | 'NUMBER_OF_OTHER_KIND';

/** What a number is held against. */
export interface NumberHolder {
  readonly staffNumber: string | null;
  /** `YYYY-MM-DD` */
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly employmentKind: string;
}

/**
 * Where the number tells another story than the rest; a number that cannot be read tells none.
 * @param today `YYYY-MM-DD`
 */
export function staffNumberWarnings({ staffNumber, birthDate, sex, employmentKind }: NumberHolder, today: string): StaffNumberWarning[] {
  const number = staffNumber === null ? null : parseStaffNumber(staffNumber, Number(today.slice(0, 4)));
  if (number === null || 'fault' in number) return [];
  const found: StaffNumberWarning[] = [];
  if (birthDate !== null && birthDate !== number.birthDate) found.push('BIRTH_DATE_DIFFERS');
  if (sex !== null && sex !== number.sex) found.push('SEX_DIFFERS');
  const appointed = `${number.appointmentYear}-${String(number.appointmentMonth ?? 1).padStart(2, '0')}-01`;
  if (appointed > today) found.push('APPOINTED_IN_FUTURE');
  const expected = employmentKind.startsWith('PPPK') ? 'NI_PPPK' : 'NIP';
  if (employmentKind === 'NON_ASN' || number.kind !== expected) found.push('NUMBER_OF_OTHER_KIND');
  return found;
}

/** `1987•••••••••••903`: all that a public page may show (asn.md 3.5). */
export function maskStaffNumber(digits: string): string {
  return digits.slice(0, 4) + '•'.repeat(Math.max(0, digits.length - 7)) + digits.slice(-3);
}

function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/**
 * The words of a certificate: numbers, months and periods in official Indonesian.
 * Pure functions; dates arrive as calendar dates (YYYY-MM-DD) in the agency's zone, never as instants.
 */

const UNITS = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'] as const;

const MONTHS = [
  'Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember',
] as const;

const ROMAN_MONTHS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

interface CalendarDate {
  year: number;
  month: number;
  day: number;
}

/** A whole number from 0 to 999,999 in Indonesian words: 24 is "dua puluh empat", 1100 is "seribu seratus". */
export function numberInWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 999_999) throw new RangeError(`Not a whole number from 0 to 999999: ${value}`);
  if (value < 12) return UNITS[value] ?? '';
  if (value < 20) return `${numberInWords(value - 10)} belas`;
  if (value < 100) return joinRest(`${numberInWords(Math.floor(value / 10))} puluh`, value % 10);
  if (value < 200) return joinRest('seratus', value - 100);
  if (value < 1000) return joinRest(`${numberInWords(Math.floor(value / 100))} ratus`, value % 100);
  if (value < 2000) return joinRest('seribu', value - 1000);
  return joinRest(`${numberInWords(Math.floor(value / 1000))} ribu`, value % 1000);
}

function joinRest(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${numberInWords(rest)}`;
}

/** Lesson hours in figures and words, as Peraturan LAN asks: "4 (empat) jam pelajaran". */
export function jpInWords(jp: number): string {
  return `${jp} (${numberInWords(jp)}) jam pelajaran`;
}

/** The month of a calendar date in Roman numerals, for certificate numbers: "2026-11-09" is "XI". */
export function romanMonth(date: string): string {
  return ROMAN_MONTHS[parse(date).month - 1] ?? '';
}

/** A calendar date as printed: "2026-11-09" is "9 November 2026". */
export function longDate(date: string): string {
  const { year, month, day } = parse(date);
  return `${day} ${monthName(month)} ${year}`;
}

/**
 * A period as printed, naming the month and the year only once where they are shared:
 * "9 November 2026", "3 s.d. 9 November 2026", "28 Oktober s.d. 9 November 2026", "28 Desember 2026 s.d. 4 Januari 2027".
 * @throws RangeError when the end lies before the start
 */
export function dateRange(start: string, end: string): string {
  if (start === end) return longDate(start);
  const from = parse(start);
  const to = parse(end);
  if (end < start) throw new RangeError(`A period ends before it starts: ${start} to ${end}`);
  if (from.year !== to.year) return `${longDate(start)} s.d. ${longDate(end)}`;
  if (from.month !== to.month) return `${from.day} ${monthName(from.month)} s.d. ${longDate(end)}`;
  return `${from.day} s.d. ${longDate(end)}`;
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

function parse(date: string): CalendarDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!parts) throw new RangeError(`Not a calendar date: ${date}`);
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const real = new Date(Date.UTC(year, month - 1, day));
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day) throw new RangeError(`Not a calendar date: ${date}`);
  return { year, month, day };
}

import { isCalendarDay } from '@pamong/platform/clock/days';
import type { SheetCell } from '@pamong/platform/spreadsheet/sheet';

/** A word without case, accents and signs, as the tables of words below have it. */
export function wordKey(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]/g, '');
}

const months = ['januari', 'februari', 'maret', 'april', 'mei', 'juni', 'juli', 'agustus', 'september', 'oktober', 'november', 'desember'];

/**
 * A day as sheets have it: a date cell, `14-03-1987`, `14/3/1987`, `1987-03-14`, `14 Maret 1987`, or a spreadsheet's count of days.
 * @returns `YYYY-MM-DD`; null for what is no date at all; a fault for a day that the calendar does not have
 */
export function readDay(cell: SheetCell): string | { readonly fault: 'DAY_UNKNOWN' | 'DAY_UNREADABLE' } {
  const text = cell.text;
  if (cell.kind === 'date') return text;
  if (cell.kind === 'number' && /^\d{5}(\.\d+)?$/.test(text)) return new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000).toISOString().slice(0, 10);
  const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text) ?? named(text);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})([ T].*)?$/.exec(text);
  if (parts === null && iso === null) return { fault: 'DAY_UNREADABLE' };
  const [year, month, day] = iso === null ? [parts?.[3], parts?.[2], parts?.[1]] : [iso[1], iso[2], iso[3]];
  const found = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCalendarDay(found) ? found : { fault: 'DAY_UNKNOWN' };
}

function named(text: string): [string, string, string, string] | null {
  const found = /^(\d{1,2})[ -]([a-z]+)\.?[ -](\d{4})$/i.exec(text);
  if (found === null) return null;
  const name = (found[2] ?? '').toLowerCase();
  // Three letters are enough, and English months differ by little: `Aug`, `Oct`, `Dec`, `May`.
  const english: Readonly<Record<string, string>> = { aug: 'agu', oct: 'okt', dec: 'des', may: 'mei' };
  const start = english[name.slice(0, 3)] ?? name.slice(0, 3);
  const month = months.findIndex((one) => one.startsWith(start)) + 1;
  return month === 0 ? null : [text, found[1] ?? '', String(month), found[3] ?? ''];
}

/**
 * Did a spreadsheet take the number for an amount? It keeps 15 digits and shows `1,98609E+17`; what follows is lost, not hidden.
 */
export function lostDigits(cell: SheetCell): boolean {
  if (/^\d([.,]\d+)?E\+?\d{1,2}$/i.test(cell.text)) return true;
  return cell.kind === 'number' && cell.text.replace(/\D/g, '').length > 15;
}

/** `III/c` from `III.c`, `Penata (III/c)` or `IIIC`; `IX` from `IX`, `9` or `Golongan IX`. */
export function readRank(text: string): string | null {
  const civil = /(?:^|[\s(,/])(IV|I{1,3})\s*[/.\- ]?\s*([a-e])\b/i.exec(text.replace(/(tk|tingkat)\.?\s*i\b/gi, ''));
  if (civil !== null) return `${(civil[1] ?? '').toUpperCase()}/${(civil[2] ?? '').toLowerCase()}`;
  const contract = /^(?:gol(?:ongan)?\.?\s*)?(X{0,1}(?:IX|IV|V?I{0,3}))$/i.exec(text.trim());
  if (contract?.[1]) return contract[1].toUpperCase();
  const digits = /^\d{1,2}$/.exec(text.trim())?.[0];
  return digits === undefined ? null : (roman[Number(digits)] ?? null);
}

const roman: Readonly<Record<number, string>> = Object.fromEntries(
  ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII'].map((sign, index) => [index + 1, sign]),
);

/** Looks a word up by `wordKey`; null for one that nobody knows. */
export function readWord<Value extends string>(words: Readonly<Record<string, Value>>, text: string): Value | null {
  return words[wordKey(text)] ?? null;
}

/** The table of a list's own words, with further ones. */
export function wordTable<Value extends string>(own: Readonly<Record<Value, string>>, more: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  const table: Record<string, Value> = { ...more };
  for (const [value, word] of Object.entries(own) as [Value, string][]) table[wordKey(word)] = value;
  return table;
}

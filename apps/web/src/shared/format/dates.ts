import type { Language } from '../i18n/i18n.js';
import { type Zone, zoneLabel } from './zones.js';

/** An instant as the API sends it (ISO 8601 in UTC), or a Date. */
export type Instant = string | number | Date;

const LOCALE: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

function parts(at: Instant, language: Language, zone: Zone, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALE[language], { timeZone: zone, ...options }).format(new Date(at));
}

/** `22 November 2026` */
export function formatDate(at: Instant, language: Language, zone: Zone): string {
  return parts(at, language, zone, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `22 Nov 2026`, for tables. */
export function formatShortDate(at: Instant, language: Language, zone: Zone): string {
  return parts(at, language, zone, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** `09.00 WIB`; with seconds `09.00.07 WIB`. English writes a colon. */
export function formatTime(at: Instant, language: Language, zone: Zone, withSeconds = false): string {
  return `${clock(at, language, zone, withSeconds)} ${zoneLabel(zone)}`;
}

/** `10.32.07`: the time alone, where the zone is plain from the context ("Tersimpan pukul ..."). */
export function clock(at: Instant, language: Language, zone: Zone, withSeconds = false): string {
  const text = parts(at, 'en', zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(withSeconds ? { second: '2-digit' } : {}) });
  return language === 'id' ? text.replaceAll(':', '.') : text;
}

/** `Minggu, 22 November 2026, pukul 09.00 WIB`; English: `Sunday, 22 November 2026, at 09:00 WIB`. */
export function formatDateTime(at: Instant, language: Language, zone: Zone): string {
  const weekday = parts(at, language, zone, { weekday: 'long' });
  const word = language === 'id' ? 'pukul' : 'at';
  return `${weekday}, ${formatDate(at, language, zone)}, ${word} ${formatTime(at, language, zone)}`;
}

/** `hari ini`, `besok`, `3 hari lagi`, `2 minggu yang lalu`: counted in calendar days of the zone. */
export function formatRelativeDay(at: Instant, language: Language, zone: Zone, now: Instant = Date.now()): string {
  const days = Math.round((dayNumber(at, zone) - dayNumber(now, zone)) / 86_400_000);
  const relative = new Intl.RelativeTimeFormat(LOCALE[language], { numeric: 'auto' });
  return Math.abs(days) < 14 ? relative.format(days, 'day') : relative.format(Math.trunc(days / 7), 'week');
}

function dayNumber(at: Instant, zone: Zone): number {
  return Date.parse(new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(at)));
}

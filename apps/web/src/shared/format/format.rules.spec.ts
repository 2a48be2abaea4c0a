import { clock, formatDate, formatDateTime, formatRelativeDay, formatShortDate, formatTime } from './dates.js';
import { formatDuration, formatJp, formatNumber, formatPercent, formatPosition, formatSize } from './numbers.js';
import { toZone, zoneLabel } from './zones.js';

const morning = '2026-11-22T02:00:00Z';

describe('dates', () => {
  it('writes a date and time in full, with the zone of the place', () => {
    expect(formatDateTime(morning, 'id', 'Asia/Jakarta')).toBe('Minggu, 22 November 2026, pukul 09.00 WIB');
    expect(formatDateTime(morning, 'id', 'Asia/Makassar')).toBe('Minggu, 22 November 2026, pukul 10.00 WITA');
    expect(formatDateTime(morning, 'en', 'Asia/Jayapura')).toBe('Sunday, 22 November 2026, at 11:00 WIT');
  });

  it('changes the day where the zone does', () => {
    const lateInUtc = '2026-12-31T16:30:00Z';
    expect(formatDate(lateInUtc, 'id', 'Asia/Jakarta')).toBe('31 Desember 2026');
    expect(formatDate(lateInUtc, 'id', 'Asia/Jayapura')).toBe('1 Januari 2027');
  });

  it('writes times the way each language does', () => {
    expect(formatTime('2026-11-22T03:32:07Z', 'id', 'Asia/Jakarta', true)).toBe('10.32.07 WIB');
    expect(clock('2026-11-22T03:32:07Z', 'en', 'Asia/Jakarta', true)).toBe('10:32:07');
    expect(clock('2026-11-21T17:05:00Z', 'id', 'Asia/Jakarta')).toBe('00.05');
  });

  it('shortens months in tables', () => {
    expect(formatShortDate(morning, 'id', 'Asia/Jakarta')).toBe('22 Nov 2026');
  });

  it('counts days by the calendar, not by 24 hours', () => {
    const now = '2026-11-22T16:00:00Z';
    expect(formatRelativeDay('2026-11-22T17:30:00Z', 'id', 'Asia/Jakarta', now)).toBe('besok');
    expect(formatRelativeDay('2026-11-22T01:00:00Z', 'id', 'Asia/Jakarta', now)).toBe('hari ini');
    expect(formatRelativeDay('2026-11-27T01:00:00Z', 'id', 'Asia/Jakarta', now)).toBe('dalam 5 hari');
    expect(formatRelativeDay('2026-12-27T01:00:00Z', 'en', 'Asia/Jakarta', now)).toBe('in 5 weeks');
  });
});

describe('numbers', () => {
  it('writes thousands and decimals the Indonesian way', () => {
    expect(formatNumber(1234.5, 'id')).toBe('1.234,5');
    expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
    expect(formatJp(16, 'id')).toBe('16 JP');
    expect(formatJp(2.5, 'id')).toBe('2,5 JP');
  });

  it('never shows as complete what is not', () => {
    expect(formatPercent(0.875, 'id')).toBe('87,5%');
    expect(formatPercent(0.99999, 'id')).toBe('99,9%');
    expect(formatPercent(1, 'id')).toBe('100%');
  });

  it('writes durations and places in a video', () => {
    expect(formatDuration(45, 'id')).toBe('45 detik');
    expect(formatDuration(1440, 'id')).toBe('24 menit');
    expect(formatDuration(5400, 'id')).toBe('1 jam 30 menit');
    expect(formatDuration(7200, 'en')).toBe('2 hr');
    expect(formatPosition(125, 'id')).toBe('2.05');
    expect(formatPosition(3725, 'en')).toBe('1:02:05');
  });

  it('writes sizes as a phone counts its quota', () => {
    expect(formatSize(12_400_000, 'id')).toBe('12,4 MB');
    expect(formatSize(820, 'id')).toBe('820 B');
    expect(formatSize(45_678, 'id')).toBe('46 kB');
    expect(formatSize(3_200_000_000, 'en')).toBe('3.2 GB');
  });
});

it('names the zones', () => {
  expect(zoneLabel(toZone('Asia/Ujung_Pandang'))).toBe('WITA');
  expect(zoneLabel(toZone('Europe/Berlin'))).toBe('WIB');
});

import { addDays, dayIn, isCalendarDay } from './days.js';

describe('days', () => {
  it('are those of the zone', () => {
    expect(dayIn('Asia/Jayapura', new Date('2026-11-22T15:30:00Z'))).toBe('2026-11-23');
    expect(dayIn('Asia/Jakarta', new Date('2026-11-22T15:30:00Z'))).toBe('2026-11-22');
  });

  it('are counted across months and leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('exist in the calendar, or not', () => {
    expect(['2026-02-30', '2026-2-3', '31-12-2026', '2026-12-31'].map(isCalendarDay)).toEqual([false, false, false, true]);
  });
});

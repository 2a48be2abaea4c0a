import { daytimeAt } from './daytime.rules.js';

describe('daytimeAt', () => {
  it.each([
    ['2026-11-22T00:00:00Z', 'Asia/Makassar', 'morning'],
    ['2026-11-22T02:59:00Z', 'Asia/Makassar', 'morning'],
    ['2026-11-22T03:00:00Z', 'Asia/Makassar', 'midday'],
    ['2026-11-22T03:00:00Z', 'Asia/Jakarta', 'morning'],
    ['2026-11-22T08:00:00Z', 'Asia/Jakarta', 'afternoon'],
    ['2026-11-22T12:00:00Z', 'Asia/Jayapura', 'evening'],
  ])('%s in %s is %s', (at, zone, daytime) => {
    expect(daytimeAt(new Date(at), zone)).toBe(daytime);
  });
});

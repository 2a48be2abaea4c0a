import { dateRange, jpInWords, longDate, numberInWords, romanMonth } from './wording.rules.js';

describe('numberInWords', () => {
  test.each([
    [0, 'nol'], [1, 'satu'], [10, 'sepuluh'], [11, 'sebelas'], [12, 'dua belas'], [19, 'sembilan belas'], [20, 'dua puluh'],
    [24, 'dua puluh empat'], [99, 'sembilan puluh sembilan'], [100, 'seratus'], [101, 'seratus satu'], [111, 'seratus sebelas'],
    [245, 'dua ratus empat puluh lima'], [1000, 'seribu'], [1100, 'seribu seratus'], [2026, 'dua ribu dua puluh enam'],
    [11_000, 'sebelas ribu'], [999_999, 'sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan'],
  ])('%d is "%s"', (value, words) => expect(numberInWords(value)).toBe(words));

  test.each([-1, 1.5, 1_000_000, Number.NaN])('refuses %d', (value) => expect(() => numberInWords(value)).toThrow(RangeError));
});

test('lesson hours are printed in figures and words', () => {
  expect(jpInWords(4)).toBe('4 (empat) jam pelajaran');
});

test.each([['2026-01-31', 'I'], ['2026-04-01', 'IV'], ['2026-09-09', 'IX'], ['2026-11-09', 'XI'], ['2026-12-31', 'XII']])(
  'the Roman month of %s is %s',
  (date, roman) => expect(romanMonth(date)).toBe(roman),
);

test.each([
  ['2026-11-09', '2026-11-09', '9 November 2026'],
  ['2026-11-03', '2026-11-09', '3 s.d. 9 November 2026'],
  ['2026-10-28', '2026-11-09', '28 Oktober s.d. 9 November 2026'],
  ['2026-12-28', '2027-01-04', '28 Desember 2026 s.d. 4 Januari 2027'],
])('%s to %s is printed as "%s"', (start, end, words) => expect(dateRange(start, end)).toBe(words));

test('impossible dates and reversed periods are refused', () => {
  expect(() => longDate('2026-02-30')).toThrow(RangeError);
  expect(() => longDate('9 November 2026')).toThrow(RangeError);
  expect(() => dateRange('2026-11-09', '2026-11-03')).toThrow(RangeError);
});

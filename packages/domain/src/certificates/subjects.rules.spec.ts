import { shareHours } from './subjects.rules.js';

const subjects = (...minutes: number[]) => minutes.map((value, index) => ({ title: `Mata pelatihan ${index + 1}`, minutes: value }));
const hours = (total: number, ...minutes: number[]) => shareHours(subjects(...minutes), total).map((row) => row.jp);

test('multiples of 45 minutes keep their own hours', () => {
  expect(hours(4, 45, 90, 45)).toEqual([1, 2, 1]);
});

test('the rows add up to the total however the minutes fall', () => {
  expect(hours(4, 60, 60, 60)).toEqual([2, 1, 1]);
  expect(hours(1, 20, 20, 10)).toEqual([1, 0, 0]);
  for (let total = 0; total < 40; total += 1) {
    expect(hours(total, 17, 45, 3, 121, 60, 0).reduce((sum, jp) => sum + jp, 0)).toBe(total);
  }
});

test('a course without planned minutes, or without subjects, still prints', () => {
  expect(hours(2, 0, 0)).toEqual([2, 0]);
  expect(hours(0)).toEqual([]);
});

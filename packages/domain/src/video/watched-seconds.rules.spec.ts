import { describe, expect, it } from '@jest/globals';
import { fromMultirange, lengthOf, merge, neededOf, secondsPlayed, toMultirange, type Span } from './watched-seconds.rules.js';

describe('secondsPlayed', () => {
  it.each<[string, Span[], Span[]]>([
    ['whole seconds', [[0, 5_000]], [[0, 5]]],
    ['half of a second counts', [[500, 2_500]], [[0, 3]]],
    ['less than half does not', [[501, 2_499]], [[1, 2]]],
    ['inside one second', [[3_200, 3_700]], [[3, 4]]],
    ['inside one second, too little', [[3_200, 3_699]], []],
    ['two pieces of one second add up', [[3_000, 3_250], [3_700, 3_950]], [[3, 4]]],
    ['the same piece twice is one piece', [[3_000, 3_250], [3_000, 3_250]], []],
    ['pieces on either side of a pause', [[0, 2_250], [2_250, 4_000]], [[0, 4]]],
    ['any order, overlapping', [[8_000, 9_000], [0, 2_000], [1_000, 3_000]], [[0, 3], [8, 9]]],
    ['behind the end', [[8_000, 60_000]], [[8, 10]]],
    ['wholly behind the end', [[70_000, 80_000]], []],
    ['empty and inverted', [[2_000, 2_000], [5_000, 4_000]], []],
  ])('%s', (_, played, counted) => {
    expect(secondsPlayed(played, 10)).toEqual(counted);
  });

  it('agrees with counting every millisecond', () => {
    let seed = 7;
    const random = (max: number) => (seed = (seed * 48_271) % 2_147_483_647) % max;
    for (let round = 0; round < 300; round += 1) {
      const spans = Array.from({ length: 1 + random(6) }, (): Span => {
        const from = random(9_000);
        return [from, from + random(2_500)];
      });
      const played = new Uint8Array(12_000);
      for (const [from, until] of spans) played.fill(1, from, until);
      const expected = Array.from({ length: 10 }, (_, second) => second).filter((second) => played.subarray(second * 1_000, second * 1_000 + 1_000).reduce((sum, one) => sum + one, 0) >= 500);
      expect(secondsPlayed(spans, 10).flatMap(([from, until]) => Array.from({ length: until - from }, (_, i) => from + i))).toEqual(expected);
    }
  });
});

it('writes and reads multiranges', () => {
  expect(toMultirange([[0, 3], [7, 9]])).toBe('{[0,3),[7,9)}');
  expect(fromMultirange('{[0,3),[7,9)}')).toEqual([[0, 3], [7, 9]]);
  expect(fromMultirange('{}')).toEqual([]);
  expect(merge([[3, 5], [5, 6], [0, 1]])).toEqual([[0, 1], [3, 6]]);
});

it('rounds lengths and thresholds so that the whole can be reached', () => {
  expect([lengthOf(186.4), lengthOf(0.2), lengthOf(59.6)]).toEqual([186, 1, 60]);
  expect([neededOf(100, 0.9), neededOf(186, 0.9), neededOf(10, 1), neededOf(1, 0.5)]).toEqual([90, 168, 10, 1]);
});

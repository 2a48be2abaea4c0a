import { PlayedLog, gaps, merge } from './played-log.rules.js';

/** Plays from one place for some seconds at a speed, told four times a second as players do. */
function play(log: PlayedLog, from: number, seconds: number, rate = 1, start = 0): number {
  for (let ms = 0; ms <= seconds * 1_000; ms += 250) log.tick(from + ms * rate, start + ms, rate);
  return start + seconds * 1_000;
}

describe('PlayedLog', () => {
  it('joins what is played without a break', () => {
    const log = new PlayedLog();
    play(log, 0, 15);
    expect(log.all).toEqual([[0, 15_000]]);
  });

  it('does not count a jump, forward or backward, nor a pause', () => {
    const log = new PlayedLog();
    let now = play(log, 0, 5);
    now = play(log, 60_000, 5, 1, now + 10);
    log.pause();
    play(log, 20_000, 2, 1, now + 60_000);
    expect(log.all).toEqual([[0, 5_000], [20_000, 22_000], [60_000, 65_000]]);
  });

  it('follows the speed', () => {
    const log = new PlayedLog();
    play(log, 0, 10, 2);
    expect(log.all).toEqual([[0, 20_000]]);
  });

  it('repeats what is not confirmed, and only that', () => {
    const log = new PlayedLog([[0, 15_200], [40_000, 50_000]]);
    expect(log.unconfirmed([], 100)).toEqual([[0, 15_200], [40_000, 50_000]]);
    expect(log.unconfirmed([[0, 15]], 100)).toEqual([[40_000, 50_000]]);
    expect(log.unconfirmed([[0, 15], [39, 51]], 100)).toEqual([]);
    // The end of the recording, and crumbs below half a second, ask for nothing.
    expect(new PlayedLog([[99_000, 100_900]]).unconfirmed([[99, 100]], 100)).toEqual([]);
    expect(new PlayedLog([[10_000, 10_300]]).unconfirmed([], 100)).toEqual([]);
  });
});

it('names what is missing', () => {
  expect(gaps([[0, 10], [20, 30]], 40)).toEqual([[10, 20], [30, 40]]);
  expect(gaps([], 5)).toEqual([[0, 5]]);
  expect(gaps([[0, 5]], 5)).toEqual([]);
  expect(merge([[5, 6], [1, 2], [2, 3]])).toEqual([[1, 3], [5, 6]]);
});

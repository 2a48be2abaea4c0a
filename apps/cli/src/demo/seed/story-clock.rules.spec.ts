import { describe, expect, it } from '@jest/globals';

import { StoryClock } from './story-clock.js';

describe('StoryClock', () => {
  const today = new Date('2026-11-22T08:00:00Z');

  it('tells a past relative to the first run and never a future', () => {
    const clock = new StoryClock(today);
    clock.setDaysAgo(10);
    expect(clock.now().toISOString()).toBe('2026-11-12T02:00:00.000Z');
    clock.advanceSeconds(90);
    expect(clock.now().toISOString()).toBe('2026-11-12T02:01:30.000Z');
    clock.set(new Date('2027-01-01T00:00:00Z'));
    expect(clock.now()).toEqual(today);
  });

  it('places activities inside the counted year, also when the year began today', () => {
    const clock = new StoryClock(today);
    expect(clock.within('2026-01-01', 0.5).toISOString().slice(0, 7)).toBe('2026-06');
    expect(clock.within('2026-11-23', 0.5).toISOString().slice(0, 10)).toBe('2026-11-23');
  });
});

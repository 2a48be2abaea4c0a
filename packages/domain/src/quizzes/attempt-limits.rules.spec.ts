import { blockedBy, keyIsOpen } from './attempt-limits.rules.js';

const now = new Date('2026-11-22T03:00:00Z');
const failedAt = (time: string) => ({ submittedAt: new Date(time), passed: false });
const passed = { submittedAt: new Date('2026-11-22T02:59:00Z'), passed: true };
const open = { submittedAt: null, passed: null };
const limits = { maxAttempts: 3, retryAfterMinutes: 30 };

describe('blockedBy', () => {
  it('lets the first attempt start', () => {
    expect(blockedBy([], limits, now)).toBeNull();
  });

  it('asks for a pause after a failed attempt, to the minute', () => {
    expect(blockedBy([failedAt('2026-11-22T02:45:00Z')], limits, now)).toEqual({ code: 'QUIZ_PAUSE', until: new Date('2026-11-22T03:15:00Z') });
    expect(blockedBy([failedAt('2026-11-22T02:30:00Z')], limits, now)).toBeNull();
  });

  it('ends at the last attempt, unless there is no limit', () => {
    const three = ['00', '10', '20'].map((minute) => failedAt(`2026-11-22T01:${minute}:00Z`));
    expect(blockedBy(three, limits, now)).toEqual({ code: 'QUIZ_ATTEMPTS_USED', until: null });
    expect(blockedBy(three, { ...limits, maxAttempts: null }, now)).toBeNull();
  });

  it('asks for no pause after a pass', () => {
    expect(blockedBy([passed], limits, now)).toBeNull();
  });
});

describe('keyIsOpen', () => {
  it('opens after a pass or the last attempt, never while an attempt is open', () => {
    expect(keyIsOpen([failedAt('2026-11-22T01:00:00Z')], limits)).toBe(false);
    expect(keyIsOpen([passed], limits)).toBe(true);
    expect(keyIsOpen([passed, open], limits)).toBe(false);
    expect(keyIsOpen([1, 2, 3].map(() => failedAt('2026-11-22T01:00:00Z')), limits)).toBe(true);
  });
});

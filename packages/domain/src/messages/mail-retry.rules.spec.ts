import { nextTry } from './mail-retry.rules.js';

const createdAt = new Date('2026-11-20T01:00:00Z');
const minutesLater = (minutes: number) => new Date(createdAt.getTime() + minutes * 60_000);

test('waits longer after each failure, three hours at most', () => {
  const waits = [1, 2, 3, 4, 5, 6].map((attempts) => ((nextTry({ attempts, createdAt }, false, createdAt)?.getTime() ?? 0) - createdAt.getTime()) / 60_000);
  expect(waits).toEqual([1, 5, 15, 60, 180, 180]);
});

test('goes on for five days and then asks a person', () => {
  expect(nextTry({ attempts: 40, createdAt }, false, minutesLater(4 * 1440))).not.toBeNull();
  expect(nextTry({ attempts: 40, createdAt }, false, minutesLater(5 * 1440))).toBeNull();
});

test('does not repeat what the server has refused for good', () => {
  expect(nextTry({ attempts: 1, createdAt }, true, createdAt)).toBeNull();
});

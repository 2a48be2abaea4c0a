import { shuffled } from './shuffle.rules.js';

const items = Array.from({ length: 10 }, (_, index) => index);

describe('shuffled', () => {
  it('keeps every item, and the order of a seed', () => {
    const order = shuffled(items, 'attempt-1');
    expect(order.toSorted((a, b) => a - b)).toEqual(items);
    expect(shuffled(items, 'attempt-1')).toEqual(order);
  });

  it('gives each place a fair share over many seeds', () => {
    const first = Array.from({ length: 2_000 }, (_, seed) => shuffled(items, String(seed))[0] ?? -1);
    for (const item of items) expect(first.filter((one) => one === item).length).toBeGreaterThan(130);
  });
});

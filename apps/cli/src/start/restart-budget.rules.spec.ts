import { RestartBudget } from './restart-budget.js';

describe('RestartBudget', () => {
  it('allows three restarts in a minute and refuses the fourth', () => {
    const budget = new RestartBudget();
    expect([0, 10_000, 59_000, 59_999].map((now) => budget.take(now))).toEqual([true, true, true, false]);
  });

  it('gives a restart back a minute after it was taken', () => {
    const budget = new RestartBudget();
    for (const now of [0, 30_000, 50_000]) budget.take(now);
    expect(budget.take(60_000)).toBe(true);
    expect(budget.take(61_000)).toBe(false);
    expect(budget.take(90_000)).toBe(true);
  });
});

/** How often a process may be started again: so many times within a sliding window. */
export class RestartBudget {
  private readonly taken: number[] = [];

  constructor(
    private readonly limit = 3,
    private readonly windowMs = 60_000,
  ) {}

  /**
   * Takes one restart out of the budget.
   * @param now milliseconds of a clock that only goes forward
   * @returns false when there is none left, so that all must stop
   */
  take(now: number): boolean {
    while (this.taken.length > 0 && now - (this.taken[0] ?? 0) >= this.windowMs) this.taken.shift();
    if (this.taken.length >= this.limit) return false;
    this.taken.push(now);
    return true;
  }
}

import { figuresOf, percentile, table } from './figures.js';

describe('figures', () => {
  test('percentiles name a value that was measured', () => {
    const sorted = Array.from({ length: 100 }, (_unused, index) => index + 1);
    expect([0.5, 0.95, 0.99, 1].map((part) => percentile(sorted, part))).toEqual([50, 95, 99, 100]);
    expect(percentile([], 0.5)).toBe(0);
  });

  test('a visit of two requests costs its share of the processors', () => {
    const figures = figuresOf({ name: 'x', summary: '' }, { seconds: 2, connections: 1, latencies: [1, 3, 2, 4], visits: [4, 6], errors: { 'GET /: 500': 3 } }, { api: 0.2, worker: 0, database: 0.3 }, 4);
    expect(figures).toMatchObject({ visitsPerSecond: 1, requestsPerSecond: 2, ratio: 0.5, errors: 3, cpuPerVisit: 0.25, cpuBy: { api: 0.1, worker: 0, database: 0.15 }, median: 2, p99: 4 });
    expect(table([figures]).split('\n')[1]).toMatch(/^x +1 +1\.0 +2 +0\.50 +2\.0.* 250\.00 +100\.00 +0\.00 +150\.00$/);
  });
});

import type { FileResult } from './summary.js';
import { skippedReasons, slowest, summaryLine, totals } from './summary.js';

const files: FileResult[] = [
  {
    kind: 'service',
    path: 'a.spec.ts',
    broken: false,
    tests: [
      { title: 'grades', status: 'passed', milliseconds: 1_250 },
      { title: 'refuses', status: 'failed', milliseconds: 20 },
      { title: 'queue on Redis (skipped: queue on Redis: no redis-server on this machine) runs', status: 'skipped', milliseconds: 0 },
    ],
  },
  { kind: 'http', path: 'b.http.spec.ts', broken: true, tests: [] },
  { kind: 'http', path: 'c.http.spec.ts', broken: false, tests: [{ title: 'later', status: 'skipped', milliseconds: 0 }] },
];

describe('the summary of a check', () => {
  test('a file that cannot be loaded counts as a failure', () => {
    expect(summaryLine(totals(files))).toBe('1 passed, 2 failed, 2 skipped');
  });

  test('names the slowest first and leaves out what did not run', () => {
    expect(slowest(files, 10)).toEqual(['   1.3 s  a.spec.ts › grades', '   0.0 s  a.spec.ts › refuses']);
  });

  test('says why tests were skipped, and where nobody said so', () => {
    expect(skippedReasons(files)).toEqual(['queue on Redis: no redis-server on this machine (1 test)', 'c.http.spec.ts: no reason given (1 test)']);
  });
});

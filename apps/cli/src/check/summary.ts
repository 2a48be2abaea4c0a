/** What Jest's reporter writes down of one test file. */
export interface FileResult {
  readonly kind: string;
  /** Relative to the checkout. */
  readonly path: string;
  /** The file could not be loaded, or failed outside of its tests. */
  readonly broken: boolean;
  readonly tests: readonly TestResult[];
}

export interface TestResult {
  readonly title: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly milliseconds: number;
}

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Counts tests; a file that could not be loaded counts as one failure. */
export function totals(files: readonly FileResult[]): Totals {
  const count = (status: TestResult['status']) => files.reduce((sum, file) => sum + file.tests.filter((test) => test.status === status).length, 0);
  return { passed: count('passed'), failed: count('failed') + files.filter((file) => file.broken).length, skipped: count('skipped') };
}

/** The summary line of `npm test`; other programs read it. */
export function summaryLine({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** The slowest tests, slowest first. */
export function slowest(files: readonly FileResult[], count: number): string[] {
  return files
    .flatMap((file) => file.tests.map((test) => ({ ...test, path: file.path })))
    .filter((test) => test.status !== 'skipped')
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, count)
    .map((test) => `${(test.milliseconds / 1000).toFixed(1).padStart(6)} s  ${test.path} › ${test.title}`);
}

/** How many tests were skipped for which reason; the reason stands in the name of the group, see `describeWhere` in the test kit. */
export function skippedReasons(files: readonly FileResult[]): string[] {
  const reasons = new Map<string, number>();
  for (const file of files) {
    for (const test of file.tests.filter((candidate) => candidate.status === 'skipped')) {
      const reason = /\(skipped: ([^)]*)\)/.exec(test.title)?.[1] ?? `${file.path}: no reason given`;
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  return [...reasons].map(([reason, count]) => `${reason} (${count} ${count === 1 ? 'test' : 'tests'})`);
}

import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { FileResult, TestResult } from './summary.js';

/** The parts of Jest's own types that are read here; its types come with packages that the command line does not depend on. */
interface JestFile {
  readonly path: string;
  readonly context: { readonly config: { readonly displayName?: { readonly name: string }; readonly rootDir: string } };
}
interface JestFileResult {
  readonly failureMessage?: string | null;
  readonly testExecError?: unknown;
  readonly perfStats: { readonly runtime: number };
  readonly testResults: readonly { readonly fullName: string; readonly status: string; readonly duration?: number | null }[];
}

const statuses: Readonly<Record<string, TestResult['status']>> = { passed: 'passed', failed: 'failed' };

/** Prints one line a file, failures in full, and appends each file's results as a line of JSON for the summary. */
export default class CheckReporter {
  constructor(
    _globalConfig: unknown,
    private readonly options: { readonly output: string },
  ) {}

  onTestResult(file: JestFile, result: JestFileResult): void {
    const kind = file.context.config.displayName?.name ?? 'unknown';
    const path = relative(file.context.config.rootDir, file.path);
    const broken = result.testExecError !== undefined && result.testExecError !== null;
    const tests = result.testResults.map((test) => ({ title: test.fullName, status: statuses[test.status] ?? 'skipped', milliseconds: test.duration ?? 0 }));
    const line: FileResult = { kind, path, broken, tests };
    appendFileSync(this.options.output, `${JSON.stringify(line)}\n`);
    const failed = broken || tests.some((test) => test.status === 'failed');
    console.log(`${failed ? 'FAILED' : 'passed'} ${kind.padEnd(7)} ${path} (${(result.perfStats.runtime / 1000).toFixed(1)} s)`);
    if (failed && result.failureMessage) console.log(result.failureMessage);
  }

  /** Jest waits for whatever a test left open (a server, a pool); that is a fault of the test, and must not hang the check. */
  onRunComplete(): void {
    const timer = setTimeout(() => {
      const kinds = process.getActiveResourcesInfo().filter((kind) => kind !== 'Timeout');
      console.log(`FAILED: the tests are over, but something they opened is still there: ${kinds.join(', ')}`);
      process.exit(1);
    }, 15_000);
    // Alone, this timer keeps nobody waiting.
    timer.unref();
  }
}

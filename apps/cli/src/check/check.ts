import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestRun } from '@pamong/platform/testing/test-run';
import { ancestors } from '../start/ancestors.js';
import { runChild } from './children.js';
import { openCluster, reaperPath } from './shared-run.js';
import type { FileResult } from './summary.js';
import { skippedReasons, slowest, summaryLine, totals } from './summary.js';
import type { Kind, TestFile } from './test-files.js';
import { kinds, listTestFiles } from './test-files.js';

/** Groups run one after the other; inside a group Jest uses that many workers. The second measures, so it runs alone; browsers wait more than they work, so two files share the system. */
const groups: readonly { kinds: readonly Kind[]; workers: number }[] = [
  { kinds: ['rules', 'service', 'http', 'job', 'web'], workers: 2 },
  { kinds: ['proof', 'house'], workers: 1 },
  { kinds: ['e2e'], workers: 2 },
];

/** Switches of the product that must not leak from the developer's shell into the tests. */
const switches = /^(DATABASE_|REDIS_URL|SMTP_URL|PUBLIC_URL|TRUST_PROXY|PAMONG_|PORT$|HOST$|NODE_ENV|LOG_LEVEL)/;

/**
 * Everything behind `npm test`: the production build of the web, then every kind of test, then the summary.
 * @param root folder of the checkout, with `tsc -b` done
 * @param args patterns of paths that narrow the tests; arguments that start with `-` go to Jest
 * @returns exit code
 */
export async function check(root: string, args: readonly string[]): Promise<number> {
  for (const name of Object.keys(process.env).filter((candidate) => switches.test(candidate))) delete process.env[name];
  const jestArgs = args.filter((arg) => arg.startsWith('-'));
  const files = listTestFiles(root, args.filter((arg) => !arg.startsWith('-')));
  const run = startTestRun(reaperPath(root));
  leaveWithParents(() => void run.stop().then(() => process.exit(130)));
  const failedSteps: string[] = [];
  // The data of `npm start` in the same checkout is not the tests' to touch, and a folder of theirs would keep it from starting.
  const dataDir = join(root, '.pamong');
  const hadData = existsSync(dataDir);
  const step = async (name: string, action: () => Promise<number>): Promise<boolean> => {
    const started = performance.now();
    const code = await action();
    console.log(`${name}: ${code === 0 ? 'passed' : 'FAILED'} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    if (code !== 0) failedSteps.push(name);
    return code === 0;
  };

  try {
    const needsBuild = files.some((file) => file.kind === 'e2e' || file.kind === 'house');
    if (needsBuild) await step('production build', () => runChild(process.execPath, [join(root, 'apps/cli/bin/build.mjs')], { cwd: root }));
    // One cluster for all groups; the ones without a database start sooner without it.
    if (files.some((file) => !['rules', 'web'].includes(file.kind))) {
      await step('database', () => openCluster().then(() => 0));
    }
    const output = join(run.dir, 'results.jsonl');
    const scratch = join(run.dir, 'tmp');
    mkdirSync(scratch, { mode: 0o711 });
    for (const group of groups) {
      const chosen = files.filter((file) => group.kinds.includes(file.kind));
      if (chosen.length === 0) continue;
      await step(group.kinds.filter((kind) => chosen.some((file) => file.kind === kind)).join(', '), () => jest(root, chosen, group, { output, scratch }, jestArgs));
    }
    await step('data folder untouched', () => Promise.resolve(hadData || !existsSync(dataDir) ? 0 : 1));
    return report(results(output), files, failedSteps);
  } finally {
    await run.stop();
  }
}

function jest(
  root: string,
  files: readonly TestFile[],
  group: (typeof groups)[number],
  places: { output: string; scratch: string },
  args: readonly string[],
): Promise<number> {
  const reporter = JSON.stringify([join(root, 'apps/cli/dist/check/reporter.js'), { output: places.output }]);
  // Whatever a test or a browser leaves in the temporary directory goes with the run.
  const env = { ...process.env, PAMONG_CHECK_REPORTER: reporter, TMPDIR: places.scratch, NODE_ENV: 'test', TZ: 'UTC' };
  return runChild(
    process.execPath,
    [
      ...['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', join(root, 'node_modules/jest/bin/jest.js')],
      ...['--ci', '--config', join(root, 'jest.config.mjs'), '--selectProjects', ...group.kinds],
      ...['--maxWorkers', String(group.workers), '--passWithNoTests', ...args],
      ...['--runTestsByPath', ...files.map((file) => file.path)],
    ],
    { cwd: root, env },
  );
}

function results(output: string): FileResult[] {
  if (!existsSync(output)) return [];
  return readFileSync(output, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as FileResult);
}

function report(files: readonly FileResult[], expected: readonly TestFile[], failedSteps: readonly string[]): number {
  const missing = expected.filter((file) => !files.some((result) => result.path === file.path));
  const counted = totals(files);
  // A file that Jest was given and did not report, or a step that failed without a failed test, is a failure too.
  const unexplained = failedSteps.length > 0 && counted.failed + missing.length === 0 ? 1 : 0;
  const build = failedSteps.includes('production build') && counted.failed + missing.length > 0 ? 1 : 0;
  const failed = counted.failed + missing.length + unexplained + build;
  console.log('\nResults by kind');
  for (const kind of kinds) {
    const ofKind = files.filter((file) => file.kind === kind);
    if (ofKind.length > 0) console.log(`  ${kind.padEnd(8)} ${summaryLine(totals(ofKind))} in ${ofKind.length} files`);
  }
  if (files.length > 0) console.log(['\nThe ten slowest tests', ...slowest(files, 10)].join('\n'));
  const reasons = skippedReasons(files);
  if (reasons.length > 0) console.log(['\nSkipped', ...reasons.map((reason) => `  ${reason}`)].join('\n'));
  const faults = [
    ...files.filter((file) => file.broken || file.tests.some((test) => test.status === 'failed')).map((file) => file.path),
    ...missing.map((file) => `${file.path}: was not run`),
    ...(unexplained + build > 0 ? failedSteps.map((step) => `step ${step}`) : []),
    ...(counted.passed === 0 && failed === 0 ? ['no test was run'] : []),
  ];
  if (faults.length > 0) console.log(['\nFailed', ...faults.map((fault) => `  ${fault}`)].join('\n'));
  console.log(`\n${summaryLine({ ...counted, failed })}`);
  return faults.length === 0 ? 0 : 1;
}

/** Ends the run on a signal, and when any process between here and `npm test` is gone. */
function leaveWithParents(leave: () => void): void {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, leave);
  const parents = ancestors();
  const parent = process.ppid;
  const timer = setInterval(() => {
    const gone = process.ppid !== parent || parents.some((pid) => !existsSync(`/proc/${pid}`));
    if (!gone) return;
    clearInterval(timer);
    leave();
  }, 500);
  timer.unref();
}

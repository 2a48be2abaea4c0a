import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sourceFiles } from '../src/check/test-files.js';
import { checkout } from './house.js';
import config, { besideFeatures, featureOrder } from './walls.config.mjs';

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[];
  };
}

function cruise(dir: string, ...paths: readonly string[]): Cruise {
  const program = join(checkout, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const answer = execFileSync(process.execPath, [program, '--config', join(import.meta.dirname, 'walls.config.mjs'), '--output-type', 'json', ...paths], {
    cwd: dir,
    encoding: 'utf8',
    maxBuffer: 256e6,
    // The exit code is the number of violations; the tests read them instead.
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return JSON.parse(answer) as Cruise;
}

/** One fault for each wall, so that a wall that stopped standing is noticed. */
const planted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'contract-imports-zod-only': { 'packages/contract/src/a.ts': `import 'rxjs';` },
  'platform-imports-npm-only': { 'packages/platform/src/a.ts': `import '../../contract/src/empty.js';` },
  'domain-imports-contract-and-platform': { 'packages/domain/src/audit/a.ts': `import '../../../../apps/cli/src/empty.js';` },
  'apps-import-packages-only': { 'apps/api/src/a.ts': `import '../../worker/src/empty.js';` },
  'apps-never-see-entities-or-repositories': {
    'apps/api/src/b.ts': `import '../../../packages/domain/src/audit/a.repository.js';`,
    'packages/domain/src/audit/a.repository.ts': '',
  },
  'web-imports-contract-only': { 'apps/web/src/a.ts': `import '../../../packages/platform/src/empty.js';` },
  'web-features-are-isolated': { 'apps/web/src/features/one/a.ts': `import '../two/b.js';`, 'apps/web/src/features/two/b.ts': '' },
  'web-features-do-not-know-the-app': { 'apps/web/src/features/one/c.ts': `import '../../app/app.js';`, 'apps/web/src/app/app.ts': '' },
  'web-parts-do-not-know-features': { 'apps/web/src/ui/a.ts': `import '../features/two/b.js';` },
  'typeorm-in-entities-and-repositories': { 'packages/domain/src/audit/audit.service.ts': `import { In } from 'typeorm'; export { In };` },
  'queues-in-the-queue-port': { 'apps/api/src/c.ts': `import type { Queue } from 'bullmq'; export type Q = Queue;` },
  'production-does-not-need-tests': { 'apps/api/src/d.ts': `import '../../../packages/platform/src/testing/kit.js';`, 'packages/platform/src/testing/kit.ts': '' },
  'no-cycles': { 'apps/cli/src/x.ts': `import './y.js';`, 'apps/cli/src/y.ts': `import './x.js';` },
  'everything-resolves': { 'apps/cli/src/z.ts': `import './nowhere.js';` },
  ...Object.fromEntries(
    featureOrder.slice(0, -1).map((feature, index) => [
      `domain-order-${feature}`,
      { [`packages/domain/src/${feature}/early.ts`]: `import '../${featureOrder[index + 1]}/late.js';`, [`packages/domain/src/${featureOrder[index + 1]}/late.ts`]: '' },
    ]),
  ),
};

describe('the walls', () => {
  test('stand in the whole house', () => {
    const places = ['apps/api/src', 'apps/worker/src', 'apps/cli/src', 'apps/cli/house', 'apps/cli/proof', 'apps/web/src', 'apps/web/e2e'];
    const { summary } = cruise(checkout, ...places, 'packages/contract/src', 'packages/platform/src', 'packages/domain/src');
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
    // With a TypeScript it cannot use, the tool reads nothing and finds nothing.
    const sources = sourceFiles(checkout).filter((path) => /\.tsx?$/.test(path) && !path.includes('/bin/'));
    expect(sources.length).toBeGreaterThan(180);
    expect(summary.totalCruised).toBeGreaterThanOrEqual(sources.length);
  });

  test('each stops the fault planted for it', () => {
    const dir = mkdtempSync(join(tmpdir(), 'walls-'));
    try {
      const rooms = ['apps/api', 'apps/worker', 'apps/cli', 'packages/contract', 'packages/platform'];
      const files = Object.assign({}, ...Object.values(planted), ...rooms.map((name) => ({ [`${name}/src/empty.ts`]: '' }))) as Record<string, string>;
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(dir, path)), { recursive: true });
        writeFileSync(join(dir, path), content === '' ? 'export {};' : content);
      }
      const { summary } = cruise(dir, 'apps', 'packages');
      const found = new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`));
      const missed = config.forbidden.map(({ name }) => name).filter((name) => !found.has(`${name}: ${Object.keys(planted[name] ?? {})[0]}`));
      expect(missed).toEqual([]);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  test('every folder of the domain has its place in the order', () => {
    const folders = readdirSync(join(checkout, 'packages/domain/src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((entry) => entry.name).filter((name) => ![...featureOrder, ...besideFeatures].includes(name))).toEqual([]);
  });
});

import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The kinds of test of docs/architecture.md, each a project of jest.config.mjs. */
export const kinds = ['rules', 'service', 'http', 'job', 'web', 'proof', 'house', 'e2e'] as const;
export type Kind = (typeof kinds)[number];

export interface TestFile {
  readonly kind: Kind;
  /** Relative to the checkout, with forward slashes. */
  readonly path: string;
}

const ignored = new Set(['node_modules', 'dist', '.pamong', '.artefacts', '.git']);

/** The kind of test a file is, by its name and place; null for a file that is no test. */
export function kindOf(path: string): Kind | null {
  if (/^apps\/web\/e2e\/.*\.e2e\.ts$/.test(path)) return 'e2e';
  if (/^apps\/cli\/house\/.*\.house\.ts$/.test(path)) return 'house';
  if (/^apps\/cli\/proof\/.*\.proof\.ts$/.test(path)) return 'proof';
  if (/^apps\/web\/src\/.*\.page\.spec\.tsx$/.test(path)) return 'web';
  if (!/^(apps|packages)\/[^/]+\/src\/.*\.spec\.ts$/.test(path)) return null;
  if (path.endsWith('.rules.spec.ts')) return 'rules';
  if (path.endsWith('.http.spec.ts')) return path.startsWith('apps/api/') ? 'http' : null;
  if (path.endsWith('.job.spec.ts')) return 'job';
  return path.endsWith('.page.spec.ts') ? null : 'service';
}

/** True for a file that looks like a test by its name, whether or not any project would run it. */
export function looksLikeTest(path: string): boolean {
  return /\.(spec|test|e2e|house|proof)\.[cm]?[jt]sx?$/.test(path);
}

/**
 * All test files of the checkout whose path matches one of the patterns.
 * @param patterns regular expressions without regard to case, as Jest takes them; none means all
 */
export function listTestFiles(root: string, patterns: readonly string[] = []): TestFile[] {
  const wanted = patterns.map((pattern) => new RegExp(pattern, 'i'));
  return sourceFiles(root)
    .flatMap((path) => {
      const kind = kindOf(path);
      return kind === null ? [] : [{ kind, path }];
    })
    .filter(({ path }) => wanted.length === 0 || wanted.some((pattern) => pattern.test(path)));
}

/** Every file of `apps` and `packages`, relative to the checkout, sorted; no build output and no dependencies. */
export function sourceFiles(root: string): string[] {
  return ['apps', 'packages'].flatMap((top) => walk(join(root, top))).map((path) => relative(root, path).split(sep).join('/')).sort();
}

function walk(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (ignored.has(entry.name)) return [];
    const path = join(dir, entry.name);
    return entry.isDirectory() ? walk(path) : entry.isFile() ? [path] : [];
  });
}

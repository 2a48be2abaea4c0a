import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from './house.js';

function run(program: string, args: readonly string[], cwd = checkout): { code: number; lines: string[] } {
  const answer = spawnSync(join(checkout, 'node_modules/.bin', program), args, { cwd, encoding: 'utf8', maxBuffer: 64e6, env: { ...process.env, NODE_OPTIONS: '' } });
  if (answer.error) throw answer.error;
  return { code: answer.status ?? 1, lines: `${answer.stdout}${answer.stderr}`.split('\n').filter((line) => line.trim() !== '') };
}

describe('oxlint', () => {
  // Explicit paths: without them it walks the dependencies for minutes.
  test('finds nothing', () => {
    const { code, lines } = run('oxlint', ['--type-aware', '--format', 'unix', 'apps', 'packages']);
    expect(code === 0 ? [] : lines).toEqual([]);
  });

  test('finds a forgotten promise and an any, which takes the type-aware half', () => {
    const dir = mkdtempSync(join(tmpdir(), 'lint-'));
    try {
      mkdirSync(join(dir, 'src'));
      symlinkSync(join(checkout, 'node_modules'), join(dir, 'node_modules'));
      writeFileSync(join(dir, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true, target: 'es2023', types: [] }, include: ['src'] }));
      writeFileSync(join(dir, 'src/a.ts'), 'async function work(): Promise<void> {}\nwork();\nexport const b = (c: any): string => String(c);\n');
      const found = run('oxlint', ['--type-aware', '--format', 'unix', '--config', join(checkout, '.oxlintrc.json'), 'src'], dir).lines.join('\n');
      expect(found).toContain('no-floating-promises');
      expect(found).toContain('no-explicit-any');
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});

describe('knip', () => {
  const kinds = ['files', 'exports', 'dependencies', 'unlisted', 'unresolved', 'duplicates', 'binaries'];

  test('finds nothing that nobody uses', () => {
    const { code, lines } = run('knip', ['--no-progress', '--no-config-hints', '--include', kinds.join(',')]);
    expect(code === 0 ? [] : lines).toEqual([]);
  });

  test('finds an unused file and an unused export', () => {
    const dir = mkdtempSync(join(tmpdir(), 'knip-'));
    try {
      writeFileSync(join(dir, 'package.json'), JSON.stringify({ name: 'planted', type: 'module', main: 'main.js' }));
      writeFileSync(join(dir, 'main.js'), `import { used } from './part.js';\nused();\n`);
      writeFileSync(join(dir, 'part.js'), 'export const used = () => 1;\nexport const unused = 2;\n');
      writeFileSync(join(dir, 'alone.js'), 'export {};\n');
      const found = run('knip', ['--no-progress', '--directory', dir], dir).lines.join('\n');
      expect(found).toContain('alone.js');
      expect(found).toMatch(/unused\s+part\.js/);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});

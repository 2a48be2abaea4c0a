import { join } from 'node:path';

/**
 * One project per kind of test (docs/architecture.md, Tests). Sources run as CommonJS through SWC,
 * because TypeScript 7 has no compiler API for ts-jest and Jest's ESM support is still experimental.
 */
const swc = (jsx) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true, tsx: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, ...(jsx ? { react: { runtime: 'automatic' } } : {}) },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
];

const shared = {
  rootDir: '.',
  cacheDirectory: join(import.meta.dirname, 'node_modules/.cache/jest'),
  extensionsToTreatAsEsm: [],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@pamong/(contract|domain|platform)/(.*)$': '<rootDir>/packages/$1/src/$2',
    '^@pamong/(api|worker)/(.*)$': '<rootDir>/apps/$1/src/$2',
  },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  transformIgnorePatterns: ['/node_modules/'],
  transform: { '^.+\\.tsx?$': swc(false) },
};

const project = (displayName, testMatch, extra = {}) => ({ ...shared, displayName, testEnvironment: 'node', testMatch, ...extra });
/** Kinds that need a database: one cluster a run, whoever starts Jest; the machine may be busy. */
const real = {
  globalSetup: '<rootDir>/apps/cli/bin/jest-setup.mjs',
  globalTeardown: '<rootDir>/apps/cli/bin/jest-teardown.mjs',
  setupFilesAfterEnv: ['<rootDir>/apps/cli/bin/jest-patience.cjs'],
  globals: { patienceMs: 30_000 },
};
const whole = { ...real, globals: { patienceMs: 180_000 } };

/** `npm test` brings its own reporter; Jest by hand has its usual one. */
const reporter = process.env.PAMONG_CHECK_REPORTER;

export default {
  // By hand, a test that leaves something open must not keep the terminal; `npm test` calls it a failure.
  ...(reporter === undefined ? { forceExit: true } : { reporters: [JSON.parse(reporter)] }),
  projects: [
    project('rules', ['<rootDir>/{apps,packages}/**/src/**/*.rules.spec.ts']),
    project('service', ['<rootDir>/{apps,packages}/**/src/**/!(*.rules|*.http|*.job|*.page).spec.ts'], real),
    project('http', ['<rootDir>/apps/api/src/**/*.http.spec.ts'], real),
    project('job', ['<rootDir>/{apps,packages}/**/src/**/*.job.spec.ts'], real),
    project('web', ['<rootDir>/apps/web/src/**/*.page.spec.tsx'], { testEnvironment: 'jsdom', setupFilesAfterEnv: [...real.setupFilesAfterEnv, '<rootDir>/apps/web/src/testing/jsdom.setup.ts'], globals: real.globals, moduleNameMapper: { ...shared.moduleNameMapper, '\\.css$': '<rootDir>/apps/web/src/testing/no-style.ts' }, transform: { '^.+\\.tsx?$': swc(true) } }),
    project('proof', ['<rootDir>/apps/cli/proof/**/*.proof.ts'], whole),
    project('house', ['<rootDir>/apps/cli/house/**/*.house.ts'], whole),
    project('e2e', ['<rootDir>/apps/web/e2e/**/*.e2e.ts'], { ...whole, transform: { '^.+\\.tsx?$': swc(true) } }),
  ],
};

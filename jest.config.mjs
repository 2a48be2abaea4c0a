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
  extensionsToTreatAsEsm: [],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@pamong/(contract|domain|platform)/(.*)$': '<rootDir>/packages/$1/src/$2',
  },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  transformIgnorePatterns: ['/node_modules/'],
  transform: { '^.+\\.tsx?$': swc(false) },
};

const node = (displayName, testMatch, extra = {}) => ({ ...shared, displayName, testEnvironment: 'node', testMatch, ...extra });

export default {
  projects: [
    node('rules', ['<rootDir>/{apps,packages}/**/src/**/*.rules.spec.ts']),
    node('service', ['<rootDir>/{apps,packages}/**/src/**/!(*.rules|*.http|*.job|*.page).spec.ts']),
    node('http', ['<rootDir>/apps/api/src/**/*.http.spec.ts']),
    node('job', ['<rootDir>/{apps,packages}/**/src/**/*.job.spec.ts']),
    { ...shared, displayName: 'web', testEnvironment: 'jsdom', testMatch: ['<rootDir>/apps/web/src/**/*.page.spec.tsx'], transform: { '^.+\\.tsx?$': swc(true) } },
    node('e2e', ['<rootDir>/apps/web/e2e/**/*.e2e.ts'], { transform: { '^.+\\.tsx?$': swc(true) } }),
    node('house', ['<rootDir>/apps/cli/house/**/*.house.ts']),
  ],
};

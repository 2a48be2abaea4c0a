/** Who may import whom (docs/architecture.md), for dependency-cruiser. Each rule has a planted violation in walls.house.ts. */

/** Domain features in their one order; each imports only earlier ones. */
export const featureOrder = [
  'audit',
  'settings',
  'organisations',
  'people',
  'accounts',
  'access',
  'setup',
  'messages',
  'entry',
  'imports',
  'media',
  'courses',
  'enrolments',
  'search',
  'learning',
  'questions',
  'video',
  'webinars',
  'quizzes',
  'assignments',
  'evaluation',
  'certificates',
  'ledger',
  'competencies',
  'discussions',
  'engagement',
  'partners',
  'integrations',
  'reports',
];

/** Folders of domain/src that are no features: the schema's history, what reports on the whole, and the bed of its tests. */
export const besideFeatures = ['migrations', 'health', 'testing'];

/** A room's code, as source and as what the others see of it. */
const room = (name) => `^${name}/(src|dist)/`;
const anyRoom = '^(apps|packages)/[^/]+/(src|dist)/';
const tests = '\\.(spec|house|proof|e2e|factory)\\.tsx?$|/testing/';

const order = featureOrder.slice(0, -1).map((feature, index) => ({
  name: `domain-order-${feature}`,
  severity: 'error',
  // A test may need what only a later feature can set up.
  from: { path: `^packages/domain/src/${feature}/`, pathNot: tests },
  to: { path: `${room('packages/domain')}(${featureOrder.slice(index + 1).join('|')})/` },
}));

/** An npm package by name, found or not. */
const npm = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;

const rules = [
  {
    name: 'contract-imports-zod-only',
    severity: 'error',
    // The generator writes files; it runs in the build and is no part of what browsers load.
    from: { path: '^packages/contract/src/', pathNot: 'src/generate\\.ts$|\\.spec\\.ts$' },
    to: { pathNot: `^packages/contract/src/|${npm('zod')}` },
  },
  { name: 'platform-imports-npm-only', severity: 'error', from: { path: '^packages/platform/src/' }, to: { path: anyRoom, pathNot: room('packages/platform') } },
  {
    name: 'domain-imports-contract-and-platform',
    severity: 'error',
    from: { path: '^packages/domain/src/' },
    to: { path: anyRoom, pathNot: room('packages/(domain|contract|platform)') },
  },
  {
    name: 'apps-import-packages-only',
    severity: 'error',
    from: { path: '^apps/(api|worker|cli)/(src|house|proof)/' },
    to: { path: `${room('apps/[^/]+')}`, pathNot: `${room('apps/$1')}` },
  },
  {
    name: 'apps-never-see-entities-or-repositories',
    severity: 'error',
    from: { path: '^apps/', pathNot: tests },
    to: { path: `${room('packages/domain')}.*\\.(entity|repository)\\.(js|ts|d\\.ts)$` },
  },
  {
    name: 'web-imports-contract-only',
    severity: 'error',
    from: { path: '^apps/web/src/', pathNot: tests },
    to: { path: anyRoom, pathNot: `${room('packages/contract')}|^apps/web/src/` },
  },
  {
    name: 'web-features-are-isolated',
    severity: 'error',
    from: { path: '^apps/web/src/features/([^/]+)/' },
    to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
  },
  { name: 'web-features-do-not-know-the-app', severity: 'error', from: { path: '^apps/web/src/features/', pathNot: tests }, to: { path: '^apps/web/src/app/' } },
  { name: 'web-parts-do-not-know-features', severity: 'error', from: { path: '^apps/web/src/(ui|shared)/' }, to: { path: '^apps/web/src/(features|app)/' } },
  ...order,
  {
    name: 'typeorm-in-entities-and-repositories',
    severity: 'error',
    from: { path: '^(apps|packages)/', pathNot: '\\.(entity|repository)\\.ts$|/migrations/|^packages/platform/src/database/|^apps/cli/house/' },
    to: { path: npm('typeorm') },
  },
  {
    name: 'queues-in-the-queue-port',
    severity: 'error',
    from: { path: '^(apps|packages)/', pathNot: '^packages/platform/src/queue/|^apps/worker/src/runtime/' },
    to: { path: npm('bullmq', 'ioredis') },
  },
  {
    name: 'production-does-not-need-tests',
    severity: 'error',
    from: { path: '^(apps|packages)/[^/]+/src/', pathNot: `${tests}|^apps/cli/src/(check|bench|demo/recording)/` },
    to: { path: `${room('packages/(platform|domain)')}testing/|\\.(spec|factory)\\.` },
  },
  // A package's scope of type imports may close a circle; what runs may not.
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
  { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
];

export default {
  forbidden: rules,
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: '/dist/.*\\.map$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default', 'require'], extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.json'] },
  },
};

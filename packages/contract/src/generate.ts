import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allRoutes } from './all-routes.js';
import type { Route } from './kernel/route.js';
import { openApiDocument } from './openapi.js';

/** Features that a learner's home page calls: their routes come with the first load, all others when one of them is first called. */
const firstLoad: readonly string[] = ['session', 'messages', 'learning', 'ledger'];

/**
 * The text of `route-table.generated.ts`, or of `later-routes.generated.ts`: what the browser's client needs of each route and nothing more.
 * @param part `first`: what comes with the first load; `later`: the rest
 */
export function routeTableSource(part: 'first' | 'later'): string {
  const features = Object.entries(allRoutes as Record<string, Record<string, Route>>)
    .filter(([feature]) => firstLoad.includes(feature) === (part === 'first'))
    .map(([feature, routes]) => {
      const rows = Object.entries(routes).map(([name, route]) => `    ${name}: ['${route.method}', '${route.path}'],`);
      return `  ${feature}: {\n${rows.join('\n')}\n  },`;
    });
  return `// Generated from the contract by \`pnpm generate\`; do not edit.\nexport const ${part === 'first' ? 'routeTable' : 'laterRoutes'} = {\n${features.join('\n')}\n} as const;\n`;
}

/** The text of `openapi.json`. */
export function openApiSource(): string {
  return `${JSON.stringify(openApiDocument(), null, 2)}\n`;
}

/**
 * Writes all generated files.
 * @param packageDir folder of `packages/contract`
 */
export async function generate(packageDir: string): Promise<void> {
  await writeFile(join(packageDir, 'src/route-table.generated.ts'), routeTableSource('first'));
  await writeFile(join(packageDir, 'src/later-routes.generated.ts'), routeTableSource('later'));
  await writeFile(join(packageDir, 'openapi.json'), openApiSource());
}

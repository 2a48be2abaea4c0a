import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allRoutes } from './all-routes.js';
import type { Route } from './kernel/route.js';
import { openApiDocument } from './openapi.js';

/** The text of `route-table.generated.ts`: what the browser's client needs of each route and nothing more. */
export function routeTableSource(): string {
  const features = Object.entries(allRoutes as Record<string, Record<string, Route>>).map(([feature, routes]) => {
    const rows = Object.entries(routes).map(([name, route]) => `    ${name}: ['${route.method}', '${route.path}'],`);
    return `  ${feature}: {\n${rows.join('\n')}\n  },`;
  });
  return `// Generated from the contract by \`pnpm generate\`; do not edit.\nexport const routeTable = {\n${features.join('\n')}\n} as const;\n`;
}

/** The text of `openapi.json`. */
export function openApiSource(): string {
  return `${JSON.stringify(openApiDocument(), null, 2)}\n`;
}

/**
 * Writes both generated files.
 * @param packageDir folder of `packages/contract`
 */
export async function generate(packageDir: string): Promise<void> {
  await writeFile(join(packageDir, 'src/route-table.generated.ts'), routeTableSource());
  await writeFile(join(packageDir, 'openapi.json'), openApiSource());
}

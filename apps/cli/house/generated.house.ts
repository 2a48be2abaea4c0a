import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiSource, routeTableSource } from '@pamong/contract/generate';
import { checkout } from './house.js';

const committed = (path: string) => readFileSync(join(checkout, 'packages/contract', path), 'utf8');

// `pnpm generate` renews both.
describe('what is generated from the contract', () => {
  test('openapi.json is of today', () => {
    expect(JSON.parse(committed('openapi.json'))).toEqual(JSON.parse(openApiSource()));
    expect(committed('openapi.json')).toBe(openApiSource());
  });

  test('the table of routes for the browser is of today', () => {
    expect(committed('src/route-table.generated.ts')).toBe(routeTableSource('first'));
    expect(committed('src/later-routes.generated.ts')).toBe(routeTableSource('later'));
  });

  test('every operation names its access, its errors and an answer', () => {
    const document = JSON.parse(openApiSource()) as { paths: Record<string, Record<string, { 'x-permission'?: unknown; 'x-access'?: unknown; responses: Record<string, unknown> }>> };
    const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })));
    expect(operations.length).toBeGreaterThan(5);
    const silent = operations.filter(({ operation }) => (operation['x-permission'] ?? operation['x-access']) === undefined || !Object.keys(operation.responses).some((status) => status.startsWith('2')));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});

import { allErrors } from '@pamong/contract/all-errors';
import { allRoutes } from '@pamong/contract/all-routes';
import { ApiBed } from '../testing/api-bed.js';

describe('GET /api/docs', () => {
  let bed: ApiBed;

  beforeAll(async () => {
    bed = await ApiBed.open();
  });

  afterAll(() => bed.close());

  it('shows every route with its permission and its errors on a page without script', async () => {
    const page = await bed.app.inject({ url: '/api/docs' });
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    for (const route of Object.values(allRoutes).flatMap((routes) => Object.values(routes) as { path: string; summary: string; errors: readonly string[] }[])) {
      expect(page.body).toContain(`/api${route.path.replace(/:(\w+)/g, '{$1}')}`);
      for (const code of route.errors) expect(page.body).toContain(code);
    }
    expect(page.body).toContain('certificate.revoke on certificate');
    expect(page.body).not.toMatch(/<script|onclick/);
  });

  it('serves the document with named schemas, every reference of which exists', async () => {
    const answer = await bed.app.inject({ url: '/api/docs/openapi.json' });
    const document = answer.json<{ openapi: string; components: { schemas: Record<string, unknown> } }>();
    expect(document.openapi).toBe('3.1.0');
    const names = [...answer.body.matchAll(/#\/components\/schemas\/(\w+)/g)].map((match) => match[1] ?? '');
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => document.components.schemas[name] === undefined)).toEqual([]);
    expect(JSON.stringify(document.components.schemas['Problem'])).toContain(Object.keys(allErrors)[0]);
    const again = await bed.app.inject({ url: '/api/docs/openapi.json', headers: { 'if-none-match': String(answer.headers.etag) } });
    expect(again.statusCode).toBe(304);
  });
});

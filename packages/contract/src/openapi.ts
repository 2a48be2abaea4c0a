import type * as z from 'zod';
import { allErrors } from './all-errors.js';
import { allRoutes } from './all-routes.js';
import type { Route } from './kernel/route.js';
import { ComponentSchemas } from './openapi-schemas.js';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description of every route, schema, error and permission, made from the contract alone. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  const schemas = new ComponentSchemas();
  for (const [feature, routes] of Object.entries(allRoutes as Record<string, Record<string, Route>>)) {
    for (const [name, route] of Object.entries(routes)) {
      const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`;
      (paths[path] ??= {})[route.method.toLowerCase()] = operation(schemas, feature, name, route);
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Pamong', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { ...sorted(schemas.components), Problem: problemSchema() },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'pamong_session' } },
    },
  };
}

function operation(schemas: ComponentSchemas, feature: string, name: string, route: Route): Json {
  const parameters = [...parametersOf(schemas, 'path', route.params), ...parametersOf(schemas, 'query', route.query)];
  return {
    operationId: `${feature}.${name}`,
    tags: [feature],
    summary: route.summary,
    'x-permission': typeof route.access === 'string' ? route.access : `${route.access.permission} on ${route.access.scope}`,
    ...(route.access === 'public' ? {} : { security: [{ session: [] }] }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(route.body === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: schemas.schemaOf(route.body, 'input') } } } }),
    responses: { [route.status]: success(schemas, route), ...problemsOf(route) },
  };
}

function success(schemas: ComponentSchemas, route: Route): Json {
  if (route.status === 204) return { description: 'Done' };
  return { description: 'Success', content: { 'application/json': { schema: schemas.schemaOf(route.response, 'output') } } };
}

function problemsOf(route: Route): Json {
  const codes = new Set<keyof typeof allErrors>(route.errors);
  if (route.params ?? route.query ?? route.body) codes.add('INPUT_INVALID');
  if (route.access !== 'public') codes.add('SIGN_IN_REQUIRED');
  if (typeof route.access !== 'string') codes.add('NOT_ALLOWED');
  const byStatus = Map.groupBy(codes, (code) => allErrors[code].status);
  return Object.fromEntries(
    [...byStatus]
      .toSorted(([a], [b]) => a - b)
      .map(([status, group]) => [
        status,
        {
          description: group.map((code) => `\`${code}\`: ${allErrors[code].title}`).join('; '),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
  );
}

function parametersOf(schemas: ComponentSchemas, place: 'path' | 'query', schema: z.ZodType | undefined): Json[] {
  if (schema === undefined) return [];
  const found = schemas.schemaOf(schema, 'input');
  const name = typeof found['$ref'] === 'string' ? found['$ref'].replace('#/components/schemas/', '') : null;
  const json = (name === null ? found : schemas.components[name]) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (json.required ?? []).includes(name),
    schema: property,
  }));
}

function sorted(schemas: Record<string, Json>): Record<string, Json> {
  return Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => a.localeCompare(b)));
}

function problemSchema(): Json {
  return {
    type: 'object',
    description: 'RFC 9457 problem. `code` decides; `params` are the values in its sentence.',
    required: ['status', 'code', 'title', 'params'],
    properties: {
      status: { type: 'integer' },
      code: { type: 'string', enum: Object.keys(allErrors).toSorted() },
      title: { type: 'string' },
      params: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } },
      faults: {
        type: 'array',
        items: {
          type: 'object',
          required: ['path', 'code', 'message'],
          properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
        },
      },
      traceId: { type: 'string' },
    },
  };
}

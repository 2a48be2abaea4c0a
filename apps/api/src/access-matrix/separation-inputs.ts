import * as z from 'zod';

type Json = Readonly<Record<string, unknown>>;

/** Does a valid input of this schema name something by its id? */
export function namesIds(schema: z.ZodType | undefined): boolean {
  return schema !== undefined && JSON.stringify(shapeOf(schema)).includes('"format":"uuid"');
}

/** Which id a field asks for, by its name; null where nobody knows. */
export type IdOf = (field: string) => string | null;

/**
 * An input that the schema takes, with an id wherever one may stand, optional fields included; other optional fields are left out.
 * Null where the generator cannot make one: then the route needs an input by hand.
 */
export function inputNaming(schema: z.ZodType, idOf: IdOf): unknown {
  try {
    const made = valueFor(shapeOf(schema), '', idOf);
    return schema.safeParse(made).success ? made : null;
  } catch (error) {
    if (error instanceof UnknownId) return null;
    throw error;
  }
}

class UnknownId extends Error {}

function shapeOf(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
}

const holdsId = (shape: unknown) => JSON.stringify(shape).includes('"format":"uuid"');

function valueFor(shape: Json | boolean, field: string, idOf: IdOf): unknown {
  if (typeof shape === 'boolean') return undefined;
  if ('const' in shape) return shape['const'];
  if (Array.isArray(shape['enum'])) return (shape['enum'] as unknown[])[0];
  const choices = (shape['anyOf'] ?? shape['oneOf'] ?? shape['allOf']) as Json[] | undefined;
  if (choices !== undefined) return valueFor(choices.find(holdsId) ?? choices[0] ?? {}, field, idOf);
  switch (Array.isArray(shape['type']) ? shape['type'][0] : shape['type']) {
    case 'object':
      return objectFor(shape, idOf);
    case 'array':
      return Number(shape['minItems'] ?? 0) > 0 || holdsId(shape) ? [valueFor((shape['items'] ?? {}) as Json, field, idOf)] : [];
    case 'integer':
    case 'number':
      return Math.max(Number(shape['minimum'] ?? 1), 1);
    case 'boolean':
      return false;
    case 'string':
      return textFor(shape, field, idOf);
    default:
      return 'x';
  }
}

function objectFor(shape: Json, idOf: IdOf): Json {
  const required = new Set((shape['required'] ?? []) as string[]);
  const fields = Object.entries((shape['properties'] ?? {}) as Record<string, Json>);
  return Object.fromEntries(fields.filter(([name, field]) => required.has(name) || holdsId(field)).map(([name, field]) => [name, valueFor(field, name, idOf)]));
}

const formats: Readonly<Record<string, string>> = { date: '2030-01-31', 'date-time': '2030-01-31T00:00:00.000Z', email: 'orang@nc.example', uri: 'https://nc.example/' };

function textFor(shape: Json, field: string, idOf: IdOf): string {
  const format = typeof shape['format'] === 'string' ? shape['format'] : '';
  if (format !== 'uuid') return formats[format] ?? 'x'.repeat(Math.max(Number(shape['minLength'] ?? 1), 1));
  const id = idOf(field);
  if (id === null) throw new UnknownId(field);
  return id;
}

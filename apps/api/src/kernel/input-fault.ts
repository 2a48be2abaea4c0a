import type * as z from 'zod';
import type { Declared } from './endpoint.js';

/** One wrong field of an input, located from the root of the request: `body.modules.0.title`. */
export interface FieldFault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** Thrown with every fault of params, query and body together. */
export class InputFault extends Error {
  constructor(readonly faults: readonly FieldFault[]) {
    super('INPUT_INVALID');
    this.name = 'InputFault';
  }
}

/** Parses the declared parts of a request together, so that a caller sees all faults at once. */
export function parseInput(declared: Declared, raw: { params: unknown; query: unknown; body: unknown }): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  const faults: FieldFault[] = [];
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = declared[part];
    if (schema === undefined) continue;
    const parsed = schema.safeParse(raw[part]);
    if (parsed.success) input[part] = parsed.data;
    else faults.push(...parsed.error.issues.map((issue) => faultOf(part, issue)));
  }
  if (faults.length > 0) throw new InputFault(faults);
  return input;
}

function faultOf(part: string, issue: z.core.$ZodIssue): FieldFault {
  return { path: [part, ...issue.path.map(String)].join('.'), code: issue.code, message: issue.message };
}

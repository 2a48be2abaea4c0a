import { Readable } from 'node:stream';
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
    // A file where fields are expected. It is not looked into: what hangs on an open stream has no end.
    if (raw[part] instanceof Readable) {
      faults.push({ path: part, code: 'invalid_type', message: 'Invalid input: expected JSON, received a file' });
      continue;
    }
    const unfit = findUnfit(part, raw[part]);
    if (unfit !== null) {
      faults.push({ path: unfit, code: 'invalid_text', message: 'Invalid text: NUL or half of a surrogate pair' });
      continue;
    }
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

/** NUL, which PostgreSQL keeps nowhere, and half a surrogate pair, which no UTF-8 text has and jsonb refuses. */
const unfitText = /[\u0000\ud800-\udfff]/u;

interface Visited {
  readonly value: unknown;
  readonly name: string;
  readonly parent: Visited | null;
}

/** Where an input holds text that cannot be kept, in a value or a key. No recursion: a body may be as deep as it is long. */
function findUnfit(part: string, input: unknown): string | null {
  const waiting: Visited[] = [{ value: input, name: part, parent: null }];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (typeof at.value === 'string') {
      if (unfitText.test(at.value)) return pathTo(at);
    } else if (typeof at.value === 'object' && at.value !== null) {
      for (const [name, value] of Object.entries(at.value)) {
        if (unfitText.test(name)) return pathTo(at);
        if (typeof value === 'string' || typeof value === 'object') waiting.push({ value, name, parent: at });
      }
    }
  }
  return null;
}

function pathTo(visited: Visited): string {
  const names: string[] = [];
  for (let at: Visited | null = visited; at !== null; at = at.parent) names.unshift(at.name);
  return names.join('.');
}

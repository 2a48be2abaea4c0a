import * as z from 'zod';
import * as catalogue from './catalogue.js';
import * as certificates from './certificates.js';
import * as courseContent from './course-content.js';
import * as courseFindings from './course-findings.js';
import * as courses from './courses.js';
import * as enrolments from './enrolments.js';
import * as evaluation from './evaluation.js';
import * as imports from './imports.js';
import * as kernelSchemas from './kernel/schemas.js';
import * as learning from './learning.js';
import * as ledger from './ledger.js';
import * as media from './media.js';
import * as messages from './messages.js';
import * as questions from './questions.js';
import * as quizzes from './quizzes.js';
import * as session from './session.js';
import * as video from './video.js';

type Json = Record<string, unknown>;

/** Modules whose exported schemas become named components, under the name of the export. */
const modules: readonly Readonly<Record<string, unknown>>[] = [
  kernelSchemas, session, messages, courseContent, courseFindings, courses, catalogue, enrolments, learning, questions, quizzes, evaluation, media, video, certificates, ledger, imports,
];

const names = z.registry<{ id: string }>();
const taken = new Set<string>();
for (const module of modules) {
  for (const [name, value] of Object.entries(module)) {
    if (!(value instanceof z.ZodObject) || taken.has(name)) continue;
    taken.add(name);
    names.add(value, { id: name });
  }
}

/**
 * Turns zod schemas into JSON Schema, collecting named ones as components. A schema whose input differs from its output
 * (defaults, trimming) appears twice, the input with the suffix `Input`.
 */
export class ComponentSchemas {
  readonly components: Record<string, Json> = {};

  schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
    const json = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12', metadata: names }) as Json;
    const definitions = (json['$defs'] ?? {}) as Record<string, Json>;
    const own = names.get(schema)?.id;
    delete json['$defs'];
    delete json['$schema'];
    // A named schema comes as a bare reference to its own definition when another one needs it too.
    const all = own === undefined || own in definitions ? definitions : { ...definitions, [own]: json };
    const renamed = new Map(Object.entries(all).map(([name, definition]) => [name, this.nameFor(name, definition, io)]));
    for (const [name, definition] of Object.entries(all)) this.components[renamed.get(name) ?? name] ??= point(definition, renamed) as Json;
    return own === undefined ? (point(json, renamed) as Json) : { $ref: `#/components/schemas/${renamed.get(own) ?? own}` };
  }

  private readonly texts = new Map<string, string>();

  private nameFor(name: string, definition: Json, io: 'input' | 'output'): string {
    const text = JSON.stringify(definition, (key, value: unknown) => (key === 'id' || key === 'additionalProperties' ? undefined : value));
    const known = this.texts.get(name);
    if (known === undefined) this.texts.set(name, text);
    return known === undefined || known === text ? name : `${name}${io === 'input' ? 'Input' : 'Output'}`;
  }
}

/** Rewrites references to definitions so that they point to the components, and drops zod's own `id`. */
function point(value: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => point(one, renamed));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, part]): [string, unknown][] => {
    if (key === '$ref' && typeof part === 'string') {
      const name = part.replace('#/$defs/', '');
      return [[key, `#/components/schemas/${renamed.get(name) ?? name}`]];
    }
    if (key === 'id' && typeof part === 'string' && renamed.has(part)) return [];
    return [[key, point(part, renamed)]];
  });
  return Object.fromEntries(entries);
}

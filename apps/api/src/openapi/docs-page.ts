interface Operation {
  readonly summary: string;
  readonly 'x-permission': string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>> };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>> }>>;
}

/** What the page shows of the OpenAPI document. */
export interface ShownDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation & { readonly tags: readonly string[] }>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/**
 * The API's reference as one page without script: every route with its permission, what it takes and answers, its errors,
 * and every named schema. Programs read `openapi.json` beside it.
 */
export function docsPage(document: ShownDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));
  const byFeature = Map.groupBy(operations, ({ operation }) => operation.tags[0] ?? '');
  const features = [...byFeature].map(([feature, group]) => `<h2 id="${escape(feature)}">${escape(feature)}</h2>${group.map(operationHtml).join('')}`);
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) => `<details id="schema-${escape(name)}"><summary><code>${escape(name)}</code></summary><pre>${escape(JSON.stringify(schema, null, 2))}</pre></details>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Pamong API</title>
<link rel="stylesheet" href="/api/docs/style.css"></head><body><main>
<h1>Pamong API</h1>
<p>${operations.length} routes. Made from the contract that the running code validates with. For programs: <a href="/api/docs/openapi.json">openapi.json</a>.</p>
<nav>${[...byFeature.keys()].map((feature) => `<a href="#${escape(feature)}">${escape(feature)}</a>`).join(' ')} <a href="#schemas">schemas</a></nav>
${features.join('')}
<h2 id="schemas">schemas</h2>${schemas.join('')}
</main></body></html>`;
}

function operationHtml({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const answers = Object.entries(operation.responses).map(([status, response]) => {
    const schema = Object.values(response.content ?? {})[0]?.schema;
    return `<tr><th scope="row">${escape(status)}</th><td>${escape(response.description)}${status.startsWith('2') ? ` ${schemaLink(schema)}` : ''}</td></tr>`;
  });
  return `<section><h3><span>${escape(method.toUpperCase())}</span> <code>${escape(path)}</code></h3>
<p>${escape(operation.summary)}. <b>${escape(operation['x-permission'])}</b></p>
${body === undefined ? '' : `<p>Takes ${schemaLink(body) || 'an object, see openapi.json'}</p>`}
<table><tbody>${answers.join('')}</tbody></table></section>`;
}

function schemaLink(schema: { readonly $ref?: string } | undefined): string {
  const name = schema?.$ref?.replace('#/components/schemas/', '');
  return name === undefined ? '' : `<a href="#schema-${escape(name)}">${escape(name)}</a>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export const docsStyle = `
:root { color-scheme: light dark; font: 16px/1.55 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
h2 { margin-top: 2.5rem; } h3 { margin: 1.5rem 0 .25rem; font-size: 1rem; overflow-wrap: anywhere; }
h3 span { display: inline-block; min-width: 4.5rem; }
section p { margin: .25rem 0; } table { border-collapse: collapse; font-size: .9rem; }
th, td { padding: .2rem .8rem .2rem 0; text-align: start; vertical-align: top; }
pre { overflow-x: auto; font-size: .85rem; } summary { padding: .3rem 0; cursor: pointer; }
`;

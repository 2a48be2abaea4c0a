/**
 * The child process that runs Typst. It stands alone (npm and node imports only, erasable types only), because tests start
 * this very source with Node's type stripping while production starts the compiled file.
 * It lives for a limited number of documents: the compiler leaks about 0.1 MB for each (see typst-renderer.ts).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** From the renderer: fonts once, then one message a document. `source` and `files` are sent only when the child lacks them. */
export type ToChild =
  | { kind: 'fonts'; paths: string[] }
  | { kind: 'template'; name: string; source: string }
  | { kind: 'file'; path: string; content: Uint8Array }
  | { kind: 'render'; id: number; template: string; data: string };

/** Back to the renderer. `rss` is the resident memory of the child in bytes after the document. */
export type FromChild = { id: number; rss: number; pdf: Uint8Array } | { id: number; rss: number; error: string };

const require = createRequire(import.meta.url);
const typst = require('@myriaddreamin/typst-ts-node-compiler') as { NodeCompiler: typeof NodeCompiler };

/** A folder that does not exist: templates see the files sent to them and nothing of this machine. */
const WORKSPACE = resolve('/pamong-documents');

const templates = new Map<string, string>();
let compiler: NodeCompiler | undefined;

function render(template: string, data: string): Uint8Array {
  const source = templates.get(template);
  if (!compiler || source === undefined) throw new Error(`Template ${template} was not sent before it was used`);
  const compiled = compiler.compile({ mainFileContent: source, inputs: { data } });
  if (!compiled.result) {
    const failure = compiled.takeDiagnostics();
    throw new Error(`Typst refused ${template}: ${JSON.stringify(failure?.shortDiagnostics ?? 'no diagnostics')}`);
  }
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2b' });
  // Keeps what the fixed template shares between documents and lets go of what one document needed.
  compiler.evictCache(10);
  return pdf;
}

function receive(message: ToChild): void {
  switch (message.kind) {
    case 'fonts':
      compiler = typst.NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: message.paths.map((path) => readFileSync(path)) }] });
      return;
    case 'template':
      templates.set(message.name, message.source);
      return;
    case 'file':
      compiler?.mapShadow(join(WORKSPACE, message.path), Buffer.from(message.content));
      return;
    case 'render':
      answer(message.id, message.template, message.data);
  }
}

function answer(id: number, template: string, data: string): void {
  const reply = (body: { pdf: Uint8Array } | { error: string }): void => {
    const message: FromChild = { id, rss: process.memoryUsage.rss(), ...body };
    process.send?.(message);
  };
  try {
    reply({ pdf: render(template, data) });
  } catch (error) {
    reply({ error: error instanceof Error ? error.message : String(error) });
  }
}

process.on('message', receive);
// The parent is gone or has closed the channel: nobody waits for an answer any more.
process.on('disconnect', () => process.exit(0));
// Ctrl C reaches the whole process group; the parent decides when the child leaves.
process.on('SIGINT', () => undefined);

import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { documentFonts } from './fonts.js';
import type { FromChild, ToChild } from './typst.child.js';

/** A picture that a template reads by its path, for example "/emblem-3fa2.svg". A path always holds the same content. */
export interface DocumentFile {
  path: string;
  content: Uint8Array;
}

/** A template with a name that is unique for its source, and the pictures that belong to it. */
export interface DocumentTemplate {
  /** Changes whenever the source changes, for example "certificate-1". */
  name: string;
  /** Typst source. Data is read from `json(bytes(sys.inputs.data))` and never pasted into it. */
  source: string;
  /** Pictures of the template itself. */
  files?: readonly DocumentFile[];
}

/** One document to be rendered. `data` must survive JSON. */
export interface DocumentRequest {
  template: DocumentTemplate;
  data: unknown;
  files?: readonly DocumentFile[];
}

/** Why a child ended before it answered; the renderer decides whether to try again. */
export class TypstProcessEnded extends Error {
  constructor(
    message: string,
    /** True when the child was killed because this document broke a limit: a second try would break it again. */
    readonly byLimit: boolean,
  ) {
    super(message);
  }
}

// The same folder holds typst.child.ts in tests and typst.child.js in a build.
const CHILD = fileURLToPath(new URL(`./typst.child.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url));

/** How often the memory of a child at work is looked at. */
const WATCH_MS = 250;
const PAGE_BYTES = 4096;

/** What one document may cost before its child is killed. */
export interface DocumentLimits {
  timeLimitMs: number;
  memoryLimitBytes: number;
}

interface Pending {
  id: number;
  resolve: (pdf: Buffer) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
  watch: NodeJS.Timeout;
}

/** One Typst child: at most one document at a time, killed when a document takes too long or too much memory. */
export class TypstProcess {
  private readonly child: ChildProcess;
  private readonly templates = new Set<string>();
  private readonly files = new Set<string>();
  private pending: Pending | undefined;
  private sent = 0;
  /** Documents finished by this child. */
  documents = 0;
  /** Resident memory in bytes after the last document. */
  rss = 0;
  alive = true;

  constructor(private readonly limits: DocumentLimits) {
    this.child = fork(CHILD, [], {
      serialization: 'advanced',
      // Test runners pass flags (inspector, VM modules) that the child must not inherit.
      execArgv: ['--no-warnings'],
      env: { PATH: '' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.child.on('message', (message) => this.receive(message as FromChild));
    this.child.on('error', (error) => this.end(new TypstProcessEnded(`Typst child failed: ${error.message}`, false)));
    this.child.on('exit', (code, signal) => this.end(new TypstProcessEnded(`Typst child ended (${signal ?? code})`, false)));
    // An idle child keeps nobody alive: a script that forgets to close the renderer still ends.
    this.child.unref();
    this.child.channel?.unref();
    this.send({ kind: 'fonts', paths: documentFonts() });
  }

  /** Process id, for logs and for tests that kill it. */
  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Renders one document to PDF/A-2b. */
  render({ template, data, files = [] }: DocumentRequest): Promise<Buffer> {
    if (this.pending) throw new Error('A Typst child renders one document at a time');
    this.sent += 1;
    const id = this.sent;
    return new Promise<Buffer>((resolve, reject) => {
      const { timeLimitMs } = this.limits;
      const timer = setTimeout(() => this.kill(`Document took longer than ${timeLimitMs} ms`), timeLimitMs);
      const watch = setInterval(() => this.watchMemory(), WATCH_MS);
      this.pending = { id, resolve, reject, timer, watch };
      this.child.ref();
      this.child.channel?.ref();
      if (!this.templates.has(template.name)) this.send({ kind: 'template', name: template.name, source: template.source });
      this.templates.add(template.name);
      for (const file of [...(template.files ?? []), ...files]) {
        if (!this.files.has(file.path)) this.send({ kind: 'file', path: file.path, content: file.content });
        this.files.add(file.path);
      }
      this.send({ kind: 'render', id, template: template.name, data: JSON.stringify(data) });
    });
  }

  /** Ends the child; a document under way is rejected as having broken a limit. */
  kill(reason: string): void {
    this.end(new TypstProcessEnded(reason, true));
    this.child.kill('SIGKILL');
  }

  private watchMemory(): void {
    const { memoryLimitBytes } = this.limits;
    if (residentBytes(this.child.pid) > memoryLimitBytes) this.kill(`Document took more than ${memoryLimitBytes} bytes of memory`);
  }

  private send(message: ToChild): void {
    if (this.child.connected) this.child.send(message);
  }

  private receive(message: FromChild): void {
    const pending = this.pending;
    if (!pending || pending.id !== message.id) return;
    this.rss = message.rss;
    this.documents += 1;
    this.settle();
    if ('pdf' in message) pending.resolve(Buffer.from(message.pdf.buffer, message.pdf.byteOffset, message.pdf.byteLength));
    else pending.reject(new Error(message.error));
  }

  private end(error: TypstProcessEnded): void {
    this.alive = false;
    const pending = this.pending;
    this.settle();
    pending?.reject(error);
  }

  private settle(): void {
    clearTimeout(this.pending?.timer);
    clearInterval(this.pending?.watch);
    this.pending = undefined;
    this.child.unref();
    this.child.channel?.unref();
  }
}

/** Resident memory of a process; 0 where the system has no /proc, and only the time limit protects. */
function residentBytes(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}

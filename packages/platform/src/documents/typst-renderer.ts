import { availableParallelism } from 'node:os';
import { TypstProcess, TypstProcessEnded } from './typst-process.js';
import type { DocumentLimits, DocumentRequest } from './typst-process.js';

/** Limits of the renderer; the defaults suit certificates. */
export interface RendererLimits extends DocumentLimits {
  /** Children at once. */
  processes: number;
  /** Documents after which a child is replaced: Typst leaks about 0.1 MB for each. */
  documentsPerProcess: number;
  /** Resident bytes after which an idle child is replaced; below the limit of one document. */
  recycleAtBytes: number;
}

const DEFAULTS: RendererLimits = {
  processes: Math.max(1, Math.min(4, availableParallelism() - 1)),
  documentsPerProcess: 2000,
  timeLimitMs: 20_000,
  recycleAtBytes: 600 * 1024 * 1024,
  memoryLimitBytes: 1024 * 1024 * 1024,
};

interface Waiting {
  request: DocumentRequest;
  retried: boolean;
  resolve: (pdf: Buffer) => void;
  reject: (error: Error) => void;
}

/**
 * Renders documents with Typst in recycled child processes: requests wait in line, a child that dies is replaced and its document
 * is tried once more, a document that breaks the time limit fails alone. Children start with the first document.
 */
export class TypstRenderer {
  private readonly limits: RendererLimits;
  private readonly idle: TypstProcess[] = [];
  private readonly busy = new Set<TypstProcess>();
  private readonly queue: Waiting[] = [];
  private closed = false;

  constructor(limits: Partial<RendererLimits> = {}) {
    this.limits = { ...DEFAULTS, ...limits };
  }

  /**
   * Renders one PDF/A-2b document.
   * @throws Error with Typst's own diagnostics when the template fails, TypstProcessEnded when a limit is broken
   */
  render(request: DocumentRequest): Promise<Buffer> {
    if (this.closed) return Promise.reject(new Error('The document renderer is closed'));
    return new Promise<Buffer>((resolve, reject) => {
      this.queue.push({ request, retried: false, resolve, reject });
      this.next();
    });
  }

  /** Process ids of the children that live now. */
  pids(): number[] {
    return [...this.idle, ...this.busy].flatMap((process) => (process.alive && process.pid !== undefined ? [process.pid] : []));
  }

  /** Ends every child. Documents under way and waiting are rejected. */
  close(): void {
    this.closed = true;
    for (const waiting of this.queue.splice(0)) waiting.reject(new Error('The document renderer is closed'));
    for (const process of [...this.idle.splice(0), ...this.busy]) process.kill('The document renderer is closed');
    this.busy.clear();
  }

  private next(): void {
    if (this.queue.length === 0 || this.busy.size >= this.limits.processes) return;
    const waiting = this.queue.shift();
    if (!waiting) return;
    const process = this.take();
    this.busy.add(process);
    process.render(waiting.request).then(
      (pdf) => {
        this.release(process);
        waiting.resolve(pdf);
      },
      (error: Error) => {
        this.release(process);
        this.failed(waiting, error);
      },
    );
  }

  private take(): TypstProcess {
    while (this.idle.length > 0) {
      const process = this.idle.pop();
      if (process?.alive) return process;
    }
    return new TypstProcess(this.limits);
  }

  private release(process: TypstProcess): void {
    this.busy.delete(process);
    const worn = process.documents >= this.limits.documentsPerProcess || process.rss >= this.limits.recycleAtBytes;
    if (worn || this.closed) process.kill('Recycled');
    else if (process.alive) this.idle.push(process);
    // After the answer has been handed on, so that a waiting caller is not served within another caller's stack.
    queueMicrotask(() => this.next());
  }

  private failed(waiting: Waiting, error: Error): void {
    const worthAnotherTry = error instanceof TypstProcessEnded && !error.byLimit && !waiting.retried && !this.closed;
    if (!worthAnotherTry) return waiting.reject(error);
    this.queue.unshift({ ...waiting, retried: true });
    this.next();
  }
}

import { ApiProblem, NetworkProblem } from '@pamong/contract/client';

/** `clean`: nothing to save, since `at` (null: nothing was saved yet). `stopped`: saving would not help until the person acts. */
export type SaveState =
  | { readonly kind: 'clean'; readonly at: Date | null }
  | { readonly kind: 'waiting' | 'saving' }
  | { readonly kind: 'retrying'; readonly error: unknown }
  | { readonly kind: 'invalid'; readonly error: unknown }
  | { readonly kind: 'stopped'; readonly error: unknown };

export interface AutosaveOptions<Change> {
  /** What the editor has seen. */
  readonly revision: number;
  /** Sends the collected change; answers the revision that the server made of it. */
  readonly save: (change: Change, revision: number, leaving: boolean) => Promise<{ readonly revision: number }>;
  readonly delayMs?: number;
  readonly retryMs?: number;
}

/**
 * Collects changes and sends them one request after the other, each with the revision it was made on. A lost network is
 * tried again until it is back; when somebody else was faster, saving stops and what was typed stays.
 */
export class Autosave<Change extends object> {
  private pending: Change | null = null;
  private sending: Change | null = null;
  private revision: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private current: SaveState = { kind: 'clean', at: null };
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: AutosaveOptions<Change>) {
    this.revision = options.revision;
  }

  readonly state = (): SaveState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Is there anything that the server does not have? */
  get unsaved(): boolean {
    return this.pending !== null || this.sending !== null;
  }

  /** Adds to what will be saved; later values of a field replace earlier ones. */
  push(change: Change): void {
    this.pending = { ...this.pending, ...change };
    if (this.current.kind === 'stopped') return;
    if (this.sending === null) this.tell({ kind: 'waiting' });
    this.schedule(this.options.delayMs ?? 900);
  }

  /** After a conflict: what was typed is saved over the state that the author has now seen. */
  overwrite(revision: number): void {
    this.revision = revision;
    this.tell({ kind: 'waiting' });
    this.schedule(0);
  }

  /** Saves now what waits: before leaving, or when the network is back. */
  flush(leaving = false): void {
    clearTimeout(this.timer);
    if (this.current.kind !== 'stopped') void this.send(leaving);
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(false), ms);
  }

  private async send(leaving: boolean): Promise<void> {
    if (this.sending !== null || this.pending === null) return;
    this.sending = this.pending;
    this.pending = null;
    this.tell({ kind: 'saving' });
    try {
      this.revision = (await this.options.save(this.sending, this.revision, leaving)).revision;
      this.sending = null;
      this.tell(this.pending === null ? { kind: 'clean', at: new Date() } : { kind: 'waiting' });
      if (this.pending !== null) this.schedule(0);
    } catch (error) {
      // Newer values win over the ones that were not taken.
      this.pending = Object.assign({}, this.sending, this.pending);
      this.sending = null;
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    if (error instanceof NetworkProblem || (error instanceof ApiProblem && error.problem.status >= 500)) {
      this.tell({ kind: 'retrying', error });
      this.schedule(this.options.retryMs ?? 4_000);
    } else if (error instanceof ApiProblem && (error.problem.status === 400 || error.problem.status === 422 || error.code === 'COURSE_CODE_TAKEN')) {
      // Sent again with the next keystroke, which may mend it.
      this.tell({ kind: 'invalid', error });
    } else {
      this.tell({ kind: 'stopped', error });
    }
  }

  private tell(state: SaveState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}

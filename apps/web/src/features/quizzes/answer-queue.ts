import { ApiProblem } from '@pamong/contract/client';

/** What a learner chose, waiting for the server to acknowledge it. */
export interface WaitingAnswer {
  readonly questionId: string;
  readonly choice: readonly string[];
}

export interface SavedAt {
  readonly questionId: string;
  readonly savedAt: string;
}

/** Keeps waiting answers where a reload and a killed tab do not reach them. */
export interface AnswerStore {
  read(): readonly WaitingAnswer[];
  write(waiting: readonly WaitingAnswer[]): void;
}

export interface AnswerQueueOptions {
  readonly store: AnswerStore;
  readonly send: (answer: WaitingAnswer) => Promise<SavedAt>;
  readonly onSaved: (saved: SavedAt) => void;
  /** The server refused for good: the attempt is closed, or the answer is not one. */
  readonly onRefused: (error: ApiProblem) => void;
  readonly onWaiting: (count: number) => void;
  /** Milliseconds before the next try after the network failed. */
  readonly retryAfter?: number;
}

/**
 * Sends answers one after the other, the latest of each question only, until the server has acknowledged them.
 * An answer leaves the store only then; without a network they wait and are tried again.
 */
export class AnswerQueue {
  private waiting: WaitingAnswer[];
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  constructor(private readonly options: AnswerQueueOptions) {
    this.waiting = [...options.store.read()];
  }

  get pending(): readonly WaitingAnswer[] {
    return this.waiting;
  }

  /** Takes an answer; an older one to the same question that still waits is replaced. */
  add(answer: WaitingAnswer): void {
    this.keep([...this.waiting.filter((one) => one.questionId !== answer.questionId), answer]);
    void this.flush();
  }

  /** Tries to send everything now. Resolves when the queue is empty or the network failed. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    if (this.waiting.length > 0 && !this.closed) this.running ??= this.run();
    return this.running ?? Promise.resolve();
  }

  /** Begins to send, also after `close`: React mounts an effect twice in development. */
  open(): void {
    this.closed = false;
    void this.flush();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    for (let next = this.waiting[0]; next !== undefined && !this.closed; next = this.waiting[0]) {
      if (!(await this.deliver(next))) break;
    }
    // Together with the last look at the queue: an answer that comes a moment later starts a run of its own.
    this.running = null;
  }

  /** @returns false when the network failed, and another try is on its way */
  private async deliver(sent: WaitingAnswer): Promise<boolean> {
    try {
      const saved = await this.options.send(sent);
      this.keep(this.waiting.filter((one) => one !== sent));
      this.options.onSaved(saved);
    } catch (error) {
      if (!(error instanceof ApiProblem && isFinal(error))) {
        this.timer = setTimeout(() => void this.flush(), this.options.retryAfter ?? 3_000);
        return false;
      }
      this.keep(this.waiting.filter((one) => one !== sent));
      this.options.onRefused(error);
    }
    return true;
  }

  private keep(waiting: WaitingAnswer[]): void {
    this.waiting = waiting;
    this.options.store.write(waiting);
    this.options.onWaiting(waiting.length);
  }
}

/** Trying again would get the same answer; a busy server or an ended session is not final. */
function isFinal({ problem }: ApiProblem): boolean {
  return problem.status >= 400 && problem.status < 500 && problem.code !== 'SIGN_IN_REQUIRED' && problem.code !== 'TOO_MANY_REQUESTS';
}

/** A store in the browser's local storage, one entry an attempt; where storage is refused, it lasts as long as the page. */
export function localStore(attemptId: string): AnswerStore {
  const key = `pamong.answers.${attemptId}`;
  let memory: readonly WaitingAnswer[] = [];
  return {
    read: () => {
      try {
        return JSON.parse(localStorage.getItem(key) ?? '[]') as WaitingAnswer[];
      } catch {
        return memory;
      }
    },
    write: (waiting) => {
      memory = waiting;
      try {
        if (waiting.length === 0) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(waiting));
      } catch {
        // Storage is full or switched off; the answers still wait in memory.
      }
    },
  };
}

/** Called with the parsed data of one message. */
export type LiveHandler = (data: unknown) => void;

interface Subscription {
  readonly topic: string;
  readonly handler: LiveHandler;
  readonly onResume: (() => void) | undefined;
}

/** A phone that was put away closes its connection after this; the API then holds no dead listeners. */
const HIDDEN_MS = 30_000;
/** Pages that follow one another share the connection instead of opening a new one each. */
const IDLE_MS = 5_000;

/**
 * One EventSource for the whole page, opened with the first subscription. Messages are named by topic and carry JSON.
 * A message may be lost while the line is down: after every reopening each subscriber's `onResume` runs, so that it reads the present state.
 */
export class LiveConnection {
  private source: EventSource | null = null;
  private readonly subscriptions = new Set<Subscription>();
  private readonly topics = new Set<string>();
  private idle: ReturnType<typeof setTimeout> | undefined;
  private hidden: ReturnType<typeof setTimeout> | undefined;
  private openedBefore = false;

  constructor(private readonly connect: () => EventSource) {}

  /** @returns how to end the subscription */
  subscribe(topic: string, handler: LiveHandler, onResume?: () => void): () => void {
    const subscription = { topic, handler, onResume };
    this.subscriptions.add(subscription);
    clearTimeout(this.idle);
    if (this.source) this.listenTo(topic);
    else this.open();
    return () => {
      this.subscriptions.delete(subscription);
      if (this.subscriptions.size === 0) this.idle = setTimeout(() => this.close(), IDLE_MS);
    };
  }

  /** Call when the page is hidden or shown again. */
  visibility(visible: boolean): void {
    clearTimeout(this.hidden);
    if (!visible) this.hidden = setTimeout(() => this.close(), HIDDEN_MS);
    else if (!this.source && this.subscriptions.size > 0) this.open();
  }

  /** Hangs up until somebody subscribes again or the page is shown anew. */
  close(): void {
    this.source?.close();
    this.source = null;
    if (this.subscriptions.size === 0) this.openedBefore = false;
  }

  private open(): void {
    this.source = this.connect();
    this.topics.clear();
    this.source.addEventListener('open', () => {
      if (this.openedBefore) for (const { onResume } of this.subscriptions) onResume?.();
      this.openedBefore = true;
    });
    for (const { topic } of this.subscriptions) this.listenTo(topic);
  }

  private listenTo(topic: string): void {
    if (this.topics.has(topic)) return;
    this.topics.add(topic);
    this.source?.addEventListener(topic, (event: MessageEvent<string>) => {
      const data: unknown = event.data ? JSON.parse(event.data) : null;
      for (const subscription of [...this.subscriptions]) if (subscription.topic === topic) subscription.handler(data);
    });
  }
}

import pg from 'pg';
import type { Logger } from '../log/logger.js';

/** What a subscriber of a channel is told. */
export interface NotificationHandler {
  /** A NOTIFY arrived; the text is what the sender passed, at most 7,999 bytes. */
  readonly onMessage: (text: string) => void;
  /** The connection had been lost and is back: messages in between are gone, so read the state afresh. */
  readonly onGap?: () => void;
}

export interface NotificationsOptions {
  readonly url: string;
  readonly logger: Logger;
  readonly applicationName?: string;
  /** How often the connection is asked for a sign of life, in milliseconds; TCP alone takes minutes to notice. Default 20 s. */
  readonly probeMs?: number;
  /** How long a sign of life may take before the connection counts as lost. Default 5 s. */
  readonly probePatienceMs?: number;
}

const firstRetryMs = 100;
const lastRetryMs = 2_000;
const defaultPatienceMs = 5_000;

/**
 * The process's one connection for LISTEN, shared by the outbox relay, live messages and caches.
 * It outlives restarts of the database: it connects again, listens again and tells every subscriber about the gap.
 */
export class Notifications {
  private readonly channels = new Map<string, Set<NotificationHandler>>();
  private client: pg.Client | undefined;
  private connecting: Promise<void> | undefined;
  private probe: NodeJS.Timeout | undefined;
  private retry: NodeJS.Timeout | undefined;
  private retryMs = firstRetryMs;
  private asking: Promise<unknown> = Promise.resolve();
  private closed = false;
  private connectedBefore = false;

  constructor(private readonly options: NotificationsOptions) {}

  /** Connects. Rejects when the database is not there; from then on the connection mends itself. */
  async start(): Promise<void> {
    this.connecting ??= this.connect();
    await this.connecting;
  }

  /**
   * Subscribes to a channel.
   * @param channel a constant of the code: lower-case letters and underscores
   * @returns ends the subscription
   */
  onNotify(channel: string, handler: NotificationHandler): () => void {
    if (!/^[a-z_]{1,63}$/.test(channel)) throw new Error(`Not a channel name: ${channel}`);
    const handlers = this.channels.get(channel);
    if (handlers) handlers.add(handler);
    else {
      this.channels.set(channel, new Set([handler]));
      this.listen(channel);
    }
    return () => {
      this.channels.get(channel)?.delete(handler);
    };
  }

  private get patienceMs(): number {
    return this.options.probePatienceMs ?? defaultPatienceMs;
  }

  /** Whether messages can arrive at this moment. */
  get connected(): boolean {
    return this.client !== undefined;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    clearInterval(this.probe);
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.url,
      application_name: this.options.applicationName ?? 'pamong-notifications',
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: this.patienceMs,
    });
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, undefined));
    client.on('notification', (message) => {
      for (const handler of this.channels.get(message.channel) ?? []) this.tell(() => handler.onMessage(message.payload ?? ''));
    });
    await client.connect();
    if (this.closed) return void client.end().catch(() => undefined);
    try {
      for (const channel of this.channels.keys()) await client.query(`listen "${channel}"`);
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
    this.client = client;
    this.asking = Promise.resolve();
    this.retryMs = firstRetryMs;
    this.probe = setInterval(() => void this.check(client), this.options.probeMs ?? 20_000);
    this.probe.unref();
    // Again, for a channel that was subscribed to while we were connecting; listening twice is listening once.
    for (const channel of this.channels.keys()) this.listen(channel);
    if (this.connectedBefore) this.announceGap();
    this.connectedBefore = true;
  }

  private listen(channel: string): void {
    const client = this.client;
    if (client) this.ask(client, `listen "${channel}"`).catch((error: unknown) => this.lost(client, error));
  }

  /** One statement after the other: a client of pg takes no second one while it works on the first. */
  private ask(client: pg.Client, sql: string): Promise<unknown> {
    this.asking = this.asking.then(() => client.query(sql));
    const answer = this.asking;
    this.asking = answer.catch(() => undefined);
    return answer;
  }

  private announceGap(): void {
    for (const handlers of this.channels.values()) {
      for (const handler of handlers) this.tell(() => handler.onGap?.());
    }
  }

  /** One subscriber's fault must not keep the message from the others. */
  private tell(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.options.logger.error({ err: error }, 'A subscriber of database notifications failed');
    }
  }

  private async check(client: pg.Client): Promise<void> {
    const patience = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('No answer')), this.patienceMs).unref();
    });
    try {
      await Promise.race([this.ask(client, 'select 1'), patience]);
    } catch (error) {
      this.lost(client, error);
    }
  }

  private lost(client: pg.Client, error: unknown): void {
    if (this.closed || this.client !== client) return;
    this.options.logger.warn({ reason: error instanceof Error ? error.message : undefined }, 'Lost the connection for database notifications; connecting again');
    this.client = undefined;
    clearInterval(this.probe);
    void client.end().catch(() => undefined);
    this.reconnectLater();
  }

  private reconnectLater(): void {
    if (this.closed) return;
    this.retry = setTimeout(() => {
      this.connect().catch((error: unknown) => {
        this.options.logger.debug({ err: error }, 'The database is not back yet');
        this.reconnectLater();
      });
    }, this.retryMs);
    this.retryMs = Math.min(this.retryMs * 2, lastRetryMs);
  }
}

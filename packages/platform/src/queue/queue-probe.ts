import type { Redis } from 'ioredis';
import type { Database } from '../database/database.js';

/** Says whether jobs can be queued, for processes that never queue any themselves: their work waits in the outbox. */
export class QueueProbe {
  private redis: Redis | undefined;

  constructor(
    private readonly database: Database,
    private readonly redisUrl: string | undefined,
  ) {}

  /** @throws when the queue's server is away or its tables are missing */
  async check(): Promise<void> {
    if (this.redisUrl === undefined) await this.database.query('select 1 from bullmq.job limit 1');
    else await (await this.client(this.redisUrl)).ping();
  }

  async close(): Promise<void> {
    this.redis?.disconnect();
  }

  /** Loaded on first use: without Redis the API does without its driver, too. */
  private async client(url: string): Promise<Redis> {
    const { Redis } = await import('ioredis');
    if (!this.redis) {
      this.redis = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: true, connectionName: 'pamong-probe' });
      // The failed ping carries the reason; without a listener the client would print it as well.
      this.redis.on('error', () => undefined);
      await this.redis.connect();
    }
    return this.redis;
  }
}

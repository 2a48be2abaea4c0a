import type { Database } from '../database/database.js';
import type { Notifications } from '../live/notifications.js';
import type { Logger } from '../log/logger.js';
import type { QueueName } from '../outbox/job.js';
import type { HandlerRegistry } from './handler-registry.js';
import { JobQueues } from './job-queues.js';
import { JobRunner } from './job-runner.js';
import { OutboxRelay } from './outbox-relay.js';
import { openQueueBackend } from './queue-backend.js';
import type { QueueBackend } from './queue-backend.js';
import type { ScheduleDefinition } from './schedule.js';

export interface QueueSystemOptions {
  readonly database: Database;
  readonly notifications: Notifications;
  readonly logger: Logger;
  readonly registry: HandlerRegistry;
  readonly databaseUrl: string;
  /** Set: jobs live in this Redis. Absent: in PostgreSQL. */
  readonly redisUrl?: string | undefined;
  /** Jobs side by side in this process, a queue. */
  readonly concurrency: Readonly<Record<QueueName, number>>;
  /** Milliseconds for which a relay holds the rows it took. */
  readonly leaseMs?: number;
}

/** Everything a worker process needs to turn outbox rows into calls of handlers. */
export class QueueSystem {
  readonly queues: JobQueues;
  private readonly backend: QueueBackend;
  private readonly runner: JobRunner;
  private readonly relay: OutboxRelay;

  constructor(options: QueueSystemOptions) {
    const { logger, registry } = options;
    this.backend = openQueueBackend(options);
    this.queues = new JobQueues(this.backend, logger);
    this.runner = new JobRunner({ backend: this.backend, registry, logger, concurrency: options.concurrency });
    this.relay = new OutboxRelay({ ...options, queues: this.queues });
  }

  /** Begins to relay and to run; the registry must be complete. */
  async start(schedules: readonly ScheduleDefinition[] = []): Promise<void> {
    await this.runner.start();
    await this.queues.applySchedules(schedules);
    this.relay.start();
  }

  /** Takes nothing new, lets running jobs finish for `patienceMs` and gives the rest back. */
  async stop(patienceMs?: number): Promise<void> {
    await Promise.all([this.relay.stop(), this.runner.stop(patienceMs)]);
  }

  /** Closes the connections; after `stop`. */
  async close(): Promise<void> {
    await this.queues.close();
    await this.backend.close();
  }
}

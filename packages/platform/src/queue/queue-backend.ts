import { createPostgresBackend, createRedisBackend } from 'bullmq';
import type { BackendFactory, IQueueBackend } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Logger } from '../log/logger.js';

/** Where BullMQ keeps its jobs; everything above this file is the same for both kinds. */
export interface QueueBackend {
  readonly kind: 'postgres' | 'redis';
  /** What BullMQ's own classes take as `connection`, with the factory and the key prefix beside it. */
  readonly connection: unknown;
  readonly factory: BackendFactory<IQueueBackend, unknown>;
  readonly prefix: string;
  /** Answers when jobs can be put and fetched. @throws when the server is away or its tables are missing */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface QueueBackendOptions {
  readonly databaseUrl: string;
  /** Set: jobs live in this Redis or Valkey. Absent: in PostgreSQL. */
  readonly redisUrl?: string | undefined;
  readonly logger: Logger;
  /** Separates installations that share one Redis; PostgreSQL separates them by database. */
  readonly prefix?: string;
  /** PostgreSQL: connections at most. Each running queue holds one for LISTEN. */
  readonly poolSize?: number;
}

/** Opens the backend that the configuration names. */
export function openQueueBackend(options: QueueBackendOptions): QueueBackend {
  return options.redisUrl === undefined ? postgresBackend(options) : redisBackend(options, options.redisUrl);
}

function postgresBackend(options: QueueBackendOptions): QueueBackend {
  const pool = new pg.Pool({
    connectionString: options.databaseUrl,
    max: options.poolSize ?? 10,
    application_name: 'pamong-queue',
    // A silently dropped LISTEN must be noticed, or a queue sleeps until its next poll.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    idleTimeoutMillis: 10_000,
    options: '-c search_path=bullmq,public',
  });
  // Only the sentence: pg hangs its whole client on such an error.
  pool.on('error', (error) => options.logger.warn({ reason: error.message }, 'An idle connection of the queue was lost'));
  return {
    kind: 'postgres',
    connection: pool,
    factory: (name, opts, extra) => createPostgresBackend(name, { ...opts, connection: pool }, extra),
    prefix: '',
    ping: async () => {
      await pool.query('select 1 from job limit 1');
    },
    close: () => pool.end(),
  };
}

function redisBackend(options: QueueBackendOptions, url: string): QueueBackend {
  // BullMQ's blocking reads need commands that wait for the connection to come back instead of failing after some tries.
  const redis = new Redis(url, { maxRetriesPerRequest: null, connectionName: 'pamong-queue' });
  redis.on('error', (error) => options.logger.warn({ reason: error.message }, 'The connection to Redis failed'));
  return {
    kind: 'redis',
    connection: redis,
    factory: (name, opts, extra) => createRedisBackend(name, { ...opts, connection: redis }, extra),
    prefix: options.prefix ?? 'pamong',
    ping: async () => {
      if (redis.status !== 'ready') throw new Error(`Redis is ${redis.status}`);
      await redis.ping();
    },
    close: async () => {
      await redis.quit().catch(() => redis.disconnect());
    },
  };
}

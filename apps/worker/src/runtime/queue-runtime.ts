import type { BeforeApplicationShutdown, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { CONFIG } from '@pamong/platform/config/config';
import type { Config } from '@pamong/platform/config/config';
import { Database } from '@pamong/platform/database/database';
import { Notifications } from '@pamong/platform/live/notifications';
import { LOGGER } from '@pamong/platform/log/logger';
import type { Logger } from '@pamong/platform/log/logger';
import { allJobs } from '@pamong/platform/outbox/job';
import type { QueueName } from '@pamong/platform/outbox/job';
import { HandlerRegistry } from '@pamong/platform/queue/handler-registry';
import type { JobHandler } from '@pamong/platform/queue/handler-registry';
import { JobQueues } from '@pamong/platform/queue/job-queues';
import { JobRunner } from '@pamong/platform/queue/job-runner';
import { OutboxRelay } from '@pamong/platform/queue/outbox-relay';
import { openQueueBackend } from '@pamong/platform/queue/queue-backend';
import { allSchedules } from '@pamong/platform/queue/schedule';
import { registrationsOf } from './handler.decorators.js';

/** Jobs side by side in one worker, made for two cores: many short ones, few documents, one film. */
const concurrency: Readonly<Record<QueueName, number>> = { quick: 10, documents: 2, media: 1 };

/** Finds the handlers of all modules, runs the queue with them, and winds it up when the worker stops. */
@Injectable()
export class QueueRuntime implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly registry = new HandlerRegistry();
  private readonly backend;
  private readonly queues: JobQueues;
  private readonly runner: JobRunner;
  private readonly relay: OutboxRelay;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    @Inject(CONFIG) config: Config,
    @Inject(LOGGER) logger: Logger,
    database: Database,
    notifications: Notifications,
  ) {
    const registry = this.registry;
    this.backend = openQueueBackend({ databaseUrl: config.database.url, redisUrl: config.redisUrl, logger });
    this.queues = new JobQueues(this.backend, logger);
    this.runner = new JobRunner({ backend: this.backend, registry, logger, concurrency });
    this.relay = new OutboxRelay({ database, queues: this.queues, registry, notifications, logger });
  }

  async onApplicationBootstrap(): Promise<void> {
    this.registerHandlers();
    this.registry.assertComplete(allJobs());
    await this.runner.start();
    await this.queues.applySchedules(allSchedules());
    this.relay.start();
  }

  /** Handlers still have their database and services: those close in `onApplicationShutdown`. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.relay.stop(), this.runner.stop()]);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queues.close();
    await this.backend.close();
  }

  private registerHandlers(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const provider = instance as Record<string, unknown>;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(provider))) {
        const method = provider[name];
        if (typeof method !== 'function') continue;
        for (const register of registrationsOf(method)) register(this.registry, method.bind(provider) as JobHandler<unknown>);
      }
    }
  }
}

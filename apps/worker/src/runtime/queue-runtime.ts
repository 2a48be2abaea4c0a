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
import { QueueSystem } from '@pamong/platform/queue/queue-system';
import { allSchedules } from '@pamong/platform/queue/schedule';
import { registrationsOf } from './handler.decorators.js';

/** Jobs side by side in one worker, made for two cores: many short ones, few documents, and two films, so that a short one does not wait for a long one. */
const concurrency: Readonly<Record<QueueName, number>> = { quick: 10, documents: 2, media: 2 };

/** Finds the handlers of all modules, runs the queue with them, and winds it up when the worker stops. */
@Injectable()
export class QueueRuntime implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly registry = new HandlerRegistry();
  private readonly system: QueueSystem;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    @Inject(CONFIG) config: Config,
    @Inject(LOGGER) logger: Logger,
    database: Database,
    notifications: Notifications,
  ) {
    const { url: databaseUrl } = config.database;
    this.system = new QueueSystem({ database, notifications, logger, registry: this.registry, databaseUrl, redisUrl: config.redisUrl, concurrency });
  }

  async onApplicationBootstrap(): Promise<void> {
    this.registerHandlers();
    this.registry.assertComplete(allJobs());
    await this.system.start(allSchedules());
  }

  /** Handlers still have their database and services: those close in `onApplicationShutdown`. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.system.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.system.close();
  }

  private registerHandlers(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const provider = instance as Record<string, unknown>;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(provider) as object)) {
        const method = provider[name];
        if (typeof method !== 'function') continue;
        for (const register of registrationsOf(method)) register(this.registry, method.bind(provider) as JobHandler<unknown>);
      }
    }
  }
}

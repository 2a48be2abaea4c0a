import { join } from 'node:path';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { Global, Injectable, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock/clock.js';
import type { Config } from './config/config.js';
import { CONFIG } from './config/config.js';
import type { EntityClass } from './database/database.js';
import { Database } from './database/database.js';
import { Live } from './live/live.js';
import { LiveListener } from './live/live-listener.js';
import { Notifications } from './live/notifications.js';
import type { Logger } from './log/logger.js';
import { LOGGER } from './log/logger.js';
import { Mailer } from './mail/mailer.js';
import { Outbox } from './outbox/outbox.js';
import { QueueProbe } from './queue/queue-probe.js';
import { SecretBox } from './secrets/secret-box.js';
import { DiskStorage } from './storage/disk-storage.js';
import { Storage } from './storage/storage.js';
import { WhatsAppClient } from './whatsapp/whatsapp-client.js';

@Injectable()
class DatabaseCloser implements OnApplicationShutdown {
  constructor(
    private readonly db: Database,
    private readonly notifications: Notifications,
    private readonly probe: QueueProbe,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.notifications.close();
    await this.probe.close();
    await this.db.close();
  }
}

export interface PlatformOptions {
  readonly config: Config;
  readonly logger: Logger;
  readonly entities: readonly EntityClass[];
  /** Shown by PostgreSQL beside each connection: `pamong-api`, `pamong-worker`. */
  readonly applicationName: string;
  /** Tests pass a clock that they can set. */
  readonly clock?: Clock;
}

/** Everything outside of the business, once per process and available to every module. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIG, useValue: options.config },
        { provide: LOGGER, useValue: options.logger },
        { provide: Clock, useValue: options.clock ?? new SystemClock() },
        {
          provide: Database,
          useFactory: () =>
            Database.open({
              url: options.config.database.url,
              poolSize: options.config.database.poolSize,
              entities: options.entities,
              applicationName: options.applicationName,
            }),
        },
        {
          provide: Notifications,
          useFactory: async () => {
            const { config, logger, applicationName } = options;
            const notifications = new Notifications({ url: config.database.url, logger, applicationName: `${applicationName}-listen` });
            await notifications.start();
            return notifications;
          },
        },
        { provide: LiveListener, useFactory: (notifications: Notifications) => new LiveListener(notifications), inject: [Notifications] },
        { provide: Storage, useValue: new DiskStorage(join(options.config.dataDir, 'storage')) },
        { provide: SecretBox, useValue: new SecretBox(options.config.dataDir) },
        { provide: QueueProbe, useFactory: (database: Database) => new QueueProbe(database, options.config.redisUrl), inject: [Database] },
        { provide: Mailer, useValue: new Mailer(options.config.smtpUrl, options.config.mailFrom) },
        { provide: WhatsAppClient, useValue: new WhatsAppClient(options.config.whatsapp ?? null) },
        Outbox,
        Live,
        DatabaseCloser,
      ],
      exports: [CONFIG, LOGGER, Clock, Database, Notifications, LiveListener, Outbox, Live, Storage, Mailer, QueueProbe, SecretBox, WhatsAppClient],
    };
  }
}

import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { Injectable, Module } from '@nestjs/common';
import { ModuleRef, NestFactory } from '@nestjs/core';
import { loadConfig } from '@pamong/platform/config/config';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { Notifications } from '@pamong/platform/live/notifications';
import { createLogger } from '@pamong/platform/log/logger';
import { Outbox } from '@pamong/platform/outbox/outbox';
import { purgeOutbox } from '@pamong/platform/outbox/outbox-purge';
import type { TestDatabase } from '@pamong/platform/testing/test-database';
import { dropDatabase, freshDatabase } from '@pamong/platform/testing/test-database';
import { Handles } from './runtime/handler.decorators.js';
import { QueueRuntime } from './runtime/queue-runtime.js';
import { WorkerModule } from './worker.module.js';

/** Nest hands out no application to close when it did not boot; this finds the parts of it. */
let parts: ModuleRef | undefined;

@Injectable()
class SecondPurge {
  constructor(ref: ModuleRef) {
    parts = ref;
  }

  @Handles(purgeOutbox)
  async purge(): Promise<void> {}
}

describe('the worker', () => {
  let home: TestDatabase;
  beforeAll(async () => {
    home = await freshDatabase('worker');
  });
  afterAll(() => dropDatabase(home));

  function boot(...more: Type[]): Promise<INestApplicationContext> {
    const config = loadConfig({ NODE_ENV: 'test', PAMONG_DATA_DIR: mkdtempSync(join(tmpdir(), 'pamong-data-')), DATABASE_URL: home.url, DATABASE_OWNER_URL: home.ownerUrl, DATABASE_POOL: '4' });
    @Module({ imports: [WorkerModule.forRoot({ config, logger: createLogger('worker', 'silent') })], providers: more })
    class Whole {}
    return NestFactory.createApplicationContext(Whole, { logger: false, abortOnError: false });
  }

  test('boots with a handler for every job, runs one from the outbox twice without harm, and stops within its patience', async () => {
    const app = await boot();
    const database = app.get(Database, { strict: false });
    const old = newId();
    await database.query(`insert into outbox (id, kind, name, payload, available_at, dispatched_at) values ($1, 'event', 'test.old', '{}', '2020-01-01', '2020-01-01')`, [old]);
    for (let time = 1; time <= 2; time += 1) {
      await database.tx((tx) => app.get(Outbox, { strict: false }).add(tx, purgeOutbox, {}));
      for (let waited = 0; ; waited += 20) {
        const left = await database.query(`select 1 from bullmq.job where name = $1 and state = 'completed'`, [purgeOutbox.name]);
        if (left.length === time) break;
        if (waited > 10_000) throw new Error('The job did not run');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
    expect(await database.query('select 1 from outbox where id = $1', [old])).toEqual([]);
    const [scheduler] = await database.query<{ pattern: string; tz: string }>('select pattern, tz from bullmq.scheduler where scheduler_id = $1', [purgeOutbox.name]);
    expect(scheduler).toEqual({ pattern: '17 * * * *', tz: 'Asia/Jakarta' });
    const begun = performance.now();
    await app.close();
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  test('does not boot when a job has two handlers', async () => {
    await expect(boot(SecondPurge)).rejects.toThrow('Two handlers are called outbox.purge-dispatched');
    await parts?.get(QueueRuntime, { strict: false }).onApplicationShutdown();
    await parts?.get(Notifications, { strict: false }).close();
    await parts?.get(Database, { strict: false }).close();
  });
});

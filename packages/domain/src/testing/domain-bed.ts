import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '@pamong/platform/config/config';
import { Database } from '@pamong/platform/database/database';
import { createLogger } from '@pamong/platform/log/logger';
import { PlatformModule } from '@pamong/platform/platform.module';
import { FakeClock } from '@pamong/platform/testing/fake-clock';
import type { TestDatabase } from '@pamong/platform/testing/test-database';
import { testDatabase } from '@pamong/platform/testing/test-database';
import { allEntities } from '../all-entities.js';
import { DomainModule } from '../domain.module.js';

@Module({})
class BedModule {}

/** The whole domain on a real database with a clock that the test sets; opened once a test file. */
export class DomainBed {
  private constructor(
    private readonly app: INestApplicationContext,
    private readonly dataDir: string,
    readonly clock: FakeClock,
  ) {}

  /**
   * @param database the worker's own unless given, for example that of a running system
   * @param env further switches, such as `SMTP_URL`
   */
  static async open(database?: TestDatabase, env: Readonly<Record<string, string>> = {}): Promise<DomainBed> {
    const { url, ownerUrl } = database ?? (await testDatabase());
    const dataDir = await mkdtemp(join(tmpdir(), 'pamong-bed-'));
    const clock = new FakeClock();
    const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, PAMONG_DATA_DIR: dataDir, DATABASE_POOL: '6', ...env });
    const platform = PlatformModule.forRoot({ config, logger: createLogger('test', 'silent'), entities: allEntities, applicationName: 'pamong-test', clock });
    const app = await NestFactory.createApplicationContext({ module: BedModule, imports: [platform, DomainModule] }, { logger: false, abortOnError: false });
    return new DomainBed(app, dataDir, clock);
  }

  get<T>(service: Type<T>): T {
    return this.app.get(service, { strict: false });
  }

  get db(): Database {
    return this.app.get(Database as unknown as Type<Database>, { strict: false });
  }

  /** Payloads of the outbox rows with this name whose payload holds `value`, in the order in which they were added. */
  async outbox(name: string, value: string): Promise<unknown[]> {
    const rows = await this.db.query<{ payload: unknown }>('select payload from outbox where name = $1 and payload::text like $2 order by id', [name, `%${value}%`]);
    return rows.map((row) => row.payload);
  }

  async close(): Promise<void> {
    await this.app.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

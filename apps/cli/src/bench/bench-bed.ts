import 'reflect-metadata';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccountsService } from '@pamong/domain/accounts/accounts.service';
import { SessionsService } from '@pamong/domain/accounts/sessions.service';
import { allEntities } from '@pamong/domain/all-entities';
import { DomainModule } from '@pamong/domain/domain.module';
import { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import { PeopleService } from '@pamong/domain/people/people.service';
import { loadConfig } from '@pamong/platform/config/config';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { createLogger } from '@pamong/platform/log/logger';
import { PlatformModule } from '@pamong/platform/platform.module';
import type { Visitor } from './journey.js';

@Module({})
class BedModule {}

/** A signed-in learner as a journey gets it. */
export type Learner = Visitor & { readonly personId: string; readonly accountId: string; readonly login: string; readonly password: string; readonly cookie: string };

const password = 'sandi bangku uji';

/** Generates people and things in the database of the measured system, through the domain's own services. */
export class BenchBed {
  private constructor(
    private readonly app: INestApplicationContext,
    private readonly ownerDb: Database,
    private readonly unitId: string,
    private readonly passwordHash: string,
  ) {}

  /** @param env environment of the measured processes */
  static async open(env: Readonly<Record<string, string>>): Promise<BenchBed> {
    const config = loadConfig({ ...env, DATABASE_POOL: '4' });
    const platform = PlatformModule.forRoot({ config, logger: createLogger('bench', 'silent'), entities: allEntities, applicationName: 'pamong-bench' });
    const app = await NestFactory.createApplicationContext({ module: BedModule, imports: [platform, DomainModule] }, { logger: false, abortOnError: false });
    const ownerDb = await Database.open({ url: config.database.ownerUrl, entities: [], poolSize: 1 });
    const organisations = app.get(OrganisationsService, { strict: false });
    const unitId = await app.get<Database>(Database as never, { strict: false }).tx(async (tx) => {
      const agency = await organisations.createAgency(tx, { name: `Pemerintah Kota Ukur ${newId()}`, shortName: 'Kota Ukur', timeZone: 'Asia/Jakarta' });
      return (await organisations.createUnit(tx, agency.id, { name: 'Dinas Pengukuran', shortName: 'Dinkur' })).id;
    });
    const passwordHash = await app.get(AccountsService, { strict: false }).hashPassword(password);
    return new BenchBed(app, ownerDb, unitId, passwordHash);
  }

  get<T>(service: Type<T>): T {
    return this.app.get<T>(service, { strict: false });
  }

  get db(): Database {
    return this.app.get<Database>(Database as never, { strict: false });
  }

  /** People of one unit with an account, a password and an open session. */
  async learners(count: number): Promise<Learner[]> {
    const made: Learner[] = [];
    for (let index = 0; index < count; index += 1) {
      const login = `${newId()}@ukur.go.id`;
      const { personId, accountId } = await this.db.tx(async (tx) => {
        const person = await this.get(PeopleService).create(tx, { organisationId: this.unitId, name: `Peserta ${index + 1}`, employmentKind: 'PNS', email: login });
        return { personId: person, accountId: await this.get(AccountsService).create(tx, person, this.passwordHash) };
      });
      const token = await this.get(SessionsService).open(accountId, { userAgent: 'bench', address: '127.0.0.1' });
      made.push({ personId, accountId, login, password, cookie: `pamong_session=${token}` });
    }
    return made;
  }

  /** Rows of the yardstick's own table. */
  async bareRows(count: number): Promise<Visitor[]> {
    await this.ownerDb.query('create table if not exists bare_row (id uuid primary key, name text not null, kind text not null, created_at timestamptz not null)');
    await this.ownerDb.query('grant select on bare_row to public');
    return this.ownerDb.query<{ id: string }>(
      `insert into bare_row select uuidv7(), 'Nama ' || n, 'jenis', now() from generate_series(1, $1::int) n returning id::text`,
      [count],
    );
  }

  /** Tables that were filled at once are cleaned up and counted, as autovacuum would have done by and by. */
  async settle(tables: readonly string[]): Promise<void> {
    for (const table of tables) await this.ownerDb.query(`vacuum analyze ${table}`);
  }

  async close(): Promise<void> {
    await this.ownerDb.close();
    await this.app.close();
  }
}

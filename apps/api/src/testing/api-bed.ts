import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Client } from '@pamong/contract/client';
import { createClient } from '@pamong/contract/client';
import type { Role } from '@pamong/contract/permissions';
import { AccessService } from '@pamong/domain/access/access.service';
import { AccountsService } from '@pamong/domain/accounts/accounts.service';
import { SessionsService } from '@pamong/domain/accounts/sessions.service';
import { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import { PeopleService } from '@pamong/domain/people/people.service';
import { loadConfig } from '@pamong/platform/config/config';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { createLogger } from '@pamong/platform/log/logger';
import { FakeClock } from '@pamong/platform/testing/fake-clock';
import type { TestDatabase } from '@pamong/platform/testing/test-database';
import { testDatabase } from '@pamong/platform/testing/test-database';
import { createApp } from '../create-app.js';
import { sessionCookie } from '../kernel/request.js';

/** Somebody who is signed in, with the typed client that carries their cookie. */
export interface SignedIn {
  readonly personId: string;
  readonly cookie: string;
  readonly client: Client;
}

/** An agency of the test's own with one unit. */
export interface Place {
  readonly agencyId: string;
  readonly unitId: string;
}

/** The whole API through Fastify's `inject` on a real database, with a clock that the test sets. */
export class ApiBed {
  private constructor(
    readonly app: NestFastifyApplication,
    private readonly dataDir: string,
    readonly clock: FakeClock,
  ) {}

  /** @param env further switches, such as `SMTP_URL` */
  static async open(env: Readonly<Record<string, string>> = {}, database?: TestDatabase): Promise<ApiBed> {
    const { url, ownerUrl } = database ?? (await testDatabase());
    const dataDir = await mkdtemp(join(tmpdir(), 'pamong-api-'));
    const clock = new FakeClock();
    const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, PAMONG_DATA_DIR: dataDir, DATABASE_POOL: '6', PUBLIC_URL: 'http://pamong.example', ...env });
    const app = await createApp({ config, logger: createLogger('api', 'silent'), clock });
    return new ApiBed(app, dataDir, clock);
  }

  get<T>(service: Type<T>): T {
    return this.app.get<T>(service, { strict: false });
  }

  get db(): Database {
    return this.app.get<Database>(Database as never, { strict: false });
  }

  /** The typed client of a visitor, or of whoever the cookie names. */
  client(cookie?: string): Client {
    const send = async (url: unknown, init: RequestInit = {}): Promise<Response> => {
      const answer = await this.app.inject({
        method: (init.method ?? 'GET') as 'GET',
        url: String(url),
        headers: { ...(init.headers as Record<string, string>), ...(cookie === undefined ? {} : { cookie }) },
        ...(typeof init.body === 'string' ? { payload: init.body } : {}),
      });
      const empty = answer.statusCode === 204 || answer.statusCode === 304;
      return new Response(empty ? null : answer.rawPayload.toString(), { status: answer.statusCode, headers: answer.headers as Record<string, string> });
    };
    return createClient(send as typeof fetch);
  }

  place(): Promise<Place> {
    const organisations = this.get(OrganisationsService);
    return this.db.tx(async (tx) => {
      const name = `Pemerintah Kota ${newId().slice(-8)}`;
      const agency = await organisations.createAgency(tx, { name, shortName: name, timeZone: 'Asia/Makassar' });
      const unit = await organisations.createUnit(tx, agency.id, { name: 'Dinas Kesehatan', shortName: 'Dinkes' });
      return { agencyId: agency.id, unitId: unit.id };
    });
  }

  /**
   * A new person of the place's unit, signed in.
   * @param roles granted for the whole agency
   */
  async signIn(place: Place, ...roles: readonly Role[]): Promise<SignedIn> {
    const { personId, accountId } = await this.db.tx(async (tx) => {
      const id = await this.get(PeopleService).create(tx, {
        organisationId: place.unitId, name: 'Nurhayati', titleAfter: 'S.Kep., Ns.', employmentKind: 'PNS', postName: 'Perawat Ahli Muda',
      });
      for (const role of roles) await this.get(AccessService).grant(tx, id, role, place.agencyId);
      return { personId: id, accountId: await this.get(AccountsService).create(tx, id, null) };
    });
    const token = await this.get(SessionsService).open(accountId, { userAgent: 'test', address: '203.0.113.7' });
    const cookie = `${sessionCookie}=${token}`;
    return { personId, cookie, client: this.client(cookie) };
  }

  async close(): Promise<void> {
    await this.app.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsService } from '@pamong/domain/accounts/accounts.service';
import { SessionsService } from '@pamong/domain/accounts/sessions.service';
import { OrganisationsService } from '@pamong/domain/organisations/organisations.service';
import { PeopleService } from '@pamong/domain/people/people.service';
import { loadConfig } from '@pamong/platform/config/config';
import { Database } from '@pamong/platform/database/database';
import { newId } from '@pamong/platform/ids/new-id';
import { Live } from '@pamong/platform/live/live';
import { createLogger } from '@pamong/platform/log/logger';
import { testDatabase } from '@pamong/platform/testing/test-database';
import { createApp } from '../create-app.js';

/** One open stream as a browser sees it. */
class Page {
  private text = '';
  readonly ended: Promise<void>;

  constructor(
    readonly response: Response,
    private readonly stop: AbortController,
  ) {
    this.ended = this.read();
  }

  /** Waits until the stream has carried this text. */
  async hears(expected: string): Promise<void> {
    for (let waited = 0; !this.text.includes(expected); waited += 10) {
      if (waited > 3_000) throw new Error(`Not heard: ${expected}\nbut: ${this.text}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  get heard(): string {
    return this.text;
  }

  leave(): void {
    this.stop.abort();
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of this.response.body as unknown as AsyncIterable<Uint8Array>) this.text += decoder.decode(chunk);
    } catch {
      // left
    }
  }
}

describe('GET /api/live', () => {
  let app: NestFastifyApplication;
  let origin: string;
  let database: Database;
  const pages: Page[] = [];

  beforeAll(async () => {
    const { url, ownerUrl } = await testDatabase();
    const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATABASE_POOL: '5' });
    app = await createApp({ config, logger: createLogger('test', 'silent') });
    await app.listen(0, '127.0.0.1');
    origin = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    database = app.get(Database);
  });

  afterEach(() => {
    for (const page of pages.splice(0)) page.leave();
  });

  afterAll(() => app.close());

  async function signedIn(): Promise<{ personId: string; accountId: string; token: string }> {
    const name = `Kota Uji ${newId()}`;
    const { personId, accountId } = await database.tx(async (tx) => {
      const agency = await app.get(OrganisationsService).createAgency(tx, { name, shortName: name.slice(0, 40), timeZone: 'Asia/Jakarta' });
      const person = await app.get(PeopleService).create(tx, { name: 'Sri Wahyuni', employmentKind: 'PNS', organisationId: agency.id });
      return { personId: person, accountId: await app.get(AccountsService).create(tx, person, null) };
    });
    const token = await app.get(SessionsService).open(accountId, { userAgent: 'test', address: '127.0.0.1' });
    return { personId, accountId, token };
  }

  async function open(token: string): Promise<Page> {
    const stop = new AbortController();
    const response = await fetch(`${origin}/api/live`, { headers: { cookie: `pamong_session=${token}` }, signal: stop.signal });
    const page = new Page(response, stop);
    pages.push(page);
    return page;
  }

  const send = (personId: string, topic: string, payload: Record<string, unknown>) => app.get(Live).send(database, { personId, topic, payload });

  test('refuses visitors', async () => {
    expect((await fetch(`${origin}/api/live`)).status).toBe(401);
  });

  test('hands a message to every page of that person and to no one else, without caching on the way', async () => {
    const sri = await signedIn();
    const budi = await signedIn();
    const [first, second, other] = [await open(sri.token), await open(sri.token), await open(budi.token)];
    expect(first.response.headers.get('content-type')).toContain('text/event-stream');
    expect(first.response.headers.get('cache-control')).toBe('no-store');
    await send(sri.personId, 'quizzes.attempt-graded', { attemptId: 'a-1' });
    const event = 'event: quizzes.attempt-graded\ndata: {"attemptId":"a-1"}\n\n';
    await first.hears(event);
    await second.hears(event);
    await send(budi.personId, 'messages.arrived', { kind: 'test' });
    await other.hears('messages.arrived');
    expect(other.heard).not.toContain('attempt-graded');
  });

  test('says nothing of a transaction that was rolled back', async () => {
    const sri = await signedIn();
    const page = await open(sri.token);
    await database
      .tx(async (tx) => {
        await app.get(Live).send(tx, { personId: sri.personId, topic: 'test.rolled-back', payload: {} });
        throw new Error('no');
      })
      .catch(() => undefined);
    await send(sri.personId, 'test.committed', {});
    await page.hears('test.committed');
    expect(page.heard).not.toContain('rolled-back');
  });

  test('ends with the session, and leaves the other sessions of the person open', async () => {
    const { personId, accountId, token } = await signedIn();
    const sessions = app.get(SessionsService);
    const elsewhere = await sessions.open(accountId, { userAgent: 'phone', address: '127.0.0.1' });
    const [here, phone] = [await open(token), await open(elsewhere)];
    const [current] = (await sessions.listOpen({ accountId, personId })).filter((session) => session.userAgent === 'test');
    await sessions.revoke({ accountId, personId }, current?.id ?? '');
    await here.ended;
    await send(personId, 'test.still-there', {});
    await phone.hears('test.still-there');
    expect((await open(token)).response.status).toBe(401);
  });

  test('tells the thirteenth page of a person not to come back', async () => {
    const sri = await signedIn();
    const twelve = await Promise.all(Array.from({ length: 12 }, () => open(sri.token)));
    expect(twelve.map((page) => page.response.status)).toEqual(Array.from({ length: 12 }, () => 200));
    expect((await open(sri.token)).response.status).toBe(204);
    twelve[0]?.leave();
    await twelve[0]?.ended;
    for (let tries = 0; ; tries += 1) {
      if ((await open(sri.token)).response.status === 200) break;
      if (tries > 20) throw new Error('The place of the page that left stays taken');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  });

  test('ends when messages may have been lost, so that the page comes back and reads its state', async () => {
    const sri = await signedIn();
    const page = await open(sri.token);
    await database.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'pamong-api-listen' and datname = current_database() and usename = current_user`);
    await page.ended;
    const again = await open(sri.token);
    await send(sri.personId, 'test.after', {});
    await again.hears('test.after');
  });

  test('ends when the API stops', async () => {
    const sri = await signedIn();
    const page = await open(sri.token);
    const begun = performance.now();
    await app.close();
    await page.ended;
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

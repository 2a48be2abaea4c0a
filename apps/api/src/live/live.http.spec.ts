import { SessionsService } from '@pamong/domain/accounts/sessions.service';
import { CallersService } from '@pamong/domain/access/callers.service';
import { Live } from '@pamong/platform/live/live';
import { ApiBed } from '../testing/api-bed.js';
import type { SignedIn } from '../testing/api-bed.js';

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
  let bed: ApiBed;
  let origin: string;
  const pages: Page[] = [];

  beforeAll(async () => {
    bed = await ApiBed.open();
    await bed.app.listen(0, '127.0.0.1');
    origin = await bed.app.getUrl();
  });

  afterEach(() => {
    for (const page of pages.splice(0)) page.leave();
  });

  afterAll(() => bed.close());

  const signedIn = async () => bed.signIn(await bed.place());

  async function open(cookie: string): Promise<Page> {
    const stop = new AbortController();
    const response = await fetch(`${origin}/api/live`, { headers: { cookie }, signal: stop.signal });
    const page = new Page(response, stop);
    pages.push(page);
    return page;
  }

  const send = (personId: string, topic: string, payload: Record<string, unknown>) => bed.get(Live).send(bed.db, { personId, topic, payload });

  test('refuses visitors', async () => {
    expect((await fetch(`${origin}/api/live`)).status).toBe(401);
  });

  test('hands a message to every page of that person and to no one else, without caching on the way', async () => {
    const sri = await signedIn();
    const budi = await signedIn();
    const [first, second, other] = [await open(sri.cookie), await open(sri.cookie), await open(budi.cookie)];
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
    const page = await open(sri.cookie);
    await bed.db
      .tx(async (tx) => {
        await bed.get(Live).send(tx, { personId: sri.personId, topic: 'test.rolled-back', payload: {} });
        throw new Error('no');
      })
      .catch(() => undefined);
    await send(sri.personId, 'test.committed', {});
    await page.hears('test.committed');
    expect(page.heard).not.toContain('rolled-back');
  });

  test('ends with the session, and leaves the other sessions of the person open', async () => {
    const sri: SignedIn = await signedIn();
    const actor = await bed.get(CallersService).authenticate(sri.cookie.split('=')[1] ?? '');
    const sessions = bed.get(SessionsService);
    const elsewhere = await sessions.open(actor?.accountId ?? '', { userAgent: 'phone', address: '127.0.0.1' });
    const [here, phone] = [await open(sri.cookie), await open(`pamong_session=${elsewhere}`)];
    await sri.client.session.signOut();
    await here.ended;
    await send(sri.personId, 'test.still-there', {});
    await phone.hears('test.still-there');
    expect((await open(sri.cookie)).response.status).toBe(401);
  });

  test('tells the thirteenth page of a person not to come back', async () => {
    const sri = await signedIn();
    const twelve = await Promise.all(Array.from({ length: 12 }, () => open(sri.cookie)));
    expect(twelve.map((page) => page.response.status)).toEqual(Array.from({ length: 12 }, () => 200));
    expect((await open(sri.cookie)).response.status).toBe(204);
    twelve[0]?.leave();
    await twelve[0]?.ended;
    for (let tries = 0; ; tries += 1) {
      if ((await open(sri.cookie)).response.status === 200) break;
      if (tries > 20) throw new Error('The place of the page that left stays taken');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  });

  test('ends when messages may have been lost, so that the page comes back and reads its state', async () => {
    const sri = await signedIn();
    const page = await open(sri.cookie);
    await bed.db.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'pamong-api-listen' and datname = current_database() and usename = current_user`);
    await page.ended;
    const again = await open(sri.cookie);
    await send(sri.personId, 'test.after', {});
    await again.hears('test.after');
  });

  test('ends when the API stops', async () => {
    const sri = await signedIn();
    const page = await open(sri.cookie);
    const begun = performance.now();
    await bed.app.close();
    await page.ended;
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '@pamong/platform/config/config';
import { createLogger } from '@pamong/platform/log/logger';
import { testDatabase } from '@pamong/platform/testing/test-database';
import { createApp } from '../create-app.js';
import type { SignedIn } from '../testing/api-bed.js';
import { ApiBed } from '../testing/api-bed.js';

describe('input that no client of ours sends', () => {
  let bed: ApiBed;
  let author: SignedIn;
  let courseId: string;

  beforeAll(async () => {
    bed = await ApiBed.open();
    author = await bed.signIn(await bed.place(), 'instructor');
    courseId = (await author.client.courses.create({ body: { title: 'Masukan aneh' } })).id;
  });
  afterAll(() => bed.close());

  const ask = (method: 'GET' | 'PATCH', url: string, body?: unknown) =>
    bed.app.inject({ method, url, headers: { cookie: author.cookie, 'content-type': 'application/json' }, ...(body === undefined ? {} : { payload: JSON.stringify(body) }) });

  it.each(['/api/catalogue?q=%00', '/api/catalogue?category=a%00b', '/api/catalogue/%00', '/api/courses?q=%00', '/api/catalogue?%00=1'])(
    'is refused with 400 where the database could not keep it: %s',
    async (url) => expect((await ask('GET', url)).statusCode).toBe(400),
  );

  it.each([
    ['half a pair', { objectives: ['a\ud800'] }, 'body.objectives.0'],
    ['half a pair within', { competences: [{ code: 'A', name: 'x\udc00y', level: null }] }, 'body.competences.0.name'],
    ['a NUL in a key', { 'a\u0000': 1 }, 'body'],
  ])('names the field: %s', async (_, change, path) => {
    const answer = await ask('PATCH', `/api/courses/${courseId}`, { revision: 1, ...change });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'INPUT_INVALID', faults: [{ path }] });
  });

  it.each(['/api/session', '/api/entry/links', '/api/setup'])('is refused where it is a file instead of fields, without a look into it: %s', async (url) => {
    const answer = await bed.app.inject({ method: 'POST', url, headers: { 'content-type': 'application/octet-stream' }, payload: 'x' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'INPUT_INVALID', faults: [{ path: 'body' }] });
  });

  it('takes what is whole, and an id in capitals as the same id', async () => {
    const answer = await ask('PATCH', `/api/courses/${courseId.toUpperCase()}`, { revision: 1, summary: 'Pelatihan 😀 dengan ‘kutip’' });
    expect(answer.json()).toMatchObject({ id: courseId, summary: 'Pelatihan 😀 dengan ‘kutip’' });
    const asset = await author.client.media.create({ params: { courseId }, body: { fileName: 'a.mp4', bytes: 10 } });
    const head = await bed.app.inject({ method: 'HEAD', url: `/api/uploads/${asset.id.toUpperCase()}`, headers: { cookie: author.cookie, 'tus-resumable': '1.0.0' } });
    expect(head.statusCode).toBe(200);
  });
});

describe('the address of a visitor behind a proxy', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const { url, ownerUrl } = await testDatabase();
    const config = loadConfig({ NODE_ENV: 'test', PAMONG_DATA_DIR: mkdtempSync(join(tmpdir(), 'pamong-data-')), DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATABASE_POOL: '3', TRUST_PROXY: '1' });
    app = await createApp({ config, logger: createLogger('test', 'silent') });
  });
  afterAll(() => app.close());

  it('is what the proxy saw, not what the visitor wrote in front of it', async () => {
    const guess = (nth: number) => app.inject({ method: 'GET', url: '/api/verification/0000-0000-0000', headers: { 'x-forwarded-for': `192.0.2.${nth}, 198.51.100.77` } });
    const statuses: number[] = [];
    for (let nth = 0; nth < 32; nth += 1) statuses.push((await guess(nth)).statusCode);
    expect(statuses.at(0)).toBe(404);
    expect(statuses.at(-1)).toBe(429);
  });
});

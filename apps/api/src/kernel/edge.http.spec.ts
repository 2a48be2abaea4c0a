import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '@pamong/platform/config/config';
import { createLogger } from '@pamong/platform/log/logger';
import { testDatabase } from '@pamong/platform/testing/test-database';
import { createApp } from '../create-app.js';

describe('the edge of the API', () => {
  const open: NestFastifyApplication[] = [];
  const logged: unknown[] = [];

  afterAll(() => Promise.all(open.map((app) => app.close())));

  async function api(publicUrl: string): Promise<NestFastifyApplication> {
    const { url, ownerUrl } = await testDatabase();
    const config = loadConfig({ NODE_ENV: 'test', PAMONG_DATA_DIR: mkdtempSync(join(tmpdir(), 'pamong-data-')), DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATABASE_POOL: '3', PUBLIC_URL: publicUrl });
    const logger = createLogger('test', 'info');
    jest.spyOn(logger, 'info').mockImplementation((entry: unknown) => void logged.push(entry));
    const app = await createApp({ config, logger });
    open.push(app);
    return app;
  }

  it('keeps codes, tokens and what was typed out of its log', async () => {
    const app = await api('http://pamong.example');
    logged.length = 0;
    for (const url of ['/api/verification/7KQ2-MX9D-4TFH', '/api/media-files/geheim-token/240/index.m3u8', '/api/nothing/geheim', '/api/catalogue?q=geheim', '/geheim%', '/v/7KQ2-MX9D-4TFH']) {
      await app.inject({ method: 'GET', url });
    }
    expect(logged).toEqual([
      expect.objectContaining({ method: 'GET', url: '/api/verification/:code', status: 404 }),
      expect.objectContaining({ url: '/api/media-files/:token/*' }),
      expect.objectContaining({ url: '/api/…/…', status: 404 }),
      expect.objectContaining({ url: '/api/catalogue', status: 200 }),
      expect.objectContaining({ url: 'unroutable', status: 400 }),
      expect.objectContaining({ url: '/v/…' }),
    ]);
    expect(JSON.stringify(logged)).not.toMatch(/7KQ2|geheim/);
  });

  it.each(['/%', '/api/%E0%A4%A', `/api/verification/${'x'.repeat(200)}`])('answers an address that cannot be read with problem+json and 400: %s', async (url) => {
    const answer = await (open[0] ?? (await api('http://pamong.example'))).inject({ method: 'GET', url });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(answer.json()).toMatchObject({ status: 400, code: expect.stringMatching(/^(BODY_UNREADABLE|INPUT_INVALID)$/) as string, traceId: answer.headers['x-request-id'] });
    expect(answer.payload).not.toContain('xxx');
  });

  it('tells browsers to stay with HTTPS where the public address has it, and only there', async () => {
    const secure = await api('https://pamong.example');
    for (const url of ['/health/live', '/api/session', '/api/nothing', '/%']) {
      expect((await secure.inject({ method: 'GET', url })).headers['strict-transport-security']).toBe('max-age=31536000');
    }
    const plain = await (await api('http://pamong.example')).inject({ method: 'GET', url: '/health/live' });
    expect(plain.headers['strict-transport-security']).toBeUndefined();
  });
});

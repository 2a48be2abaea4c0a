import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '@pamong/platform/config/config';
import { createLogger } from '@pamong/platform/log/logger';
import { testDatabase } from '@pamong/platform/testing/test-database';
import { createApp } from '../create-app.js';

/** Far below every time-out that would end a connection by itself. */
const soonMs = 1_500;

async function started(): Promise<{ app: NestFastifyApplication; port: number }> {
  const { url, ownerUrl } = await testDatabase();
  const config = loadConfig({ NODE_ENV: 'test', PAMONG_DATA_DIR: mkdtempSync(join(tmpdir(), 'pamong-data-')), DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATABASE_POOL: '3' });
  const app = await createApp({ config, logger: createLogger('test', 'silent') });
  await app.listen(0, '127.0.0.1');
  return { app, port: Number(new URL(await app.getUrl()).port) };
}

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

async function closing(app: NestFastifyApplication): Promise<number> {
  const begun = performance.now();
  await app.close();
  return performance.now() - begun;
}

test('a stopping API does not wait for connections on which nothing was asked', async () => {
  const { app, port } = await started();
  const preconnected = await connected(port);
  await sleep(50);
  expect(await closing(app)).toBeLessThan(soonMs);
  preconnected.destroy();
});

test('a stopping API answers the request that is under way and then lets its connection go', async () => {
  const { app, port } = await started();
  const socket = await connected(port);
  let answer = '';
  socket.on('data', (data: Buffer) => (answer += data.toString()));
  const body = '{"login":"x","password":"y"}';
  socket.write(`POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 10)}`);
  await sleep(100);
  const closed = closing(app);
  await sleep(200);
  expect(answer).toBe('');
  socket.write(body.slice(10));
  expect(await closed).toBeLessThan(soonMs);
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(answer.toLowerCase()).toContain('connection: close');
});

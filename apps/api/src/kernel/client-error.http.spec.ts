import 'reflect-metadata';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '@pamong/platform/config/config';
import { createLogger } from '@pamong/platform/log/logger';
import { testDatabase } from '@pamong/platform/testing/test-database';
import { createApp } from '../create-app.js';

describe('what the HTTP server itself refuses', () => {
  let app: NestFastifyApplication;
  let port: number;

  beforeAll(async () => {
    const { url, ownerUrl } = await testDatabase();
    const webDir = mkdtempSync(join(tmpdir(), 'pamong-web-'));
    writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>Pamong</title>');
    mkdirSync(join(webDir, 'assets'));
    writeFileSync(join(webDir, 'assets', 'a.js'), '');
    const config = loadConfig({ NODE_ENV: 'test', PAMONG_DATA_DIR: mkdtempSync(join(tmpdir(), 'pamong-data-')), DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATABASE_POOL: '3', PAMONG_WEB_DIR: webDir, PORT: '3127' });
    app = await createApp({ config, logger: createLogger('test', 'silent') });
    await app.listen(0, '127.0.0.1');
    port = (app.getHttpServer().address() as AddressInfo).port;
  });
  afterAll(() => app.close());

  /** Sends bytes as they are and reads until the server hangs up. */
  const send = (bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      let answer = '';
      socket.setTimeout(8_000, () => socket.destroy(new Error(`no end after: ${answer.slice(0, 200)}`)));
      socket.on('data', (chunk) => (answer += chunk.toString('utf8')));
      socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)));
      socket.on('close', () => resolve(answer));
    });

  const host = 'Host: localhost\r\nConnection: close\r\n';

  it.each([
    ['headers of 20 kB', `GET / HTTP/1.1\r\n${host}Cookie: a=${'x'.repeat(20_000)}\r\n\r\n`, 431, 'HEADERS_TOO_LARGE'],
    ['many small headers', `GET / HTTP/1.1\r\n${host}${Array.from({ length: 900 }, (_, index) => `X-${index}: aaaaaaaaaaaaaaaa\r\n`).join('')}\r\n`, 431, 'HEADERS_TOO_LARGE'],
    ['an address of 10 kB', `GET /?q=${'x'.repeat(10_000)} HTTP/1.1\r\n${host}\r\n`, 414, 'URL_TOO_LONG'],
    ['an address of 40 kB', `GET /api/session?q=${'x'.repeat(40_000)} HTTP/1.1\r\n${host}\r\n`, 414, 'URL_TOO_LONG'],
    ['a method that does not exist', `MAKAN /api/session HTTP/1.1\r\n${host}\r\n`, 400, 'BODY_UNREADABLE'],
    ['bytes that are no HTTP', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n', 400, 'BODY_UNREADABLE'],
    ['a header without a name', `GET / HTTP/1.1\r\n${host}: x\r\n\r\n`, 400, 'BODY_UNREADABLE'],
    ['two lengths', `POST /api/session HTTP/1.1\r\n${host}Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde`, 400, 'BODY_UNREADABLE'],
    ['a length and chunks (smuggling)', `POST /api/session HTTP/1.1\r\n${host}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400, 'BODY_UNREADABLE'],
    ['no host', 'GET /api/session HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'BODY_UNREADABLE'],
  ])('answers %s with problem+json', async (_, bytes, status, code) => {
    const answer = await send(bytes);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [A-Z]`));
    expect(head.toLowerCase()).toContain('content-type: application/problem+json; charset=utf-8');
    expect(head.toLowerCase()).toContain('x-content-type-options: nosniff');
    const problem = JSON.parse(body) as { traceId: string };
    expect(problem).toMatchObject({ status, code });
    expect(head.toLowerCase()).toContain(`x-request-id: ${problem.traceId}`);
    expect(answer).not.toMatch(/xxxx|aaaa/);
  });

  it('goes on to serve others', async () => {
    expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
  });

  // The address that the installation calls its own is http://localhost:3127.
  const open = (host: string, url = '/masuk?lanjut=%2Fbelajar', headers: Record<string, string> = { accept: 'text/html' }, method: 'GET' | 'POST' | 'HEAD' = 'GET') =>
    app.inject({ method, url, headers: { host, ...headers } });

  it.each(['127.0.0.1:3127', '[::1]:3127', '127.0.0.5:3127'])('leads a visitor of %s to the name that sign-on returns to', async (name) => {
    const answer = await open(name);
    expect([answer.statusCode, answer.headers.location, answer.headers['cache-control']]).toEqual([302, 'http://localhost:3127/masuk?lanjut=%2Fbelajar', 'no-store']);
    const there = await open('localhost:3127');
    expect([there.statusCode, there.headers.location]).toEqual([200, undefined]);
  });

  it.each([
    ['data', '127.0.0.1:3127', '/api/session', { accept: 'text/html' }, 'GET'],
    ['the health check', '127.0.0.1:3127', '/health/live', { accept: 'text/html' }, 'GET'],
    ['a script', '127.0.0.1:3127', '/assets/a.js', { 'sec-fetch-mode': 'no-cors' }, 'GET'],
    ['what a page fetches', '127.0.0.1:3127', '/masuk', { accept: 'text/html', 'sec-fetch-mode': 'cors' }, 'GET'],
    ['a frame', '127.0.0.1:3127', '/masuk', { accept: 'text/html', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, 'GET'],
    ['what a program asks', '127.0.0.1:3127', '/masuk', { accept: '*/*' }, 'GET'],
    ['a form', '127.0.0.1:3127', '/masuk', { accept: 'text/html' }, 'POST'],
    ['another port (a tunnel)', '127.0.0.1:3999', '/masuk', { accept: 'text/html' }, 'GET'],
    ['another machine', '192.168.1.4:3127', '/masuk', { accept: 'text/html' }, 'GET'],
    ['a name from outside', 'pamong.example', '/masuk', { accept: 'text/html' }, 'GET'],
    ['a host that is none', '@@@', '/masuk', { accept: 'text/html' }, 'GET'],
  ] as const)('moves nothing else: %s', async (_, name, url, headers, method) => {
    expect((await open(name, url, headers, method)).headers.location).toBeUndefined();
  });

  it('never leads to another site', async () => {
    const answer = await open('127.0.0.1:3127', '//jahat.example/masuk');
    expect(new URL(String(answer.headers.location ?? 'http://localhost:3127/')).origin).toBe('http://localhost:3127');
  });
});

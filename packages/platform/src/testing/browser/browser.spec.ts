import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './accessibility.js';
import { artefactsDir, faultsOf, screenshot, TestBrowser } from './browser.js';

jest.setTimeout(120_000);

const page = (body: string) => `<!doctype html><html lang="id"><title>Kit</title><body><main><h1>Kit</h1>${body}</main></body></html>`;

describe('the test browser', () => {
  let server: Server;
  let browser: TestBrowser;
  let baseURL: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', "default-src 'self'; script-src 'self'");
      response.end(page(request.url === '/broken' ? '<img src="data:,"><button></button><input>' : '<button>Simpan</button>'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await TestBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  });

  test('opens a page as a phone in the dark and takes its pictures', async () => {
    const visitor = await browser.visitor({ baseURL });
    await visitor.goto('/');
    await visitor.getByRole('button', { name: 'Simpan' }).tap();
    expect(await visitor.evaluate('[innerWidth, matchMedia("(prefers-color-scheme: dark)").matches, navigator.language]')).toEqual([360, true, 'id-ID']);
    await screenshot(visitor, 'kit/test-browser');
    for (const look of ['phone-dark', 'laptop-light']) {
      const picture = join(artefactsDir, `kit/test-browser-${look}.png`);
      expect(existsSync(picture)).toBe(true);
      rmSync(picture);
    }
    await expectAccessible(visitor);
    expect(faultsOf(visitor)).toEqual([]);
  });

  test('names what is not accessible, despite a strict content security policy', async () => {
    const visitor = await browser.visitor({ baseURL, look: 'laptop-light-en' });
    await visitor.goto('/broken');
    const failure = await expectAccessible(visitor).catch((error: unknown) => (error as Error).message);
    expect(failure).toMatch(/button-name.*\n.*<button><\/button>/);
    expect(failure).toContain('image-alt');
    expect(failure).toContain('label');
  });
});

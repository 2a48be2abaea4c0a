import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { expectAccessible } from '@pamong/platform/testing/browser/accessibility';
import { TestBrowser, faultsOf, screenshot } from '@pamong/platform/testing/browser/browser';
import { ProductionSystem } from '@pamong/platform/testing/production-system';
import { findProgram } from '@pamong/platform/testing/requirements';

jest.setTimeout(240_000);

type Page = Awaited<ReturnType<TestBrowser['visitor']>>;

/** Shows the page to axe and to people, and fails on anything it complained about. */
async function lookAt(page: Page, name: string): Promise<void> {
  await screenshot(page, `demo-learner/${name}`);
  await expectAccessible(page);
  expect(faultsOf(page)).toEqual([]);
}

describe('the demo learner', () => {
  let system: ProductionSystem;
  let browser: TestBrowser;

  beforeAll(async () => {
    system = await ProductionSystem.start();
    browser = await TestBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
  });

  it('answers the last three questions; the ring closes and a certificate appears that a stranger can check', async () => {
    const page = await browser.visitor({ baseURL: system.baseUrl, timezoneId: 'Asia/Makassar' });
    await page.goto('/');
    await page.getByRole('button', { name: 'Coba sebagai Peserta' }).click();
    await page.getByText('16', { exact: true }).waitFor();
    await page.getByText('dari 20 JP').waitFor();
    await lookAt(page, '1-home');

    await page.getByRole('link', { name: 'Lanjutkan', exact: true }).click();
    await page.getByRole('button', { name: 'Lanjutkan mengerjakan' }).click();
    await page.getByText('Pertanyaan 10 dari 12').waitFor();
    await lookAt(page, '2-question');
    await answer(page);
    await page.reload();
    // What was acknowledged is there after a reload, which goes on at the next open question.
    await page.getByText('Pertanyaan 11 dari 12').waitFor();
    await answer(page);
    await page.getByRole('button', { name: 'Berikutnya' }).click();
    await answer(page);

    await page.getByRole('button', { name: 'Kirim jawaban' }).click();
    const sent = performance.now();
    await page.getByText('Sertifikat Anda sudah terbit').waitFor();
    expect(performance.now() - sent).toBeLessThan(15_000);
    await page.getByText('20', { exact: true }).waitFor();
    await lookAt(page, '3-certificate-issued');

    await page.getByRole('link', { name: 'Lihat sertifikat' }).click();
    await page.getByRole('heading', { level: 1, name: /Kecerdasan Artifisial/ }).waitFor();
    await page.getByText('Nurhayati, S.Kep., Ns.').first().waitFor();
    await lookAt(page, '4-certificate');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Unduh/ }).first().click()]);
    const path = await download.path();
    const pdf = readFileSync(path);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await expectSealed(path);

    await expectVerified(await page.getByRole('link', { name: /Halaman publik/ }).getAttribute('href'), pdf);
  });

  /** A stranger on another device opens the public page and compares the document, and one with a byte changed. */
  async function expectVerified(address: string | null, pdf: Buffer): Promise<void> {
    const stranger = await browser.visitor({ baseURL: system.baseUrl, look: 'laptop-light-en', locale: 'id-ID' });
    await stranger.addInitScript(`localStorage.setItem('pamong.language', 'id')`);
    await stranger.goto(address ?? '/v');
    await stranger.getByText('Sertifikat ini berlaku').waitFor();
    expect(await stranger.content()).not.toContain('199003052015032904');
    await lookAt(stranger, '5-public-page');
    const file = (buffer: Buffer) => stranger.locator('input[type=file]').setInputFiles({ name: 'sertifikat.pdf', mimeType: 'application/pdf', buffer });
    await file(pdf);
    await stranger.getByText('Berkas ini asli').waitFor();
    const changed = Buffer.from(pdf);
    changed[changed.length - 200] = (changed[changed.length - 200] ?? 0) ^ 1;
    await file(changed);
    await stranger.getByText('Berkas ini berbeda').waitFor();
    await lookAt(stranger, '6-changed-byte');
  }
});

async function answer(page: Page): Promise<void> {
  const single = page.getByRole('radio');
  const option = ((await single.count()) > 0 ? single : page.getByRole('checkbox')).first();
  const [saved] = await Promise.all([page.waitForResponse((response) => response.url().includes('/answers/')), option.check({ force: true })]);
  expect(saved.status()).toBe(200);
  await page.getByText(/Tersimpan pukul \d\d\.\d\d\.\d\d/).waitFor();
}

/** Asks poppler about the seal where it is installed; the worker's own tests check it everywhere. */
async function expectSealed(path: string): Promise<void> {
  const pdfsig = findProgram('pdfsig');
  if (pdfsig === null) return;
  const { stdout } = await promisify(execFile)(pdfsig, ['-nocert', path]);
  expect(stdout).toContain('Signature is Valid');
}

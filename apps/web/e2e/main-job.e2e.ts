import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { locateFfmpeg } from '@pamong/platform/ffmpeg/ffmpeg-tools';
import { makeSampleVideo } from '@pamong/platform/ffmpeg/sample-video';
import { TestBrowser } from '@pamong/platform/testing/browser/browser';
import { ProductionSystem } from '@pamong/platform/testing/production-system';
import { course, publishRecording, startCourse, toOutline, writeQuiz, writeReading } from './author-steps.js';
import { compareDocument, downloadSealed } from './certificate-checks.js';
import { enrol, fillForms, takeQuiz, watchRecording } from './learner-steps.js';
import type { Page } from './visitors.js';
import { Looks, atDesk, throughDoor } from './visitors.js';

jest.setTimeout(600_000);

/** Kevin Jonathan Tan, who is new and has taken nothing yet. */
const learner = { login: '19980125 202506 1 914', password: 'pamong-demo', name: 'Kevin Jonathan Tan, S.H.' };

describe('the main job', () => {
  let system: ProductionSystem;
  let browser: TestBrowser;
  const looks = new Looks('main-job');
  let folder: string;

  beforeAll(async () => {
    system = await ProductionSystem.start();
    browser = await TestBrowser.open();
    folder = mkdtempSync(join(tmpdir(), 'pamong-main-job-'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leads from a webinar recording to a sealed certificate that a stranger can verify, and to its revocation', async () => {
    const film = await makeSampleVideo(await locateFfmpeg(), join(folder, 'webinar.mp4'), { seconds: 66 });
    await publishCourse(film);

    const page = await browser.visitor({ baseURL: system.baseUrl });
    await enrol(page, learner.login, learner.password);
    await looks.at(page, '4-lesson-1');
    const courseId = page.url().split('/')[4] ?? '';
    await page.getByRole('button', { name: 'Tandai selesai' }).click();
    await page.getByRole('heading', { level: 1, name: course.recording }).waitFor();
    await watchRecording(page);
    await looks.at(page, '5-watched');
    await fillForms(page, courseId);
    await looks.at(page, '6-forms');
    await page.getByRole('link', { name: new RegExp(course.quiz) }).first().click();
    await takeQuiz(page);
    const sent = performance.now();
    await page.getByText('Sertifikat Anda sudah terbit').waitFor({ timeout: 30_000 });
    expect(performance.now() - sent).toBeLessThan(20_000);
    await looks.at(page, '7-passed');

    await page.getByRole('link', { name: 'Lihat sertifikat' }).click();
    await page.getByText(learner.name).first().waitFor();
    await looks.at(page, '8-certificate');
    const pdf = await downloadSealed(page);
    const address = (await page.getByRole('link', { name: /Halaman publik/ }).getAttribute('href')) ?? '';
    await page.goto('/jp');
    await page.getByText(course.title).first().waitFor();

    const stranger = await atDesk(browser, system.baseUrl);
    await stranger.goto(address);
    await stranger.getByText('Sertifikat ini berlaku').waitFor();
    await compareDocument(stranger, pdf);
    await looks.at(stranger, '9-public-page');
    await revoke(stranger, address);
    looks.expectNone();
  });

  async function publishCourse(film: string): Promise<void> {
    const page = await atDesk(browser, system.baseUrl);
    await throughDoor(page, 'Pengajar');
    await startCourse(page);
    await writeReading(page);
    await toOutline(page);
    await publishRecording(page, film);
    await looks.at(page, '1-recording');
    await toOutline(page);
    await writeQuiz(page);
    await toOutline(page);
    await looks.at(page, '2-outline');
    await page.getByRole('tab', { name: 'Terbitkan' }).click();
    await page.getByRole('button', { name: 'Terbitkan versi 1' }).click();
    await page.getByText(/^Versi 1 terbit/).first().waitFor();
    await looks.at(page, '3-published');
  }

  /** The agency's admin takes the certificate back; the public page says so. */
  async function revoke(stranger: Page, address: string): Promise<void> {
    const admin = await atDesk(browser, system.baseUrl);
    await throughDoor(admin, 'Admin');
    await admin.goto('/kelola/sertifikat');
    const row = admin.getByRole('row').filter({ hasText: learner.name }).filter({ hasText: course.title });
    await row.getByRole('button', { name: /Cabut/ }).click();
    await admin.getByRole('dialog').getByLabel('Alasan pencabutan').fill('Contoh pencabutan dalam pengujian.');
    await admin.getByRole('dialog').getByRole('button', { name: 'Cabut sertifikat' }).click();
    await admin.getByText(/sudah dicabut/).first().waitFor();
    await stranger.goto(address);
    await stranger.getByText('Sertifikat ini dicabut').waitFor();
    await looks.at(stranger, '10-revoked');
  }
});

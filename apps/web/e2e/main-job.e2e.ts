import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { locateFfmpeg } from '@pamong/platform/ffmpeg/ffmpeg-tools';
import { makeSampleVideo } from '@pamong/platform/ffmpeg/sample-video';
import { size } from '@pamong/platform/testing/size';
import { course, finishRecording, startCourse, toOutline, uploadRecording, writeQuiz, writeReading } from './author-steps.js';
import type { Page } from './bed.js';
import { Bed } from './bed.js';
import { compareDocument, downloadSealed } from './certificate-checks.js';
import { enrol, fillForms, takeQuiz, watchRecording } from './learner-steps.js';

jest.setTimeout(600_000);

/** The server credits at most twice the time that passed, so the share of the 62 seconds decides how long the test takes. */
const share = size(50, 90);
const instructor = '198208112009122922';
const admin = '197303031995031921';
/** Kevin Jonathan Tan, who is new and has taken nothing yet. */
const learner = { login: '19980125 202506 1 914', password: 'pamong-demo', name: 'Kevin Jonathan Tan, S.H.' };

describe('the main job', () => {
  const bed = Bed.forTests('main-job');
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pamong-main-job-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('leads from a webinar recording to a sealed certificate that a stranger can verify, and to its revocation', async () => {
    await publishCourse();

    const page = await bed.phone();
    await enrol(page, learner.login, learner.password);
    await bed.show(page, '4-lesson-1');
    const courseId = page.url().split('/')[4] ?? '';
    await page.getByRole('button', { name: 'Tandai selesai' }).click();
    await page.getByRole('heading', { level: 1, name: course.recording }).waitFor();
    await watchRecording(page);
    await bed.judge(page, '5-watched');
    await fillForms(page, courseId);
    await bed.judge(page, '6-forms');
    await page.getByRole('link', { name: new RegExp(course.quiz) }).first().click();
    await takeQuiz(page);
    const sent = performance.now();
    await page.getByText('Sertifikat Anda sudah terbit').waitFor({ timeout: 30_000 });
    expect(performance.now() - sent).toBeLessThan(20_000);
    await bed.show(page, '7-passed');

    await page.getByRole('link', { name: 'Lihat sertifikat' }).click();
    await page.getByText(learner.name).first().waitFor();
    await bed.show(page, '8-certificate');
    const pdf = await downloadSealed(page);
    const address = (await page.getByRole('link', { name: /Halaman publik/ }).getAttribute('href')) ?? '';
    await page.goto('/jp');
    await page.getByText(course.title).first().waitFor();

    const stranger = await bed.desk();
    await stranger.goto(address);
    await stranger.getByText('Sertifikat ini berlaku').waitFor();
    await compareDocument(stranger, pdf);
    await bed.show(stranger, '9-public-page');
    await revoke(stranger, address);
    bed.expectNoComplaint();
  });

  async function publishCourse(): Promise<void> {
    const filming = locateFfmpeg().then((tools) => makeSampleVideo(tools, join(folder, 'webinar.mp4'), { seconds: 62 }));
    const page = await bed.desk();
    await bed.signIn(page, instructor);
    await startCourse(page, share);
    await writeReading(page);
    await toOutline(page);
    await uploadRecording(page, await filming);
    await toOutline(page);
    await writeQuiz(page);
    await toOutline(page);
    await bed.show(page, '1-outline');
    await finishRecording(page);
    await bed.judge(page, '2-recording');
    await toOutline(page);
    await page.getByRole('tab', { name: 'Terbitkan' }).click();
    await page.getByRole('button', { name: 'Terbitkan versi 1' }).click();
    await page.getByText(/^Versi 1 terbit/).first().waitFor();
    await bed.show(page, '3-published');
  }

  /** The agency's admin takes the certificate back; the public page says so. */
  async function revoke(stranger: Page, address: string): Promise<void> {
    const page = await bed.desk();
    await bed.signIn(page, admin);
    await page.goto('/kelola/sertifikat');
    const row = page.getByRole('row').filter({ hasText: learner.name }).filter({ hasText: course.title });
    await row.getByRole('button', { name: /Cabut/ }).click();
    await page.getByRole('dialog').getByLabel('Alasan pencabutan').fill('Contoh pencabutan dalam pengujian.');
    await page.getByRole('dialog').getByRole('button', { name: 'Cabut sertifikat' }).click();
    await page.getByText(/sudah dicabut/).first().waitFor();
    await stranger.goto(address);
    await stranger.getByText('Sertifikat ini dicabut').waitFor();
    await bed.judge(stranger, '10-revoked');
  }
});

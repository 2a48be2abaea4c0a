import { expect } from '@jest/globals';
import { course, rightAnswers } from './author-steps.js';
import type { Page } from './bed.js';
import { chooseAnswer, findInCatalogue } from './visitors.js';

/** Finds the course without an account, signs in on the way, confirms the name, and stands in lesson 1. */
export async function enrol(page: Page, login: string, password: string): Promise<void> {
  await findInCatalogue(page, 'menyambut', course.title);
  await page.getByRole('link', { name: course.title }).first().click();
  await page.getByRole('heading', { level: 1, name: course.title }).waitFor();
  await page.getByRole('link', { name: 'Ikuti pelatihan' }).first().click();
  await page.getByLabel(/NIP, NI PPPK/).fill(login);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Nama pada sertifikat').waitFor();
  await page.getByRole('button', { name: 'Ikuti dan mulai belajar' }).click();
  await page.getByRole('heading', { level: 1, name: course.reading }).waitFor();
}

/** Watches at double speed; a reload in the middle goes on at the second. */
export async function watchRecording(page: Page): Promise<void> {
  await play(page, 'Putar');
  await videoUntil(page, 'currentTime', 8);
  await page.reload();
  await play(page, /^Lanjutkan dari/);
  await videoUntil(page, 'currentTime', 6);
  await page.getByText(/Selesai, sudah ditonton/).waitFor({ timeout: 180_000 });
}

async function play(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await videoUntil(page, 'readyState', 3);
  await page.evaluate('document.querySelector("video").playbackRate = 2');
}

/** Asked from outside: the page's content security policy lets nobody evaluate a condition inside it. */
async function videoUntil(page: Page, property: 'currentTime' | 'readyState', least: number): Promise<void> {
  for (let tries = 0; tries < 450; tries += 1) {
    if (Number(await page.evaluate(`document.querySelector("video")?.${property} ?? 0`)) >= least) return;
    await page.waitForTimeout(200);
  }
  throw new Error(`The video's ${property} did not reach ${least}`);
}

export async function fillForms(page: Page, courseId: string): Promise<void> {
  await page.goto(`/belajar/${courseId}/evaluasi`);
  for (let form = 0; form < 2; form += 1) {
    const card = page.locator('form').first();
    await card.waitFor();
    const best = card.getByRole('radio', { name: 'Sangat baik' });
    expect(await best.count()).toBe(6);
    for (let item = 0; item < 6; item += 1) await best.nth(item).check({ force: true });
    const filled = page.waitForResponse((response) => response.url().endsWith('/evaluation') && response.request().method() === 'POST');
    await card.getByRole('button', { name: 'Kirim penilaian' }).click();
    expect((await filled).status()).toBe(204);
    if (form === 0) await page.getByText('sudah diisi').first().waitFor();
  }
  await page.getByText('Semua formulir sudah terisi.').waitFor();
}

/** Answers both questions with the key, across a reload, and hands in. */
export async function takeQuiz(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Kerjakan' }).click();
  await page.getByText('Pertanyaan 1 dari 2').waitFor();
  await answerRight(page);
  await page.reload();
  await page.getByText('Pertanyaan 2 dari 2').waitFor();
  await answerRight(page);
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
}

/** Marks every right option of the question on the page. */
async function answerRight(page: Page): Promise<void> {
  const right = (texts: readonly string[]) => texts.flatMap((text, index) => (rightAnswers.some((answer) => text.includes(answer)) ? [index] : []));
  const count = await page.getByRole('radio').count();
  await chooseAnswer(page, (texts) => right(texts)[0] ?? 0);
  if (count === 0) await chooseAnswer(page, (texts) => right(texts)[1] ?? 0);
}

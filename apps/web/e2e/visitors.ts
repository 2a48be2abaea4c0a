import { expect } from '@jest/globals';
import type { Page } from './bed.js';

/** Goes through one of the doors of the demo's landing page. */
export async function throughDoor(page: Page, door: 'Peserta' | 'Pengajar' | 'Admin' | 'Atasan'): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: `Coba sebagai ${door}` }).click();
  await page.waitForURL((url) => url.pathname !== '/');
}

/** Marks an option of the question on the page; by force, because what is seen of it is drawn over the native control. */
export async function mark(page: Page, which: (texts: readonly string[]) => number = () => 0): Promise<void> {
  const single = page.getByRole('radio');
  const options = (await single.count()) > 0 ? single : page.getByRole('checkbox');
  const texts = await options.evaluateAll((inputs) => inputs.map((input) => input.closest('label')?.textContent ?? ''));
  await options.nth(which(texts)).check({ force: true });
}

/** Chooses an answer for the question on the page and waits until the server has it. */
export async function chooseAnswer(page: Page, which?: (texts: readonly string[]) => number): Promise<void> {
  const [saved] = await Promise.all([page.waitForResponse((response) => response.url().includes('/answers/')), mark(page, which)]);
  expect(saved.status()).toBe(200);
  await page.getByText(/Tersimpan pukul \d\d\.\d\d\.\d\d/).waitFor();
}

/** Searches the catalogue until it knows a course that was published a moment ago: the worker brings it in. */
export async function findInCatalogue(page: Page, words: string, title: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    await page.goto(`/katalog?q=${encodeURIComponent(words)}`);
    const found = await page.getByRole('link', { name: title }).first().waitFor({ timeout: tries < 20 ? 700 : 20_000 }).then(() => true, () => false);
    if (found || tries === 20) return;
  }
}

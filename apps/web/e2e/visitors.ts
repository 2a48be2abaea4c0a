import { expect } from '@jest/globals';
import { expectAccessible } from '@pamong/platform/testing/browser/accessibility';
import type { TestBrowser } from '@pamong/platform/testing/browser/browser';
import { faultsOf, screenshot } from '@pamong/platform/testing/browser/browser';

export type Page = Awaited<ReturnType<TestBrowser['visitor']>>;

/** Somebody at a desk who reads Indonesian; `browser.visitor` alone gives a phone. */
export async function atDesk(browser: TestBrowser, baseURL: string): Promise<Page> {
  const page = await browser.visitor({ baseURL, look: 'laptop-light-en', locale: 'id-ID' });
  await page.addInitScript(`localStorage.setItem('pamong.language', 'id')`);
  return page;
}

/**
 * Shows pages to axe and to people. What they complain about is collected, so that one run of a long test names every
 * fault; `expectNone` fails with all of them.
 */
export class Looks {
  private readonly complaints: string[] = [];

  constructor(private readonly folder: string) {}

  async at(page: Page, name: string): Promise<void> {
    await screenshot(page, `${this.folder}/${name}`);
    await expectAccessible(page).catch((error: unknown) => this.complaints.push(`${name}: ${String(error)}`));
    this.complaints.push(...faultsOf(page).map((fault) => `${name}: ${fault}`));
  }

  expectNone(): void {
    expect(this.complaints.join('\n')).toBe('');
  }
}

/** Goes through one of the doors of the demo's landing page. */
export async function throughDoor(page: Page, door: 'Peserta' | 'Pengajar' | 'Admin' | 'Atasan'): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: `Coba sebagai ${door}` }).click();
  await page.waitForURL((url) => url.pathname !== '/');
}

/** Chooses an answer for the question on the page and waits until the server has it. */
export async function chooseAnswer(page: Page, which: (texts: readonly string[]) => number = () => 0): Promise<void> {
  const single = page.getByRole('radio');
  const options = (await single.count()) > 0 ? single : page.getByRole('checkbox');
  const texts = await options.evaluateAll((inputs) => inputs.map((input) => input.closest('label')?.textContent ?? ''));
  const [saved] = await Promise.all([page.waitForResponse((response) => response.url().includes('/answers/')), options.nth(which(texts)).check({ force: true })]);
  expect(saved.status()).toBe(200);
  await page.getByText(/Tersimpan pukul \d\d\.\d\d\.\d\d/).waitFor();
}

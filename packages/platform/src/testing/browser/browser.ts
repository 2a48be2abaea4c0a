import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { chromiumFlags, findChromium } from './chromium.js';

/** The two looks every screen is looked at in: the smallest phone in the dark, a laptop in the light. */
export const looks = {
  'phone-dark-id': { viewport: { width: 360, height: 740 }, colorScheme: 'dark', locale: 'id-ID', hasTouch: true },
  'laptop-light-en': { viewport: { width: 1280, height: 800 }, colorScheme: 'light', locale: 'en-GB', hasTouch: false },
} as const satisfies Record<string, BrowserContextOptions>;

export type Look = keyof typeof looks;

/** Folder of screenshots, outside of git. */
export const artefactsDir = join(import.meta.dirname, '..', '..', '..', '..', '..', '.artefacts');

/** A real Chromium; one a test file is enough, each visitor gets a context of their own. */
export class TestBrowser {
  private constructor(private readonly browser: Browser) {}

  static async open(): Promise<TestBrowser> {
    const { executablePath, env } = await findChromium();
    const browser = await chromium.launch({
      executablePath,
      args: chromiumFlags,
      headless: true,
      // A busy machine needs its time.
      timeout: 120_000,
      env: { ...definedOnly(process.env), ...env },
    });
    return new TestBrowser(browser);
  }

  /**
   * A visitor with cookies and storage of their own. The page remembers what went wrong in it; see `faultsOf`.
   * @param options.baseURL origin that paths are relative to
   */
  async visitor(options: { baseURL: string; look?: Look } & BrowserContextOptions): Promise<Page> {
    const { look = 'phone-dark-id', ...rest } = options;
    const context: BrowserContext = await this.browser.newContext({ timezoneId: 'Asia/Jakarta', acceptDownloads: true, ...looks[look], ...rest });
    if (look.endsWith('-en')) await context.addInitScript(speakEnglish);
    return this.tab(context);
  }

  /** A further tab of a visitor, whose `page.context()` this is. */
  async tab(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const faults: string[] = [];
    faultsByPage.set(page, faults);
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** The web remembers the language of a device under this key; a choice made in the page stays. */
const speakEnglish = `if (location.protocol.startsWith('http')) localStorage.getItem('pamong.language') ?? localStorage.setItem('pamong.language', 'en')`;

const faultsByPage = new WeakMap<Page, string[]>();

/** Errors that the page threw or wrote to the console since the last call. */
export function faultsOf(page: Page): string[] {
  return faultsByPage.get(page)?.splice(0) ?? [];
}

/**
 * Takes one picture of the whole page, in the look that it has.
 * @param name file name without extension; folders by slash
 */
export async function picture(page: Page, name: string): Promise<void> {
  const path = join(artefactsDir, `${name}.jpg`);
  mkdirSync(dirname(path), { recursive: true });
  // A JPEG takes half the time of a PNG.
  await page.screenshot({ path, fullPage: true, type: 'jpeg', quality: 85 });
}

/**
 * Takes pictures of the page as it stands, at 360 px in the dark and at 1280 px in the light, and puts the page back.
 * For a page in English, ask for a visitor with the look `laptop-light-en`.
 * @param name file name without extension; folders by slash
 */
export async function screenshot(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const [suffix, look] of Object.entries(looks)) {
    await page.setViewportSize(look.viewport);
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
    const path = join(artefactsDir, `${name}-${suffix.split('-').slice(0, 2).join('-')}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await page.screenshot({ path, fullPage: true });
  }
  if (before !== null) await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

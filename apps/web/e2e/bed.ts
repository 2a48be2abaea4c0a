import { afterAll, beforeAll, expect } from '@jest/globals';
import { expectAccessible } from '@pamong/platform/testing/browser/accessibility';
import { TestBrowser, faultsOf, picture, screenshot } from '@pamong/platform/testing/browser/browser';
import type { SystemOptions } from '@pamong/platform/testing/production-system';
import { ProductionSystem } from '@pamong/platform/testing/production-system';
import { full } from '@pamong/platform/testing/size';

export type Page = Awaited<ReturnType<TestBrowser['visitor']>>;

/** What the browser writes of a request that a test kept from being answered, or cut off. */
export const noNetwork = /net::ERR_(INTERNET_DISCONNECTED|NETWORK|CONNECTION|EMPTY_RESPONSE|SOCKET|FAILED|INCOMPLETE_CHUNKED_ENCODING|ABORTED)/;

type Wishes = Partial<Parameters<TestBrowser['visitor']>[0]>;

/**
 * What the browser tests of one file stand on: the production system that all files share, and a browser of their own. Two
 * files run at a time, so a test takes a learner and a course of its own, and ends no process of the shared system.
 */
export class Bed {
  private readonly complaints: string[] = [];
  system!: ProductionSystem;
  browser!: TestBrowser;

  private constructor(private readonly folder: string) {}

  /**
   * To be called in `describe`.
   * @param folder of this file's pictures, below `.artefacts`
   * @param options for a test that cannot do with the shared system: of another name, it gets one of its own
   */
  static forTests(folder: string, options: () => Promise<SystemOptions> = () => Promise.resolve({})): Bed {
    const bed = new Bed(folder);
    beforeAll(async () => {
      [bed.system, bed.browser] = await Promise.all([options().then((wanted) => ProductionSystem.start(wanted)), TestBrowser.open()]);
    });
    afterAll(() => bed.browser.close());
    return bed;
  }

  /** Somebody with a phone, in the dark, who reads Indonesian. */
  phone(wishes: Wishes = {}): Promise<Page> {
    return this.browser.visitor({ baseURL: this.system.baseUrl, ...wishes });
  }

  /** Somebody at a desk, in the light, who reads Indonesian. */
  async desk(wishes: Wishes = {}): Promise<Page> {
    const page = await this.browser.visitor({ baseURL: this.system.baseUrl, look: 'laptop-light-en', locale: 'id-ID', ...wishes });
    await page.addInitScript(`localStorage.setItem('pamong.language', 'id')`);
    return page;
  }

  /** Signs a visitor in without the login page, as one of the demo's people. */
  async signIn(page: Page, login: string): Promise<void> {
    await this.ask(page, 'POST', '/session', { login, password: 'pamong-demo' });
  }

  /** A request of this visitor past the screens, for what a test needs and is not about. */
  async ask<Answer>(page: Page, method: string, path: string, data?: unknown): Promise<Answer> {
    const answer = await page.context().request.fetch(`${this.system.baseUrl}/api${path}`, { method, ...(data === undefined ? {} : { data }) });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return (answer.status() === 204 ? null : await answer.json()) as Answer;
  }

  /**
   * Takes the page's picture; both looks of it in a proof. Its faults are collected for `expectNoComplaint`.
   * @param caused faults that the test itself caused, a network that it took away for one
   */
  async show(page: Page, name: string, caused?: RegExp): Promise<void> {
    await (full ? screenshot : picture)(page, `${this.folder}/${name}`);
    const faults = faultsOf(page).filter((fault) => caused?.test(fault) !== true);
    this.complaints.push(...faults.map((fault) => `${name}: ${fault}`));
  }

  /** For a state that `every-screen` does not come upon: the page's picture, and what axe says about it. */
  async judge(page: Page, name: string, caused?: RegExp): Promise<void> {
    await expectAccessible(page).catch((error: unknown) => this.complaints.push(`${name}: ${String(error)}`));
    await this.show(page, name, caused);
  }

  /** Fails with everything that `show` and `judge` collected, so that one run of a long test names every fault. */
  expectNoComplaint(): void {
    expect(this.complaints.splice(0).join('\n')).toBe('');
  }
}

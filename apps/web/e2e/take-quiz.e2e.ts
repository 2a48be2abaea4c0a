import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ProductionSystem } from '@pamong/platform/testing/production-system';
import { size } from '@pamong/platform/testing/size';
import type { Page } from './bed.js';
import { Bed, noNetwork } from './bed.js';
import type { Attempt } from './quiz-steps.js';
import { publishQuiz, rightOption } from './quiz-steps.js';
import { chooseAnswer, mark } from './visitors.js';

jest.setTimeout(300_000);

const instructor = '198208112009122922';
const learner = '199511112019031906';
const right = (texts: readonly string[]): number => texts.findIndex((text) => text.includes(rightOption));

describe('a quiz on a line that breaks', () => {
  const bed = Bed.forTests('take-quiz');
  let api: ProductionSystem;

  beforeAll(async () => {
    api = await bed.system.besideApi();
  });
  afterAll(() => api.stop());

  it('loses no answer without a network, over a reload, an API that dies and a second tab, and is handed in once', async () => {
    const author = await bed.desk();
    await bed.signIn(author, instructor);
    const { courseId, lessonId } = await publishQuiz(bed, author, 'Menjaga setiap jawaban', 5);
    const page = await bed.phone({ baseURL: api.baseUrl });
    await bed.signIn(page, learner);
    await bed.ask(page, 'POST', `/courses/${courseId}/enrolment`, { nameOnCertificate: 'Lalu Ahmad Fauzan' });
    await page.goto(`/belajar/${courseId}/materi/${lessonId}`);
    await page.getByRole('button', { name: 'Kerjakan' }).click();
    await page.getByText('Pertanyaan 1 dari 5').waitFor();
    const attempt = () => bed.ask<Attempt>(page, 'GET', `/quiz-attempts/${page.url().split('/').at(-1)}`);
    const { deadlineAt } = await attempt();
    await chooseAnswer(page, right);

    await withoutNetwork(page, async () => {
      await answerNext(page, 2);
      await waiting(page, 1);
      await answerNext(page, 3);
      await waiting(page, 2);
      await bed.judge(page, '1-waiting', noNetwork);
      await page.waitForTimeout(size(500, 60_000));
      expect((await attempt()).answers).toHaveLength(1);
    });
    await stored(page);
    expect((await attempt()).answers).toHaveLength(3);

    await acrossReload(page);
    expect((await attempt()).answers).toHaveLength(4);

    await api.kill9('api');
    await answerNext(page, 5);
    await waiting(page, 1);
    await api.start('api');
    await stored(page);
    expect(await attempt()).toMatchObject({ state: 'open', deadlineAt, answers: { length: 5 } });

    await handInTwice(page);
    const status = await bed.ask<{ attempts: Attempt[] }>(page, 'GET', `/learning/${courseId}/lessons/${lessonId}/quiz`);
    expect(status.attempts).toEqual([expect.objectContaining({ state: 'graded', deadlineAt, score: 100, submittedByDeadline: false })]);
    await bed.show(page, '3-result', noNetwork);
    bed.expectNoComplaint();
  });

  async function answerNext(page: Page, number: number): Promise<void> {
    await page.getByRole('button', { name: 'Berikutnya' }).click();
    await page.getByText(`Pertanyaan ${number} dari 5`).waitFor();
    await mark(page, right);
  }

  const waiting = (page: Page, count: number) => page.getByText(`${count} jawaban menunggu jaringan`).waitFor();
  const stored = (page: Page) => page.getByText(/Tersimpan pukul \d\d\.\d\d\.\d\d/).waitFor();

  async function withoutNetwork(page: Page, act: () => Promise<void>): Promise<void> {
    await page.context().setOffline(true);
    await act();
    await page.context().setOffline(false);
  }

  /** An answer that the line swallows waits through a reload and is sent by the page that comes after. */
  async function acrossReload(page: Page): Promise<void> {
    const answers = '**/answers/*';
    await page.route(answers, (route) => route.abort());
    await answerNext(page, 4);
    await waiting(page, 1);
    await page.reload();
    await waiting(page, 1);
    await page.unroute(answers);
    await stored(page);
    await page.getByRole('button', { name: 'Pertanyaan 4, sudah dijawab' }).click();
  }

  /** The same attempt in two tabs, handed in from both at the same moment. */
  async function handInTwice(page: Page): Promise<void> {
    const second = await bed.browser.tab(page.context());
    await second.goto(page.url());
    for (const number of [1, 2, 3, 4, 5]) await second.getByRole('button', { name: `Pertanyaan ${number}, sudah dijawab` }).waitFor();
    await bed.show(second, '2-second-tab', noNetwork);
    const tabs = [page, second];
    await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: 'Kirim jawaban' }).click()));
    await Promise.all(tabs.map((tab) => tab.getByText('Lulus', { exact: true }).waitFor()));
    await second.close();
  }
});

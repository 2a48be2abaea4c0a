import { describe, expect, it, jest } from '@jest/globals';
import { Bed } from './bed.js';
import { compareDocument, downloadSealed } from './certificate-checks.js';
import { chooseAnswer, throughDoor } from './visitors.js';

jest.setTimeout(240_000);

describe('the demo learner', () => {
  const bed = Bed.forTests('demo-learner');

  it('answers the last three questions; the ring closes and a certificate appears that a stranger can check', async () => {
    const page = await bed.phone({ timezoneId: 'Asia/Makassar' });
    await throughDoor(page, 'Peserta');
    await page.getByText('16', { exact: true }).waitFor();
    await page.getByText('dari 20 JP').waitFor();
    await bed.show(page, '1-home');

    await page.getByRole('link', { name: 'Lanjutkan', exact: true }).click();
    await page.getByRole('button', { name: 'Lanjutkan mengerjakan' }).click();
    await page.getByText('Pertanyaan 10 dari 12').waitFor();
    await bed.judge(page, '2-question');
    await chooseAnswer(page);
    await page.reload();
    // What was acknowledged is there after a reload, which goes on at the next open question.
    await page.getByText('Pertanyaan 11 dari 12').waitFor();
    await chooseAnswer(page);
    await page.getByRole('button', { name: 'Berikutnya' }).click();
    await chooseAnswer(page);

    await page.getByRole('button', { name: 'Kirim jawaban' }).click();
    const sent = performance.now();
    await page.getByText('Sertifikat Anda sudah terbit').waitFor();
    expect(performance.now() - sent).toBeLessThan(15_000);
    await page.getByText('20', { exact: true }).waitFor();
    await bed.judge(page, '3-certificate-issued');

    await page.getByRole('link', { name: 'Lihat sertifikat' }).click();
    await page.getByRole('heading', { level: 1, name: /Kecerdasan Artifisial/ }).waitFor();
    await page.getByText('Nurhayati, S.Kep., Ns.').first().waitFor();
    await bed.show(page, '4-certificate');
    const pdf = await downloadSealed(page);
    await expectVerified(await page.getByRole('link', { name: /Halaman publik/ }).getAttribute('href'), pdf);
    bed.expectNoComplaint();
  });

  /** A stranger on another device opens the public page and compares the document, and one with a byte changed. */
  async function expectVerified(address: string | null, pdf: Buffer): Promise<void> {
    const stranger = await bed.desk();
    await stranger.goto(address ?? '/v');
    await stranger.getByText('Sertifikat ini berlaku').waitFor();
    expect(await stranger.content()).not.toContain('199003052015032904');
    await bed.show(stranger, '5-public-page');
    await compareDocument(stranger, pdf);
    await bed.judge(stranger, '6-changed-byte');
  }
});

import { describe, expect, it, jest } from '@jest/globals';
import { Bed } from './bed.js';
import { throughDoor } from './visitors.js';

jest.setTimeout(120_000);

const title = /^Kecerdasan Artifisial untuk ASN/;
/** Said in the demo's recording, near its end. */
const said = 'jangan menempelkan data pribadi';

describe('finding a course', () => {
  const bed = Bed.forTests('find-course');

  it('as a visitor on a phone: with a typo, by a facet, by a sentence of a lesson', async () => {
    const page = await bed.phone();
    await page.goto('/katalog');
    const box = page.getByRole('combobox', { name: /^Cari judul/ });
    await box.fill('kecerdsan');
    await page.getByRole('option', { name: title }).waitFor();
    await bed.judge(page, '1-suggestions');
    await box.press('Enter');
    await page.getByText('Menampilkan hasil untuk “kecerdasan”.').waitFor();
    await page.getByRole('link', { name: title }).waitFor();
    await bed.judge(page, '2-typo');

    await page.getByRole('button', { name: 'Hapus saringan' }).click();
    await page.getByRole('button', { name: 'Saring', exact: true }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('checkbox', { name: /^4–6 JP/ }).click({ force: true });
    await bed.judge(page, '3-filters');
    await sheet.getByRole('button', { name: /^Lihat \d+ pelatihan$/ }).click();
    await page.getByRole('link', { name: title }).waitFor();
    expect(new URL(page.url()).searchParams.getAll('jp')).toEqual(['4-6']);

    await page.goto('/katalog?q=zzzyyyxxx&tingkat=basic');
    await page.getByText('Tidak ada yang cocok dengan “zzzyyyxxx”').waitFor();
    await bed.judge(page, '4-nothing');

    await box.fill(`"${said}"`);
    await box.press('Enter');
    const hit = page.getByRole('link', { name: new RegExp(said, 'i') }).first();
    await hit.waitFor();
    await bed.judge(page, '5-sentence');
    await hit.click();
    // A visitor comes to the lesson's line on the page of the course.
    await page.locator('[aria-current="true"]', { hasText: 'Menebak kata' }).waitFor();
    await bed.show(page, '6-line-of-the-lesson');
    bed.expectNoComplaint();
  });

  it('as a learner at a desk, to the second, from the keyboard alone', async () => {
    const page = await bed.desk();
    await throughDoor(page, 'Peserta');
    await page.goto('/katalog');
    await page.getByRole('link', { name: title }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(said);
    await page.keyboard.press('Enter');
    const hit = page.getByRole('link', { name: /menit \d+\.\d\d/ }).first();
    await hit.waitFor();
    await bed.judge(page, '7-desk');
    expect(await hit.getAttribute('href')).toMatch(/\/belajar\/.+\/materi\/.+\?t=\d+$/);
    await hit.press('Enter');
    await page.getByRole('button', { name: /^Lanjutkan dari \d+\.\d\d$/ }).waitFor();
    await bed.show(page, '8-second');
    bed.expectNoComplaint();
  });
});

import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from './bed.js';
import { Bed } from './bed.js';
import { findInCatalogue, throughDoor } from './visitors.js';

jest.setTimeout(240_000);

const title = 'Menulis surat dinas yang jelas';

describe('an instructor', () => {
  const bed = Bed.forTests('author-course');

  it('writes a course from a title to a version that a visitor finds in the catalogue', async () => {
    const page = await bed.phone();
    await throughDoor(page, 'Pengajar');
    await page.getByRole('heading', { level: 1, name: 'Pelatihan saya' }).waitFor();
    await bed.show(page, '1-workspace');

    await page.getByRole('button', { name: 'Buat pelatihan' }).click();
    await page.getByRole('dialog').getByLabel('Judul').fill(title);
    await page.getByRole('button', { name: 'Buat draf' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();

    await page.getByRole('button', { name: 'Tambah materi' }).click();
    await page.getByRole('menuitem', { name: /Bacaan/ }).click();
    await page.getByLabel('Judul materi').fill('Satu pesan, satu surat');
    await page.getByLabel('Menit', { exact: true }).fill('45');
    const text = page.getByRole('textbox', { name: /^Isi/ });
    await text.click();
    await page.getByRole('button', { name: 'Judul bagian' }).click();
    await page.keyboard.type('Mulai dari pembaca');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Tulis untuk orang yang sibuk.');
    await page.getByText(/Tersimpan pukul/).waitFor();
    await page.reload();
    // What was said to be saved is there, as clean headings and paragraphs.
    expect(await text.innerHTML()).toBe('<h2>Mulai dari pembaca</h2><p>Tulis untuk orang yang sibuk.</p>');
    await bed.judge(page, '2-lesson');

    await page.getByRole('link', { name: 'Pratinjau' }).click();
    await page.getByRole('heading', { level: 2, name: 'Mulai dari pembaca' }).waitFor();
    await bed.show(page, '3-preview');
    await page.getByRole('link', { name: 'Kembali menyunting' }).click();
    await page.getByRole('link', { name: title }).first().click();

    await arrange(page);
    await bed.show(page, '4-outline');
    await publish(bed, page);

    const visitor = await bed.phone({ look: 'laptop-light-en' });
    await findInCatalogue(visitor, 'surat dinas', title);
    await bed.show(visitor, '7-catalogue');
    await visitor.getByRole('link', { name: title }).click();
    await visitor.getByRole('heading', { level: 1, name: title }).waitFor();
    await visitor.getByText('1 JP').first().waitFor();
    await bed.show(visitor, '8-course');
    bed.expectNoComplaint();
  });
});

/** Adds a module, moves the lesson into it, removes the empty one, takes that back and removes it again. */
async function arrange(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tambah modul' }).click();
  await page.locator('textarea:focus').fill('Menulis');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Turunkan Satu pesan, satu surat' }).click();
  await page.getByRole('button', { name: 'Naikkan Satu pesan, satu surat' }).and(page.locator(':focus')).waitFor();
  await page.getByRole('button', { name: 'Hapus Modul 1' }).click();
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await page.getByRole('button', { name: 'Hapus Modul 1' }).click();
  await page.getByRole('button', { name: 'Hapus Modul 1' }).waitFor({ state: 'detached' });
}

/** Follows the check list to the missing summary, then publishes. */
async function publish(bed: Bed, page: Page): Promise<void> {
  await page.getByRole('tab', { name: /Terbitkan/ }).click();
  await bed.judge(page, '5-check-list');
  await page.getByRole('link', { name: /Tulis ringkasan/ }).click();
  await page.getByLabel('Ringkasan').fill('Surat yang dibaca sampai selesai.');
  await page.getByText(/Tersimpan pukul/).waitFor();
  await bed.judge(page, '6-facts');
  await page.getByRole('tab', { name: 'Aturan' }).click();
  await page.getByLabel('Nilai minimal', { exact: true }).waitFor();
  await bed.judge(page, '6-rules');
  await page.getByRole('tab', { name: /Terbitkan/ }).click();
  await page.getByRole('button', { name: 'Terbitkan versi 1' }).click();
  await page.getByText('Versi 1 terbit.').waitFor();
}

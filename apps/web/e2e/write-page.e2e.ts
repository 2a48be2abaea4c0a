import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from './bed.js';
import { Bed } from './bed.js';
import { throughDoor } from './visitors.js';

jest.setTimeout(120_000);

const title = 'Menulis halaman tanpa tetikus';

/** What Word puts on the clipboard for a long document: lists drawn with paragraphs, headings, tables, a picture. */
async function pasteFromWord(page: Page): Promise<void> {
  await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 240;
    canvas.getContext('2d')?.fillRect(40, 40, 200, 120);
    const item = (level: number, mark: string, text: string) => `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}&nbsp;</span><![endif]>${text}<o:p></o:p></p>`;
    const cell = (text: string) => `<td style='border:solid'><p class=MsoNormal>${text}</p></td>`;
    const chapter = (number: number) =>
      `<h1>Bab ${number}</h1><p class=MsoNormal style='text-align:justify'><span style='font-size:12pt'>${'Setiap instansi menyusun rencana dan melaporkannya. '.repeat(12)}<o:p></o:p></span></p>${item(1, '1.', 'Susun')}${item(2, 'a.', 'Periksa')}${item(1, '2.', 'Kirim')}<table><tr>${cell('<b>Bagian</b>')}${cell('<b>Isi</b>')}</tr><tr>${cell('Kepala')}${cell('Nama')}</tr></table>`;
    const data = new DataTransfer();
    data.setData('text/html', `<html xmlns:o="urn:schemas-microsoft-com:office:office"><!--[if gte mso 9]><xml></xml><![endif]-->${[...Array(20).keys()].map((at) => chapter(at + 1)).join('')}<p><img src="${canvas.toDataURL()}"></p></html>`);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
}

describe('an author at the keyboard', () => {
  const bed = Bed.forTests('write-page');

  it('writes a page with the slash menu, pastes a long document, and learners receive clean HTML', async () => {
    const page = await bed.desk();
    await throughDoor(page, 'Pengajar');
    await page.getByRole('heading', { level: 1, name: 'Pelatihan saya' }).waitFor();
    const course = await bed.ask<{ id: string; revision: number; modules: { id: string }[] }>(page, 'POST', '/courses', { title });
    const { lessonId } = await bed.ask<{ lessonId: string }>(page, 'POST', `/courses/${course.id}/modules/${course.modules[0]?.id ?? ''}/lessons`, { kind: 'text', title: 'Bacaan', minutes: 45 });
    await bed.ask(page, 'PATCH', `/courses/${course.id}`, { revision: course.revision, summary: 'Dari papan ketik saja.' });
    await page.goto(`/kelola/pelatihan/${course.id}/materi/${lessonId}`);
    const text = page.getByRole('textbox', { name: 'Isi Bacaan' });
    await text.focus();

    await page.keyboard.type('/judul');
    await page.getByRole('listbox', { name: 'Sisipkan blok' }).waitFor();
    await bed.judge(page, '1-slash');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Sebelum menulis');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/kiat');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Baca keras-keras sekali.');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- Satu pesan');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');

    await pasteFromWord(page);
    // The only picture that came along asks for its description.
    const alt = page.getByRole('dialog').getByLabel('Teks pengganti');
    await alt.fill('Persegi hitam di kiri atas');
    await bed.judge(page, '2-picture');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForTimeout(400);
    await page.getByText(/Tersimpan pukul/).waitFor();
    await bed.judge(page, '3-written');

    await bed.ask(page, 'POST', `/courses/${course.id}/publish`, { number: 1 });
    const { content } = await bed.ask<{ content: { html: string } }>(page, 'GET', `/courses/${course.id}/lessons/${lessonId}/preview`);
    expect(content.html).toMatch(/^<h2 id="b-sebelum-menulis">Sebelum menulis<\/h2><aside data-callout="tip" role="note"><p class="callout-label">Kiat<\/p><p>Baca keras-keras sekali\.<\/p><\/aside><ul><li>Satu pesan<\/li><\/ul>/);
    expect(content.html).toContain('<ol><li>Susun<ol><li>Periksa</li></ol></li><li>Kirim</li></ol>');
    expect(content.html.match(/<th scope="col">Bagian<\/th>/g)?.length).toBe(20);
    expect(content.html).toMatch(/<picture><source type="image\/avif"[^>]*><img [^>]*alt="Persegi hitam di kiri atas"/);
    expect(content.html).not.toMatch(/style=|Mso|<o:p|<span/);

    const reader = await bed.phone();
    await bed.signIn(reader, '199511112019031906');
    const { me } = await bed.ask<{ me: { fullName: string } }>(reader, 'GET', '/session');
    await bed.ask(reader, 'POST', `/courses/${course.id}/enrolment`, { nameOnCertificate: me.fullName });
    await reader.goto(`/belajar/${course.id}/materi/${lessonId}`);
    await reader.getByRole('heading', { level: 2, name: 'Sebelum menulis' }).waitFor();
    await reader.getByRole('note').getByText('Kiat').waitFor();
    await bed.judge(reader, '4-read');
    bed.expectNoComplaint();
  });
});

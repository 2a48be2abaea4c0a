import type { Page } from './bed.js';

export const course = { title: 'Menyambut Warga di Loket', reading: 'Kalimat pertama di loket', recording: 'Rekaman webinar: loket yang menolong', quiz: 'Tes akhir' };

/** The key of the quiz that `writeQuiz` writes, for the learner who has learned it. */
export const rightAnswers = ['Menyapa dan menanyakan keperluannya', 'Nama layanan dan syaratnya', 'Waktu yang dibutuhkan'];

/** Waits until the editor says that what was typed is kept. */
async function saved(page: Page): Promise<void> {
  await page.waitForTimeout(200);
  await page.getByText(/^Tersimpan pukul/).first().waitFor();
}

/**
 * A draft with its facts and rules; ends on the outline.
 * @param share of a recording that must be watched, in percent
 */
export async function startCourse(page: Page, share: number): Promise<void> {
  await page.goto('/kelola/pelatihan');
  await page.getByRole('button', { name: 'Buat pelatihan' }).first().click();
  await page.getByRole('dialog').getByLabel('Judul').fill(course.title);
  await page.getByRole('button', { name: 'Buat draf' }).click();
  await page.getByRole('heading', { level: 1, name: course.title }).waitFor();
  await page.getByRole('tab', { name: 'Keterangan' }).click();
  await page.getByLabel('Ringkasan').fill('Menyambut warga dengan kalimat yang menolong, dari sapaan pertama sampai pamit.');
  await saved(page);
  await page.getByRole('tab', { name: 'Aturan' }).click();
  for (const rule of [/Menyelesaikan semua materi/, /Mencapai nilai minimal/, /Mengisi evaluasi/]) await page.getByRole('checkbox', { name: rule }).setChecked(true, { force: true });
  await page.getByRole('textbox', { name: 'Nilai minimal' }).fill('70');
  await page.getByLabel('Bagian video yang harus ditonton').fill(String(share));
  await saved(page);
  await page.getByRole('tab', { name: 'Isi' }).click();
}

/** Adds a lesson and names it; what saves the lesson's body saves this too. */
async function addLesson(page: Page, kind: 'Bacaan' | 'Video' | 'Kuis', title: string, minutes: number): Promise<void> {
  await page.getByRole('button', { name: 'Tambah materi' }).first().click();
  await page.getByRole('menuitem', { name: new RegExp(`^${kind}`) }).click();
  await page.getByLabel('Judul materi').fill(title);
  await page.getByLabel('Menit', { exact: true }).fill(String(minutes));
}

export async function toOutline(page: Page): Promise<void> {
  await page.getByRole('link', { name: course.title }).first().click();
  await page.getByRole('tab', { name: 'Isi' }).waitFor();
}

export async function writeReading(page: Page): Promise<void> {
  await addLesson(page, 'Bacaan', course.reading, 10);
  await page.getByRole('textbox', { name: /^Isi/ }).fill('Selamat pagi, Ibu. Apa yang dapat kami bantu? Sapaan yang jelas membuat warga tahu bahwa ia sudah datang ke tempat yang benar.');
  await saved(page);
}

/** Drops a recording into a lesson; the worker makes it playable while the author goes on. */
export async function uploadRecording(page: Page, film: string): Promise<void> {
  await addLesson(page, 'Video', course.recording, 40);
  await page.getByRole('link', { name: /Unduh video contoh/ }).waitFor();
  await page.locator('input[type=file][accept*=mp4]').setInputFiles(film);
  await page.getByText(/Rekaman sudah diterima|Rekaman diperiksa|Rekaman sudah dapat diputar|siap diputar/).first().waitFor({ timeout: 60_000 });
  await saved(page);
}

/** Comes back to the recording and waits until it can be played. */
export async function finishRecording(page: Page): Promise<void> {
  await page.getByRole('link', { name: new RegExp(course.recording) }).first().click();
  await page.getByText(/Rekaman sudah dapat diputar|siap diputar/).first().waitFor({ timeout: 240_000 });
  await page.getByLabel('Bab rekaman').fill('0.00 Pembuka\n0.30 Contoh sapaan');
  await saved(page);
}

export async function writeQuiz(page: Page): Promise<void> {
  await addLesson(page, 'Kuis', course.quiz, 10);
  await page.getByRole('switch', { name: /Tes akhir/ }).setChecked(true, { force: true });
  await page.getByRole('button', { name: 'Tambah pilihan tunggal' }).click();
  await page.getByRole('button', { name: 'Tambah pilihan jamak' }).click();
  const [first, second] = [page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^Pertanyaan 1/ }) }), page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^Pertanyaan 2/ }) })];
  await first.getByLabel('Pertanyaan', { exact: true }).fill('Apa yang pertama kali dilakukan petugas?');
  await first.getByLabel('Teks pilihan 1').fill(rightAnswers[0] ?? '');
  await first.getByLabel('Teks pilihan 2').fill('Meminta fotokopi');
  await first.getByLabel('Pembahasan').fill('Sapaan membuka percakapan, baru kemudian syarat.');
  await second.getByLabel('Pertanyaan', { exact: true }).fill('Apa saja yang perlu diketahui warga sebelum menunggu?');
  await second.getByLabel('Teks pilihan 1').fill(rightAnswers[1] ?? '');
  await second.getByLabel('Teks pilihan 2').fill(rightAnswers[2] ?? '');
  await second.getByLabel('Pilihan 2 benar').check();
  await saved(page);
}

import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import type { SmtpCatcher } from '@pamong/platform/testing/smtp-catcher';
import type { TestIdentityProvider } from '@pamong/platform/testing/identity-provider';
import type { SheetFile } from './agency-files.js';
import type { Bed, Page } from './bed.js';

export const agency = { name: 'Pemerintah Kota Muara Lestari', shortName: 'Kota Muara Lestari', colour: '#8a1538' } as const;
export const admin = { name: 'Fitri Handayani', titleAfter: 'S.STP., M.Si.', email: 'fitri@muaralestari.example', password: 'sawah hijau di tepi sungai' } as const;

/** The agency and its first admin, with the code that the terminal shows; a mistyped one is corrected on the way. */
export async function beginAgency(page: Page, code: string): Promise<void> {
  await page.getByLabel('Nama instansi').fill(agency.name);
  await page.getByLabel('Nama singkat').fill(agency.shortName);
  await page.getByLabel('Zona waktu').selectOption({ label: 'WITA (Makassar)' });
  await page.getByLabel('Nama', { exact: true }).fill(admin.name);
  await page.getByLabel('Gelar belakang').fill(admin.titleAfter);
  await page.getByLabel(/^Surel/).fill(admin.email);
  await page.getByLabel('Kata sandi', { exact: true }).fill(admin.password);
  await page.getByLabel('Kode penyiapan').fill('SALAHKETIK');
  await page.getByRole('button', { name: 'Buat instansi dan masuk' }).click();
  await page.getByRole('alert').first().waitFor();
  await page.getByLabel('Kode penyiapan').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Buat instansi dan masuk' }).click();
}

/** A colour that nobody could read is refused; the next one is on every screen at once. */
export async function chooseColour(bed: Bed, page: Page): Promise<void> {
  const colour = page.getByLabel('Warna utama', { exact: true });
  await colour.fill('#ffd400');
  await page.getByText('Pilih warna yang lebih gelap').waitFor();
  expect(await page.getByRole('button', { name: 'Pakai warna ini' }).isDisabled()).toBe(true);
  await colour.fill(agency.colour);
  await bed.judge(page, '3-colour');
  await page.getByRole('button', { name: 'Pakai warna ini' }).click();
  await page.waitForURL('**/mulai?langkah=surel');
  expect(await page.evaluate(`document.documentElement.style.getPropertyValue('--primary')`)).toBe(agency.colour);
}

/** Sends the test mail and reads it where it arrives. */
export async function tryMail(bed: Bed, page: Page, mails: SmtpCatcher): Promise<void> {
  expect(await page.getByLabel('Alamat surel tujuan').inputValue()).toBe(admin.email);
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await page.getByText('Server surel menerima surat uji').waitFor();
  expect((await mails.mailTo(admin.email)).subject).toContain('Pamong');
  await bed.judge(page, '4-mail');
  await page.getByRole('button', { name: 'Lanjut' }).click();
}

/** Sends a file in and waits for the dry run. */
export async function checkFile(page: Page, kind: 'Pegawai' | 'Unit kerja', file: SheetFile): Promise<void> {
  await page.getByRole('link', { name: 'Impor data' }).first().click();
  // The choice lives in the address, which changes a moment after the press.
  await page.waitForURL((url) => url.pathname === '/kelola/pegawai/impor' && url.search === '');
  if (kind === 'Unit kerja') await page.getByRole('radio', { name: kind }).click({ force: true });
  await page.getByRole('radio', { name: kind, checked: true }).waitFor({ state: 'attached' });
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('heading', { level: 1, name: file.name }).waitFor();
  await page.getByRole('tab', { name: /^Sama / }).waitFor({ timeout: 60_000 });
}

/** How many rows the dry run found new, changed, same and faulty. */
export async function found(page: Page): Promise<Record<string, number>> {
  const tabs = await page.getByRole('tab').allInnerTexts();
  return Object.fromEntries(tabs.map((tab) => [tab.replace(/ \(.*/, ''), Number(tab.replace(/\D/g, ''))]));
}

export async function applyRows(page: Page, rows: string): Promise<void> {
  await page.getByRole('button', { name: `Terapkan ${rows} baris` }).click();
  await page.getByText(`${rows} baris sudah diterapkan`).waitFor({ timeout: 90_000 });
}

export async function undoImport(page: Page, rows: string): Promise<void> {
  await page.getByRole('button', { name: 'Batalkan impor' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Batalkan impor' }).click();
  await page.getByText(`${rows} baris dikembalikan seperti semula`).waitFor({ timeout: 90_000 });
}

/** The file of rows that could not be written. */
export async function downloadFailedRows(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Unduh baris yang perlu diperbaiki' }).click()]);
  return readFile(await download.path());
}

/** What the provider must be told, as its page says it. */
export async function readAddresses(page: Page): Promise<{ redirectUris: string[]; signedOutUris: string[] }> {
  await page.getByRole('link', { name: 'Cara masuk' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Cara masuk' }).waitFor();
  await page.locator('code').first().waitFor();
  const [redirect = '', signedOut = ''] = await page.locator('code').allInnerTexts();
  return { redirectUris: [redirect], signedOutUris: [signedOut] };
}

export async function connectProvider(bed: Bed, page: Page, provider: TestIdentityProvider): Promise<void> {
  await page.getByLabel('Alamat penerbit (issuer)').fill(provider.issuer);
  await page.getByLabel('Nama klien (client ID)').fill(provider.clientId);
  await page.getByLabel('Rahasia klien (client secret)').fill(provider.clientSecret);
  await page.getByLabel('Klaim berisi NIP atau NI PPPK').fill('nip');
  await page.getByRole('button', { name: 'Coba sambungan' }).click();
  await page.getByText('Nama dan rahasia klien diterima.').waitFor();
  await page.getByText('Penyedia mengenal klaim nomor pegawai itu.').waitFor();
  await page.getByRole('checkbox', { name: /^Buatkan akun saat pertama masuk/ }).check({ force: true });
  await page.getByRole('switch', { name: /^Tampilkan tombol di halaman masuk/ }).check({ force: true });
  await bed.judge(page, '11-sign-on');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await page.getByText('Tersimpan. Tombol instansi tampil di halaman masuk.').waitFor();
}

/** From the landing page through the agency's sign-on to the home of whoever has this name there. */
export async function enterThroughAgency(page: Page, login: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Masuk', exact: true }).first().click();
  await page.getByRole('link', { name: `Masuk lewat ${agency.shortName}` }).click();
  await page.getByRole('link', { name: login, exact: true }).click();
}

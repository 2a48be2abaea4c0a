import { describe, expect, it, jest } from '@jest/globals';
import { faultsOf } from '@pamong/platform/testing/browser/browser';
import type { Page } from './bed.js';
import { Bed, noNetwork } from './bed.js';
import { throughDoor } from './visitors.js';

jest.setTimeout(240_000);

const learner = '199003052015032904';
const password = 'pamong-demo';

async function signIn(page: Page, login = learner): Promise<void> {
  await page.getByLabel('NIP, NI PPPK, atau surel').fill(login);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

/** Pixels by which the page is wider than its window. */
const overflow = (page: Page) => page.evaluate('document.documentElement.scrollWidth - window.innerWidth') as Promise<number>;

describe('entering', () => {
  const bed = Bed.forTests('enter');

  it('leads a deep link through the login and back, keeps what was typed, and asks nobody else for anything', async () => {
    const page = await bed.phone();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(bed.system.baseUrl) && !/^(data|blob):/.test(request.url())) elsewhere.push(request.url());
    });
    await page.goto('/sertifikat');
    await page.getByText('setelah itu Anda dibawa ke halaman yang tadi dibuka').waitFor();
    await bed.show(page, '1-login');

    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByRole('link', { name: 'Kata sandi: Bagian ini wajib diisi.' }).waitFor();
    await bed.judge(page, '2-login-empty');

    await page.getByLabel('NIP, NI PPPK, atau surel').fill('199912312025011999');
    await page.getByLabel('Kata sandi', { exact: true }).fill('bukan ini');
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByText('tidak cocok').waitFor();
    expect(await page.getByLabel('NIP, NI PPPK, atau surel').inputValue()).toBe('199912312025011999');
    // The browser itself writes of every answer that is not a success; that one was asked for.
    expect(faultsOf(page).filter((fault) => !fault.includes('401'))).toEqual([]);

    await signIn(page, '19900305 201503 2 904');
    await page.waitForURL('**/sertifikat');
    await page.getByRole('heading', { level: 1, name: 'Sertifikat' }).waitFor();
    expect(faultsOf(page)).toEqual([]);
    bed.expectNoComplaint();
    expect(elsewhere).toEqual([]);
  });

  it('is steered by keyboard alone, remembers theme and language, and lets go', async () => {
    const page = await bed.phone({ look: 'laptop-light-en' });
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await bed.show(page, '3-landing');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('location.hash')).toBe('#isi');

    await page.getByRole('button', { name: 'Try it as a learner' }).press('Enter');
    // The home stands in another frame than the landing page: a menu opened before it is drawn would go with the old one.
    await page.getByRole('heading', { level: 1, name: /Nurhayati/ }).waitFor();
    await page.getByRole('button', { name: 'Account menu' }).press('Enter');
    await page.getByRole('menuitemcheckbox', { name: 'Dark' }).press('Enter');
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    await page.getByRole('button', { name: 'Account menu' }).press('Enter');
    await page.getByRole('menuitemcheckbox', { name: 'Bahasa Indonesia' }).press('Enter');
    await page.getByRole('link', { name: 'Profil', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Profil saya' }).waitFor();
    // After a navigation the focus stands on the new page's title.
    expect(await page.evaluate('document.activeElement.tagName')).toMatch(/H1|MAIN/);

    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Profil saya' }).waitFor();
    expect(await page.evaluate('[document.documentElement.lang, document.documentElement.dataset.theme].join()')).toBe('id,dark');
    await bed.show(page, '4-profile');

    await page.getByRole('button', { name: 'Menu akun' }).click();
    await page.getByRole('menuitem', { name: 'Keluar' }).click();
    await page.getByText('Anda sudah keluar.').waitFor();
    await page.goto('/beranda');
    await page.waitForURL('**/masuk?lanjut=%2Fberanda');
    expect(faultsOf(page)).toEqual([]);
    bed.expectNoComplaint();
  });

  it('asks to sign in again where a session ended, without leaving the page', async () => {
    const page = await bed.phone();
    await page.goto('/masuk?lanjut=%2Fprofil');
    await signIn(page);
    await page.getByText('Perangkat ini', { exact: true }).waitFor();
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'Belajar', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Sesi Anda berakhir' });
    await dialog.waitFor();
    await bed.judge(page, '5-session-ended', /401/);
    await dialog.getByLabel('Kata sandi', { exact: true }).fill(password);
    await dialog.getByRole('button', { name: 'Masuk', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Kecerdasan Artifisial untuk ASN').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/belajar');
    bed.expectNoComplaint();
  });

  it('says that there is no network, and opens the page by itself when it is back', async () => {
    const page = await bed.phone();
    await page.goto('/masuk?lanjut=%2Fprofil');
    await signIn(page);
    await page.getByText('Perangkat ini', { exact: true }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('Anda sedang tanpa jaringan').waitFor();
    await page.getByRole('link', { name: 'Sertifikat', exact: true }).click();
    await page.getByText('Halaman terbuka sendiri saat jaringan kembali').waitFor();
    await bed.judge(page, '6-offline', noNetwork);
    await page.context().setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'Sertifikat' }).waitFor();
    expect(await page.getByText('Anda sedang tanpa jaringan').count()).toBe(0);
    bed.expectNoComplaint();
  });

  it('shows a supervisor, behind the fourth door, the hours of the team', async () => {
    const page = await bed.phone();
    await throughDoor(page, 'Atasan');
    await page.getByRole('heading', { level: 1, name: 'JP tim' }).waitFor();
    await page.getByText('Nurhayati', { exact: false }).first().waitFor();
    await page.getByText(/^\d+ dari 20 JP$/).first().waitFor();
    // A list to read: nothing in it opens, changes or removes.
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0);
    await bed.show(page, '7-team');
    bed.expectNoComplaint();
  });

  it('fits a window of 320 pixels', async () => {
    const page = await bed.phone({ viewport: { width: 320, height: 640 } });
    for (const address of ['/', '/masuk', '/tidak-ada']) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect([address, await overflow(page)]).toEqual([address, 0]);
    }
    await page.goto('/masuk');
    await signIn(page);
    for (const address of ['/beranda', '/profil', '/katalog', '/belajar', '/sertifikat']) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect([address, await overflow(page)]).toEqual([address, 0]);
    }
  });
});

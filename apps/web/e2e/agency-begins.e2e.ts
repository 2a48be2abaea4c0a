import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { TestIdentityProvider } from '@pamong/platform/testing/identity-provider';
import { size } from '@pamong/platform/testing/size';
import { SmtpCatcher } from '@pamong/platform/testing/smtp-catcher';
import type { SheetFile } from './agency-files.js';
import { corrected, faultyOf, peopleFile, staffOf, unitCount, unitsFile } from './agency-files.js';
import { applyRows, beginAgency, checkFile, chooseColour, connectProvider, downloadFailedRows, enterThroughAgency, found, readAddresses, tryMail, undoImport } from './agency-steps.js';
import type { Page } from './bed.js';
import { Bed } from './bed.js';

jest.setTimeout(600_000);

const code = 'BENIHPADI7';
const people = size(200, 10_000);
const faulty = faultyOf(people);
const shown = (count: number) => count.toLocaleString('id-ID');
const right = shown(people - faulty);

/** The first day of an agency, in the order of that day: an empty installation, its people, and their own way in. */
describe('an agency begins', () => {
  let mails: SmtpCatcher;
  let provider: TestIdentityProvider | undefined;
  const bed = Bed.forTests('agency-begins', async () => {
    mails = await SmtpCatcher.start();
    return { name: 'empty', demo: false, env: { PAMONG_SETUP_CODE: code, SMTP_URL: mails.url, SIGN_ON_PRIVATE_NETWORK: '1' } };
  });
  // Under the name that it gives itself, which is where its people come back to from their provider.
  const home = () => ({ baseURL: bed.system.baseUrl });
  afterAll(async () => {
    await mails.stop();
    await provider?.stop();
  });

  it('leads from nothing to staff who come in through the sign-on of their agency', async () => {
    const page = await bed.desk(home());
    await begin(page);
    await bringInUnits(page);
    const file = await peopleFile(people);
    await bringInPeople(page, file);
    await correctTheRest(page, file);
    await openTheDoor(page);
    // An ordinary one, one with a PPPK contract, and one whose row was wrong at first.
    for (const index of [1, 6, 49]) await comeIn(index);
    bed.expectNoComplaint();
  });

  async function begin(page: Page): Promise<void> {
    await page.goto('/');
    await page.waitForURL('**/mulai');
    await page.getByRole('heading', { level: 1, name: 'Menyiapkan Pamong' }).waitFor();
    await bed.judge(page, '1-empty');
    await beginAgency(page, code);
    await page.waitForURL('**/mulai?langkah=tampilan');
    await bed.show(page, '2-begun', /40[13]|422/);
    await chooseColour(bed, page);
    await tryMail(bed, page, mails);
    await bed.judge(page, '5-ready');
    await page.getByRole('link', { name: 'Impor unit kerja' }).click();
    await page.getByRole('heading', { level: 1, name: 'Impor data' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Unit kerja' }).isChecked()).toBe(true);
  }

  async function bringInUnits(page: Page): Promise<void> {
    await checkFile(page, 'Unit kerja', await unitsFile());
    expect(await found(page)).toEqual({ Baru: unitCount, Berubah: 0, Sama: 0 });
    await applyRows(page, shown(unitCount));
    await bed.show(page, '6-units');
  }

  async function bringInPeople(page: Page, file: SheetFile): Promise<void> {
    await checkFile(page, 'Pegawai', file);
    expect(await found(page)).toEqual({ 'Perlu diperbaiki': faulty, Baru: people - faulty, Berubah: 0, Sama: 0 });
    await bed.judge(page, '7-dry-run');
    await applyRows(page, right);
    await undoImport(page, right);
    await bed.judge(page, '8-undone');

    await checkFile(page, 'Pegawai', file);
    expect(await found(page)).toMatchObject({ Baru: people - faulty, Sama: 0 });
    await applyRows(page, right);
    await bed.judge(page, '9-applied');
  }

  async function correctTheRest(page: Page, file: SheetFile): Promise<void> {
    await checkFile(page, 'Pegawai', file);
    await page.getByText('Tidak ada yang perlu diterapkan').waitFor();
    expect(await found(page)).toEqual({ 'Perlu diperbaiki': faulty, Baru: 0, Berubah: 0, Sama: people - faulty });
    expect(await page.getByRole('button', { name: /^Terapkan/ }).count()).toBe(0);

    const { file: put, reasons } = await corrected(await downloadFailedRows(page));
    expect(reasons.slice(0, 4)).toEqual([expect.stringContaining('Excel'), expect.stringContaining('30 Februari'), expect.stringContaining('Puskesmas Kampung Baru'), expect.stringContaining('Atasan')]);
    await checkFile(page, 'Pegawai', put);
    expect(await found(page)).toEqual({ Baru: faulty, Berubah: 0, Sama: 0 });
    await applyRows(page, shown(faulty));

    await page.getByRole('link', { name: 'Pegawai', exact: true }).first().click();
    await page.getByText(`${shown(people + 1)} orang`).waitFor();
    await bed.show(page, '10-people');
  }

  async function openTheDoor(page: Page): Promise<void> {
    provider = await TestIdentityProvider.start(await readAddresses(page));
    for (const index of [1, 6, 49]) {
      const { login, nip, name } = staffOf(index);
      provider.add({ sub: login, claims: { nip, name } });
    }
    await connectProvider(bed, page, provider);
  }

  async function comeIn(index: number): Promise<void> {
    const { login, name } = staffOf(index);
    const page = await bed.phone(home());
    await enterThroughAgency(page, login);
    await page.waitForURL('**/beranda');
    await page.getByRole('heading', { level: 1, name: new RegExp(name.split(' ')[0] ?? '') }).waitFor();
    await bed.judge(page, `12-home-${login}`);
    await page.context().close();
  }
});

import { describe, expect, it, jest } from '@jest/globals';
import { writeWorkbook } from '@pamong/platform/spreadsheet/write-workbook';
import type { Page } from './bed.js';
import { Bed } from './bed.js';

jest.setTimeout(120_000);

const fitri = '198307192008012909';

interface Unit {
  readonly id: string;
  readonly name: string;
  readonly way: readonly { readonly id: string }[];
}

/** What assistive technology would call the element that has the focus, and whether a ring shows where it is. */
const focused = (page: Page) =>
  page.evaluate(`(() => {
    const at = document.activeElement;
    const around = [at, at.parentElement, at.parentElement?.parentElement, at.nextElementSibling].filter(Boolean).map((one) => getComputedStyle(one));
    const name = at.getAttribute('aria-label') || at.labels?.[0]?.innerText || at.innerText || '';
    // The calendar sign inside a date is a stop of its own, with a ring that the browser draws.
    return { name: name.trim(), ring: at.type === 'date' || around.some((style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1.5) || style.boxShadow !== 'none') };
  })()`) as Promise<{ name: string; ring: boolean }>;

/** Presses Tab until the focus stands on something of this name; fails where it is not to be reached, or where no ring shows. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const way: string[] = [];
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (!at.ring) throw new Error(`No ring on "${at.name}"`);
    if (name.test(at.name)) return;
    way.push(at.name);
  }
  throw new Error(`Tab does not lead to ${name}: ${way.join(' > ')}`);
}

/** Acts on what stands under the focus once it is there. */
async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** Types into the searched choice under the focus and takes the first that is offered. */
async function choose(page: Page, text: string, option: RegExp): Promise<void> {
  await page.locator('[role=combobox]:focus').waitFor();
  await page.keyboard.type(text, { delay: 15 });
  await page.getByRole('option', { name: option }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'hidden' });
}

describe('the rooms of staff, by keyboard alone', () => {
  const bed = Bed.forTests('keyboard-staff');
  const mark = Date.now().toString(36);

  /** Two units of this test's own, the last in the tree. */
  async function makeUnits(page: Page): Promise<{ moved: Unit; target: Unit }> {
    await bed.signIn(page, fitri);
    const { items } = await bed.ask<{ items: Unit[] }>(page, 'GET', '/units');
    const make = (name: string) => bed.ask<Unit>(page, 'POST', `/units/${items[0]?.id ?? ''}/units`, { name: `${name} ${mark}`, shortName: name });
    return { moved: await make('Zona Uji Pindah'), target: await make('Zona Uji Tujuan') };
  }

  it('moves a unit, gives a role, and brings people in and takes them back', async () => {
    const page = await bed.desk();
    const { moved, target } = await makeUnits(page);
    await moveUnit(page, moved, target);
    await giveRole(page, target);
    await importPeople(page, target);
    bed.expectNoComplaint();
  });

  async function moveUnit(page: Page, moved: Unit, target: Unit): Promise<void> {
    await page.goto(`/kelola/unit/${target.id}`);
    await page.getByRole('heading', { level: 1, name: target.name }).waitFor();
    await page.keyboard.press('Tab');
    expect((await focused(page)).name).toBe('Langsung ke isi');
    await page.keyboard.press('Enter');
    // The tree obeys arrows: its last line is the target, the one before it what is to move.
    await page.locator('main').getByRole('link', { name: target.name }).waitFor();
    await tabTo(page, /^Pemerintah Kota/);
    await page.keyboard.press('End');
    expect((await focused(page)).name).toContain(target.name);
    await page.keyboard.press('ArrowUp');
    expect((await focused(page)).name).toContain(moved.name);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: moved.name }).waitFor();

    await press(page, /^Tindakan lain$/);
    await page.getByRole('menu').waitFor();
    await expectFocusIn(page, '[role=menu]');
    await page.keyboard.press('Tab');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    expect((await focused(page)).name).toBe('Tindakan lain');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Pindahkan' }).waitFor();
    await expectFocusIn(page, '[role=menu]');
    for (let step = 0; step < 8 && (await focused(page)).name !== 'Pindahkan'; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await expectFocusIn(page, '[role=dialog]');
    await choose(page, target.name, new RegExp(target.name));
    await page.getByRole('dialog').getByRole('button', { name: 'Pindahkan', disabled: false }).waitFor();
    await bed.show(page, '1-preview');
    await press(page, /^Pindahkan$/);
    await page.getByText(`${moved.name} dipindahkan`).waitFor();
    expect((await bed.ask<Unit>(page, 'GET', `/units/${moved.id}`)).way.at(-1)?.id).toBe(target.id);
  }

  async function giveRole(page: Page, place: Unit): Promise<void> {
    await page.goto('/kelola/akses');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Beri peran' }).waitFor();
    await press(page, /^Beri peran$/);
    await page.getByRole('dialog').waitFor();
    await expectFocusIn(page, '[role=dialog]');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await focused(page)).name).toBe('Beri peran');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await expectFocusIn(page, '[role=dialog]');
    await choose(page, 'Adi Lestari', /Adi Lestari/);
    await tabTo(page, /^Berlaku di/);
    await choose(page, place.name, new RegExp(place.name));
    await tabTo(page, /^Peran/);
    await page.keyboard.type('Admin');
    await press(page, /^Beri peran$/);
    await page.getByText('sekarang memegang peran').waitFor();
    await bed.show(page, '2-role');
  }

  async function importPeople(page: Page, unit: Unit): Promise<void> {
    const rows = [1, 2, 3].map((one) => [`19680101199003190${one}`, `Uji Papan Ketik ${one}`, 'PNS', 'III/c', 'Arsiparis Ahli Muda', unit.name]);
    const buffer = Buffer.from(await writeWorkbook([{ name: 'Data', rows: [['nip', 'nama', 'jenis_asn', 'golongan', 'jabatan', 'unit_kerja'], ...rows] }]));
    await page.goto('/kelola/pegawai/impor');
    await page.locator('input[type=file]').waitFor({ state: 'attached' });
    await tabTo(page, /Pilih berkas/);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles({ name: 'papan-ketik.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer });
    await page.getByRole('button', { name: 'Terapkan 3 baris' }).waitFor({ timeout: 30_000 });
    await press(page, /^Terapkan 3 baris$/);
    await page.getByText('3 baris sudah diterapkan').waitFor({ timeout: 30_000 });
    await page.getByRole('link', { name: 'Cetak kode aktivasi untuk 3 orang tanpa surel' }).waitFor();
    await bed.judge(page, '3-applied');
    await press(page, /^Batalkan impor$/);
    await page.getByRole('dialog').waitFor();
    await expectFocusIn(page, '[role=dialog]');
    await press(page, /^Batalkan impor$/);
    await page.getByText('3 baris dikembalikan seperti semula').waitFor({ timeout: 30_000 });
  }

  async function expectFocusIn(page: Page, place: string): Promise<void> {
    await page.locator(`${place}:focus, ${place} :focus`).first().waitFor();
  }
});

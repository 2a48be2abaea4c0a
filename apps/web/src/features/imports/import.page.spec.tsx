import type { ImportBatchPage } from '@pamong/contract/imports';
import { screen, within } from '@testing-library/react';
import { useSession } from '../../shared/session/use-session.js';
import { nurhayati, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import ImportPage from './import.page.js';

const ID = '0199a2b4-7c00-7000-8000-000000000021';
const batch: ImportBatchPage = {
  id: ID, kind: 'people', state: 'checked', fileName: 'pegawai.xlsx', bytes: 1000, createdAt: '2026-11-22T01:00:00Z', createdBy: 'Nurhayati',
  counts: { new: 2, changed: 1, same: 3, error: 1, warned: 1, applied: 0, failed: 0, undone: 0, kept: 0 }, progress: { done: 7, total: 7 }, refusal: null,
  columns: [{ key: 'nip', title: 'nip', required: true }, { key: 'name', title: 'nama', required: true }, { key: 'unit', title: 'unit_kerja', required: false }],
  headers: [{ title: 'Nomor', samples: ['1987'] }, { title: 'Siapa', samples: [] }], mapping: { nip: 0, name: 1 }, appliedAt: null, undoUntil: null,
  can: { map: true, apply: true, undo: false, discard: true },
};
const fault = { column: 'nip', code: 'NUMBER_BY_EXCEL', value: '1,98E+17', reason: 'Angka terakhirnya hilang.', advice: 'Format kolom sebagai Teks.' };

let invited = false;
const admin = { ...nurhayati, can: ['person.import', 'account.activate'] as const };

const Gated = () => (useSession().me ? <ImportPage /> : null);

const open = (given: Partial<ImportBatchPage>, query = '') =>
  renderPage(Gated, {
    namespaces: ['imports'],
    path: '/kelola/pegawai/impor/:batchId',
    at: `/kelola/pegawai/impor/${ID}${query}`,
    answers: {
      'session.get': () => sessionOf({ ...admin, can: [...admin.can] }),
      'imports.get': () => ({ ...batch, ...given }),
      'imports.rows': ({ query: asked }) => ({
        page: 1, size: 20, total: 1,
        items: [asked?.tab === 'changed'
          ? { row: 5, label: 'Budi', subjectId: null, faults: [], warnings: [], changes: [{ column: 'rank', title: 'golongan', before: 'III/c', after: null }] }
          : asked?.tab === 'warned'
            ? { row: 3, label: 'Citra', subjectId: null, faults: [], warnings: [{ column: 'tanggal_lahir', code: 'BIRTH_DATE_DIFFERS', value: '15-03-1987', reason: 'Berbeda dari nomor: 14-03-1987.', advice: 'Periksa.' }], changes: [] }
            : { row: 2, label: 'Ani', subjectId: null, faults: [fault], warnings: [], changes: [] }],
      }),
      'imports.newcomers': () => ({ mail: true, byMail: 7, byCode: 3, unreachable: 0, invited: 2, active: 1, inviting: invited, signOn: null }),
      'imports.inviteNewcomers': () => {
        invited = true;
      },
      'imports.map': () => undefined,
      'imports.apply': () => undefined,
    },
  });

it('shows what is wrong first, with what to do, and changes field by field', async () => {
  const { api, user } = await open({});
  expect(await screen.findByText('Format kolom sebagai Teks.')).toBeTruthy();
  expect(screen.getByText('1,98E+17')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Unduh baris yang perlu diperbaiki' }).getAttribute('href')).toBe(`/api/imports/${ID}/failed-rows`);
  await user.click(screen.getByRole('tab', { name: 'Berubah (1)' }));
  const item = await screen.findByText('golongan:');
  expect(item.closest('li')?.textContent).toBe('golongan: III/c → kosong');
  await user.click(screen.getByRole('button', { name: 'Terapkan 3 baris' }));
  expect(api.seen.map(({ route }) => route)).toContain('imports.apply');
});

it('keeps what is worth a second look apart from what must be corrected, and applies it all the same', async () => {
  const { user } = await open({});
  const notice = await screen.findByText('1 baris perlu dilihat lagi');
  await user.click(within(notice.parentElement as HTMLElement).getByRole('link', { name: 'Lihat barisnya' }));
  expect((await screen.findByText('Berbeda dari nomor: 14-03-1987.')).textContent).toBe('tanggal_lahir: 15-03-1987Berbeda dari nomor: 14-03-1987.');
  expect(screen.getByRole('tab', { name: 'Perlu dilihat lagi (1)' }).getAttribute('aria-selected')).toBe('true');
  expect(screen.getByRole('button', { name: 'Terapkan 3 baris' })).toBeTruthy();
});

it('matches columns by hand and will not go on without the required ones', async () => {
  const { api, user } = await open({ state: 'mapping', mapping: { nip: 0 } });
  expect(await screen.findByText('Pilih kolom untuk: nama')).toBeTruthy();
  expect((screen.getByRole('button', { name: 'Simpan dan periksa' }) as HTMLButtonElement).disabled).toBe(true);
  await user.selectOptions(screen.getByRole('combobox', { name: /nama/ }), 'Siapa');
  // A header fills one column.
  await user.selectOptions(screen.getByRole('combobox', { name: /unit_kerja/ }), 'Siapa');
  await user.selectOptions(screen.getByRole('combobox', { name: /nama/ }), 'Siapa');
  await user.click(screen.getByRole('button', { name: 'Simpan dan periksa' }));
  expect(api.seen.find(({ route }) => route === 'imports.map')?.body).toEqual({ mapping: { nip: 0, name: 1 } });
});

it('follows the work', async () => {
  await open({ state: 'applying', progress: { done: 500, total: 2_000 } });
  expect((await screen.findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('25');
  expect(screen.getByText('500 dari 2.000 baris')).toBeTruthy();
});

it('says what to do with a file that cannot be used', async () => {
  await open({ state: 'refused', refusal: { reason: 'TOO_MANY_ROWS', params: { limit: 20_000 } }, can: { map: false, apply: false, undo: false, discard: true } });
  const notice = await screen.findByText('Barisnya terlalu banyak');
  expect(within(notice.parentElement as HTMLElement).getByText(/paling banyak 20\.000 baris/)).toBeTruthy();
});

it('asks before it undoes', async () => {
  const { user } = await open({ state: 'applied', counts: { ...batch.counts, applied: 3 }, undoUntil: '2026-11-29T01:00:00Z', can: { map: false, apply: false, undo: true, discard: false } });
  await user.click(await screen.findByRole('button', { name: 'Batalkan impor' }));
  expect(await screen.findByRole('dialog', { name: 'Batalkan impor ini?' })).toBeTruthy();
});

it('leads on from an applied import to letting its people in', async () => {
  invited = false;
  const { api, user } = await open({ state: 'applied', counts: { ...batch.counts, applied: 10 }, can: { map: false, apply: false, undo: true, discard: false } });
  const print = await screen.findByRole('link', { name: 'Cetak kode aktivasi untuk 3 orang tanpa surel' });
  expect(print.getAttribute('href')).toBe(`/kelola/akun?impor=${ID}&status=none&surel=tanpa`);
  await user.click(screen.getByRole('button', { name: 'Undang 7 orang lewat surel' }));
  expect(await screen.findByText('Undangan sedang dikirim')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Undang/ })).toBeNull();
  expect(api.seen.map(({ route }) => route)).toContain('imports.inviteNewcomers');
});

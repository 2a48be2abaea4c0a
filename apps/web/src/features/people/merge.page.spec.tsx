import { screen, within } from '@testing-library/react';
import { type FakeAnswers, FakeProblem } from '../../testing/fake-api.js';
import { nurhayati, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import type { MergePreviewData } from './merge-preview.js';
import MergePage from './merge.page.js';

const id = (last: number) => `0199a2b4-7c00-7000-8000-00000000000${last}`;
const side = (last: number, number: string, more: Partial<MergePreviewData['kept']> = {}): MergePreviewData['kept'] => ({
  personId: id(last), revision: last, fullName: 'Maria Lodia, S.Pd.', number, employmentKind: 'CPNS', status: 'active', post: 'Guru', unit: 'SMPN 3', agency: 'Kota Palu',
  birthDate: '1993-03-14', email: null, phone: null, account: 'none', createdAt: '2026-01-01T00:00:00Z', ...more,
});
const preview: MergePreviewData = {
  kept: side(5, '199303142026032916'),
  gone: side(6, '199303142024212916', { employmentKind: 'PPPK', account: 'active' }),
  parts: [{ key: 'ledger', title: { id: 'Catatan JP', en: 'Lesson hours' }, lines: [{ effect: 'moves', words: { id: '12 JP ikut pindah.', en: '12 JP move along.' } }] }],
  conflicts: [],
};
const swapped: MergePreviewData = { ...preview, kept: preview.gone, gone: preview.kept };
const answers: FakeAnswers = {
  'session.get': () => sessionOf({ ...nurhayati, can: ['person.read', 'person.manage'] }),
  'people.get': ({ params }) => ({ personId: (params as { personId: string }).personId, fullName: 'Maria Lodia, S.Pd.' }) as never,
  'people.list': () => ({
    items: [{ personId: id(6), fullName: 'Maria Lodia, S.Pd.', number: null, employmentKind: 'PPPK', rank: null, post: null, unit: { id: id(2), name: 'SMPN 3' }, status: 'active', account: 'none' }],
    total: 1, page: 1, size: 20, can: { create: true },
  }),
  'merging.listLikely': () => ({ items: [] }),
  'merging.preview': ({ params }) => ((params as { personId: string }).personId === id(5) ? preview : swapped),
};
const at = `/kelola/pegawai/${id(5)}/gabung?dengan=${id(6)}`;
const page = (more: FakeAnswers = {}, where = at) =>
  renderPage(MergePage, { path: '/kelola/pegawai/:personId/gabung', at: where, namespaces: ['people'], answers: { ...answers, ...more } });

it('shows both records and what happens, and merges after one more question', async () => {
  const sent: unknown[] = [];
  const { user, router } = await page({
    'merging.merge': ({ params, body }) => {
      sent.push({ params, body });
      return { personId: id(5) };
    },
  });
  expect(await screen.findByText('12 JP ikut pindah.')).toBeTruthy();
  expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual(['Keterangan', 'DipertahankanMaria Lodia, S.Pd.', 'DileburMaria Lodia, S.Pd.']);
  expect(within(screen.getByRole('row', { name: /Nomor yang berlaku/ })).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['19930314 202603 2 916', '19930314 202421 2 916']);
  await user.click(screen.getByRole('button', { name: 'Gabungkan' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(sent).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Gabungkan' }));
  await screen.findByText('Kedua catatan sudah menjadi satu.').catch(() => null);
  expect(sent).toEqual([{ params: { personId: id(5), otherId: id(6) }, body: { revision: 5, otherRevision: 6 } }]);
  expect(router.state.location.pathname).toBe(`/kelola/pegawai/${id(5)}`);
});

it('swaps which one stays', async () => {
  const { user, router } = await page();
  await user.click(await screen.findByRole('button', { name: 'Tukar' }));
  expect(router.state.location.pathname + router.state.location.search).toBe(`/kelola/pegawai/${id(6)}/gabung?dengan=${id(5)}`);
  expect(within(await screen.findByRole('row', { name: /Nomor yang berlaku 19930314 202421/ })).getAllByRole('cell')).toHaveLength(2);
});

it('says why two records cannot be merged, and offers no button then', async () => {
  await page({ 'merging.preview': () => ({ ...preview, conflicts: [{ code: 'MERGE_NUMBERS_DIFFER', params: { kept: '1', gone: '2' } }] }) });
  expect(await screen.findByText(/nomor sejenis yang masih berlaku: 1 dan 2/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Gabungkan' })).toBeNull();
});

it('tells that somebody was faster and reads again', async () => {
  let reads = 0;
  const { user } = await page({
    'merging.preview': () => {
      reads += 1;
      return preview;
    },
    'merging.merge': () => new FakeProblem('PERSON_CHANGED'),
  });
  await user.click(await screen.findByRole('button', { name: 'Gabungkan' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Gabungkan' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(reads).toBeGreaterThan(1);
});

it('finds the other record by name, or by a suggestion', async () => {
  const { user, router } = await page(
    { 'merging.listLikely': () => ({ items: [{ personId: id(6), fullName: 'Maria Lodia', unit: 'SMPN 3', number: null, signs: ['name_and_birth'] }] }) }, `/kelola/pegawai/${id(5)}/gabung`,
  );
  const suggestion = await screen.findByRole('link', { name: 'Bandingkan dengan Maria Lodia' });
  expect(suggestion.getAttribute('href')).toBe(at);
  await user.type(await screen.findByRole('combobox'), 'maria');
  await user.click(await screen.findByRole('option', { name: /Maria Lodia, S.Pd. · SMPN 3/ }));
  expect(router.state.location.search).toBe(`?dengan=${id(6)}`);
});

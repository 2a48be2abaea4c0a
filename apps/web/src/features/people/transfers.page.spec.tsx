import { screen, within } from '@testing-library/react';
import { nurhayati, sessionOf } from '../../testing/people.js';
import type { FakeAnswers } from '../../testing/fake-api.js';
import { renderPage } from '../../testing/render-page.js';
import TransfersPage, { type TransferData } from './transfers.page.js';

const id = (last: number) => `0199a2b4-7c00-7000-8000-00000000000${last}`;
const transfer: TransferData = {
  transferId: id(3), person: { personId: id(4), fullName: 'Wulan, S.Kom.', number: '199205172024212911', post: null }, from: { id: id(1), name: 'Kota Palu' }, to: { id: id(2), name: 'Kabupaten Sigi' },
  toUnit: null, state: 'proposed', effectiveOn: '2026-12-01', note: 'Mengikuti suami', decisionNote: null, askedBy: 'from', proposedBy: 'Ratna', proposedAt: '2026-11-01T00:00:00Z',
  decidedBy: null, decidedAt: null, applied: false, waitsForAdmin: false, can: { accept: true, nameUnit: true, decline: true, withdraw: false },
};
const show = (row: Partial<TransferData> = {}, more: FakeAnswers = {}) =>
  renderPage(TransfersPage, {
    path: '/kelola/perpindahan', namespaces: ['people'],
    answers: {
      'session.get': () => sessionOf({ ...nurhayati, can: ['person.manage'] }),
      'transfers.list': () => ({ items: [{ ...transfer, ...row }], total: 1, page: 1, size: 20 }),
      'organisations.search': () => ({ items: [], more: false }),
      ...more,
    },
  });

it('says what follows before a transfer is accepted, and shows what the server asks for', async () => {
  const { user } = await show();
  await screen.findByRole('button', { name: 'Minta pegawai' });
  await user.click(await screen.findByRole('button', { name: /^Terima/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/Perannya di instansi lama berakhir/)).toBeTruthy();
  expect(dialog.getByText('Unit kerja di instansi Anda')).toBeTruthy();
});

it('says that the last admin cannot go yet', async () => {
  await show({ state: 'accepted', waitsForAdmin: true, can: { accept: false, nameUnit: false, decline: false, withdraw: false } });
  expect(await screen.findByText(/admin terakhir di Kota Palu/)).toBeTruthy();
});

it('declines with a reason only', async () => {
  const { user, api } = await show({}, { 'transfers.decline': () => undefined });
  await screen.findByRole('button', { name: 'Minta pegawai' });
  await user.click(await screen.findByRole('button', { name: /^Tolak/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Tolak' }));
  expect(await dialog.findByRole('alert')).toBeTruthy();
  await user.type(dialog.getByLabelText('Alasan'), 'Formasi penuh');
  await user.click(dialog.getByRole('button', { name: 'Tolak' }));
  expect(await screen.findByText('Perpindahan ditolak.')).toBeTruthy();
  expect(api.seen.find((request) => request.route === 'transfers.decline')?.body).toEqual({ reason: 'Formasi penuh' });
});

it('shows what waits for its day, with nothing to press', async () => {
  await show({ state: 'accepted', can: { accept: false, nameUnit: false, decline: false, withdraw: false } });
  expect(await screen.findByText('Menunggu harinya')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Wulan/ })).toBeNull();
});

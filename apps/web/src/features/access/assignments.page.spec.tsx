import { screen, waitFor, within } from '@testing-library/react';
import { nurhayati, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import { FakeProblem } from '../../testing/fake-api.js';
import type { Assignment } from './assignment-table.js';
import AssignmentsPage from './assignments.page.js';

const admin = { ...nurhayati, roles: ['agency_admin' as const], can: ['role.read' as const, 'role.grant' as const] };
const id = (last: number) => `0199a2b4-7c00-7000-8000-${String(last).padStart(12, '0')}`;
const sutrisno = { id: id(10), fullName: 'Sutrisno, S.E.', unit: 'Badan Keuangan' };
const agency = { id: id(20), name: 'Pemerintah Kota Muara Lestari', isAgency: true };

const assignment = (more: Partial<Assignment> = {}): Assignment => ({
  id: id(30), person: sutrisno, role: 'training_admin', organisation: agency, from: '2026-11-01T00:00:00.000Z', until: null, endedAt: null, state: 'active',
  reason: 'Surat tugas 12/2026', grantedBy: 'Nurhayati', endedBy: null, can: { end: true, restore: false }, ...more,
});
const pageOf = (items: Assignment[]) => ({ items, total: items.length, page: 1, size: 20 });

const open = (at = '/kelola/akses', answers: Parameters<typeof renderPage>[1]['answers'] = {}) =>
  renderPage(AssignmentsPage, {
    path: '/kelola/akses', at, namespaces: ['access'],
    answers: {
      'session.get': () => sessionOf(admin),
      'access.listAssignments': () => pageOf([assignment()]),
      'access.listPlaces': () => ({ items: [{ ...agency, grantable: ['leader', 'auditor'] }] }),
      'access.listCandidates': () => ({ items: [sutrisno] }),
      ...answers,
    },
  });

it('shows who holds what, where, since when and why', async () => {
  await open();
  const row = (await screen.findByText('Sutrisno, S.E.')).closest('tr') as HTMLElement;
  for (const text of ['Badan Keuangan', 'Admin pelatihan', 'Surat tugas 12/2026', 'Pemerintah Kota Muara Lestari', 'Sejak 1 Nov 2026', 'Berlaku']) expect(within(row).getByText(text)).toBeTruthy();
});

it('keeps every filter in the address and asks the server with it', async () => {
  const asked: unknown[] = [];
  const { user, router } = await open(`/kelola/akses?orang=${sutrisno.id}&page=2`, {
    'access.listAssignments': ({ query }) => {
      asked.push(query);
      return pageOf([assignment()]);
    },
  });
  expect(await screen.findByText('Hanya peran Sutrisno, S.E.')).toBeTruthy();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Peran' }), 'Admin pelatihan');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Keadaan' }), 'Berakhir');
  await user.type(screen.getByRole('searchbox', { name: 'Cari nama' }), 'sut');
  await waitFor(() => expect(router.state.location.search).toBe(`?orang=${sutrisno.id}&peran=training_admin&keadaan=ended&q=sut`));
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ personId: sutrisno.id, role: 'training_admin', state: 'ended', q: 'sut', page: '1' }));
  await user.click(screen.getByRole('button', { name: 'Tampilkan semua orang' }));
  expect(router.state.location.search).not.toContain('orang');
});

it('ends a role at once and takes that back', async () => {
  const { user, api } = await open('/kelola/akses', { 'access.end': () => assignment({ state: 'ended' }), 'access.restore': () => assignment() });
  await user.click(await screen.findByRole('button', { name: 'Akhiri peran Admin pelatihan Sutrisno, S.E.' }));
  await user.click(await screen.findByRole('button', { name: 'Urungkan' }));
  expect(await screen.findByText('Peran Admin pelatihan untuk Sutrisno, S.E. berlaku lagi.')).toBeTruthy();
  expect(api.seen.filter(({ route }) => /end|restore/.test(route)).map(({ route }) => route)).toEqual(['access.end', 'access.restore']);
});

it('says why the last admin stays', async () => {
  const { user } = await open('/kelola/akses', { 'access.end': () => new FakeProblem('LAST_ADMIN', { place: 'Kota Muara' }) });
  await user.click(await screen.findByRole('button', { name: /^Akhiri/ }));
  expect(await screen.findByText(/admin terakhir di Kota Muara/)).toBeTruthy();
});

it('gives a role: person and place by search, only roles that may be given there, an end where one is needed', async () => {
  const { user, api } = await open('/kelola/akses', { 'access.grant': () => assignment({ role: 'auditor' }) });
  await user.click(await screen.findByRole('button', { name: 'Beri peran' }));
  const drawer = await screen.findByRole('dialog', { name: 'Beri peran' });
  const field = (name: RegExp) => within(drawer).findByRole('combobox', { name });
  await user.type(await field(/Nama atau NIP/), 'sut');
  await user.click(await screen.findByRole('option', { name: 'Sutrisno, S.E. · Badan Keuangan' }));
  expect(((await field(/^Peran/)) as HTMLSelectElement).disabled).toBe(true);
  await user.type(await field(/Berlaku di/), 'muara');
  await user.click(await screen.findByRole('option', { name: agency.name }));
  const role = await field(/^Peran/);
  expect(within(role).getAllByRole('option').map((option) => option.textContent)).toEqual(['Pilih peran', 'Pimpinan', 'Auditor (hanya baca)']);
  await user.selectOptions(role, 'Auditor (hanya baca)');
  expect(within(drawer).getByText('Peran ini memerlukan hari terakhir.')).toBeTruthy();
  await user.type(within(drawer).getByLabelText(/Sampai hari terakhir/), '2027-01-31');
  await user.click(within(drawer).getByRole('button', { name: 'Beri peran' }));
  await waitFor(() => expect(api.seen.find(({ route }) => route === 'access.grant')?.body).toEqual({ personId: sutrisno.id, role: 'auditor', until: '2027-01-31' }));
  expect(await screen.findByText('Sutrisno, S.E. sekarang memegang peran Auditor (hanya baca).')).toBeTruthy();
});

it('offers nothing to give to who may only read', async () => {
  await open('/kelola/akses', { 'session.get': () => sessionOf({ ...admin, can: ['role.read'] }), 'access.listAssignments': () => pageOf([assignment({ can: { end: false, restore: false } })]) });
  await screen.findByText('Sutrisno, S.E.');
  expect(screen.queryByRole('button', { name: /Beri peran|Akhiri/ })).toBeNull();
});

import { screen, waitFor, within } from '@testing-library/react';
import { nurhayati, sessionOf } from '../../testing/people.js';
import { type FakeAnswers, FakeProblem } from '../../testing/fake-api.js';
import { renderPage } from '../../testing/render-page.js';
import PeoplePage from './people.page.js';
import type { PersonData } from './person-form.js';
import PersonPage from './person.page.js';

const id = (last: number) => `0199a2b4-7c00-7000-8000-00000000000${last}`;
const unit = { id: id(2), name: 'Dinas Kesehatan' };
const row = {
  personId: id(5), fullName: 'dr. Sutrisno, M.Kes.', number: { kind: 'NIP' as const, value: '198703142011011903' }, employmentKind: 'PNS' as const,
  rank: 'Penata (III/c)', post: 'Dokter Ahli Muda', unit, status: 'study_assignment' as const, account: 'none' as const,
};
const person: PersonData = {
  personId: id(5), revision: 4, agency: { id: id(1), name: 'Kota Palu' }, unit, way: [{ id: id(1), name: 'Kota Palu' }, unit], fullName: 'dr. Sutrisno, M.Kes.',
  titleBefore: 'dr.', name: 'Sutrisno', titleAfter: 'M.Kes.', sex: 'male', birthPlace: null, birthDate: '1987-03-15', employmentKind: 'PNS', number: row.number,
  rankCode: 'III/c', rankName: 'Penata', postKind: 'FUNGSIONAL', postName: 'Dokter Ahli Muda', email: null, phone: null, timeZone: 'Asia/Makassar',
  status: 'study_assignment', counts: false, account: 'none', supervisor: { personId: id(6), fullName: 'Ratna Kemala', post: null, byHand: false, until: null },
  numbers: [{ ...row.number, from: '2011-01-01', until: null }], units: [{ unitId: unit.id, name: unit.name, from: '2024-01-01', until: null }, { unitId: id(3), name: 'RSUD Lama', from: '2011-01-01', until: '2023-12-31' }],
  statuses: [{ status: 'study_assignment', note: null, from: '2026-01-01', until: '2026-12-31' }], supervisors: [], contractPeriods: [], warnings: ['BIRTH_DATE_DIFFERS'],
  createdAt: '2026-01-01T00:00:00Z', changedAt: '2026-01-01T00:00:00Z', today: '2026-11-22', can: { manage: true },
};
const answers: FakeAnswers = {
  'session.get': () => sessionOf({ ...nurhayati, can: ['person.read', 'person.manage'] }),
  'people.list': () => ({ items: [row], total: 1, page: 1, size: 20, can: { create: true } }),
  'people.get': () => person,
  'organisations.search': () => ({ items: [], more: false }),
};
const list = (at = '/kelola/pegawai', more: FakeAnswers = {}) => renderPage(PeoplePage, { path: '/kelola/pegawai', at, namespaces: ['people'], answers: { ...answers, ...more } });
const page = (more: FakeAnswers = {}, at = `/kelola/pegawai/${person.personId}`) =>
  renderPage(PersonPage, { path: '/kelola/pegawai/:personId', at, namespaces: ['people'], answers: { ...answers, ...more } });

it('lists people with a link to each, and keeps filters in the address', async () => {
  const asked: unknown[] = [];
  const { user, router } = await list('/kelola/pegawai?jenis=PNS', {
    'people.list': ({ query }) => {
      asked.push(query);
      return { items: [row], total: 1, page: 1, size: 20, can: { create: true } };
    },
  });
  const link = await screen.findByRole('link', { name: 'dr. Sutrisno, M.Kes.' });
  expect(link.getAttribute('href')).toBe(`/kelola/pegawai/${row.personId}`);
  expect(screen.getByText('19870314 201101 1 903')).toBeTruthy();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Pensiun');
  expect(router.state.location.search).toBe('?jenis=PNS&status=retired');
  await user.type(screen.getByRole('searchbox'), 'sutris');
  await screen.findByRole('link', { name: 'dr. Sutrisno, M.Kes.' });
  await waitFor(() => expect(router.state.location.search).toBe('?jenis=PNS&status=retired&q=sutris'));
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ kind: 'PNS', status: 'retired', q: 'sutris' }));
});

it('says what to do when nothing matches', async () => {
  await list('/kelola/pegawai?q=xyz', { 'people.list': () => ({ items: [], total: 0, page: 1, size: 20, can: { create: true } }) });
  expect(await screen.findByText('Ubah kata pencarian, atau kosongkan salah satu saringan.')).toBeTruthy();
});

it('shows a broken rule beside its field and keeps what was typed', async () => {
  const { user } = await list('/kelola/pegawai', {
    'people.create': () => new FakeProblem('PERSON_INVALID', { field: 'staffNumber', fault: 'NUMBER_BIRTH_DATE' }),
  });
  await user.click(await screen.findByRole('button', { name: 'Tambah pegawai' }));
  const drawer = within(await screen.findByRole('dialog'));
  await user.type(drawer.getByLabelText(/Nama tanpa gelar/), 'Sutrisno');
  await user.type(drawer.getByLabelText(/NIP atau NI PPPK/), '198702302011011901');
  expect(drawer.getByRole('button', { name: 'Simpan dan buka' })).toBeTruthy();
  await user.click(drawer.getByRole('button', { name: 'Simpan dan buka' }));
  // The unit is missing: the schema says so before the server is asked.
  expect(await drawer.findByRole('alert')).toBeTruthy();
  expect(drawer.getByLabelText(/Nama tanpa gelar/)).toHaveProperty('value', 'Sutrisno');
});

it('shows a person with warnings, who decides about the supervisor, and whether targets count', async () => {
  await page();
  expect(await screen.findByRole('heading', { level: 1, name: 'dr. Sutrisno, M.Kes.' })).toBeTruthy();
  expect(screen.getByText('Tanggal lahir berbeda dari yang ada di NIP.')).toBeTruthy();
  expect(screen.getByText('Penata (III/c)')).toBeTruthy();
  expect(screen.getByText('Mengikuti kepala unit')).toBeTruthy();
  expect(screen.getByText('Tidak berlaku selama status ini')).toBeTruthy();
  expect(screen.getByText(/tercatat di jejak audit/)).toBeTruthy();
});

it('changes one part from a day on, and sends nothing else', async () => {
  const { user, api } = await page({ 'people.change': () => ({ revision: 5 }) });
  await user.click(await screen.findByRole('button', { name: 'Ubah Status' }));
  const drawer = within(await screen.findByRole('dialog'));
  await user.selectOptions(drawer.getByRole('combobox', { name: /Status/ }), 'Aktif');
  await user.click(drawer.getByRole('button', { name: 'Simpan' }));
  expect(await screen.findByText('Perubahan tersimpan.')).toBeTruthy();
  expect(api.seen.find((request) => request.route === 'people.change')?.body).toEqual({ status: 'active', statusUntil: '2026-12-31', statusNote: '', revision: 4, effectiveOn: '2026-11-22' });
});

it('says beside the field what the number contradicts, and lets it be saved', async () => {
  const { api, user } = await page({ 'people.change': () => ({ revision: 5 }) });
  const section = (await screen.findByRole('heading', { name: 'Data diri' })).closest('section') as HTMLElement;
  await user.click(within(section).getByRole('button', { name: /Ubah/ }));
  const drawer = await screen.findByRole('dialog', { name: 'Ubah data diri' });
  expect(within(drawer).getByText('Tanggal lahir berbeda dari yang ada di NIP.')).toBeTruthy();
  expect(within(drawer).queryByText('Jenis kelamin berbeda dari yang ada di NIP.')).toBeNull();
  await user.selectOptions(within(drawer).getByRole('combobox', { name: /Jenis kelamin/ }), 'Perempuan');
  expect(await within(drawer).findByText('Jenis kelamin berbeda dari yang ada di NIP.')).toBeTruthy();
  await user.click(within(drawer).getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(api.seen.find(({ route }) => route === 'people.change')?.body).toMatchObject({ sex: 'female' }));
});

it('names a rule of the server beside its field', async () => {
  const { user } = await page({
    'people.change': () => new FakeProblem('PERSON_INVALID', { field: 'email', fault: 'NOT_A_MAIL_ADDRESS' }),
  });
  await user.click(await screen.findByRole('button', { name: 'Ubah Kontak' }));
  const drawer = within(await screen.findByRole('dialog'));
  await user.type(drawer.getByLabelText(/Surel/), 'bukan surel');
  await user.click(drawer.getByRole('button', { name: 'Simpan' }));
  expect((await drawer.findAllByText(/Tulis surel seperti/)).length).toBeGreaterThan(0);
});

it('shows the history in its own part, and lets who may only read press nothing', async () => {
  await page({ 'people.get': () => ({ ...person, can: { manage: false } }) }, `/kelola/pegawai/${person.personId}?bagian=riwayat`);
  expect(await screen.findByText('RSUD Lama')).toBeTruthy();
  expect(screen.getByText('1 Januari 2011 s.d. 31 Desember 2023')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Ubah/ })).toBeNull();
});

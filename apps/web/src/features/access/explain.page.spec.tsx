import type { Permission } from '@pamong/contract/permissions';
import { screen, waitFor, within } from '@testing-library/react';
import { nurhayati, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import ExplainPage from './explain.page.js';

const id = (last: number) => `0199a2b4-7c00-7000-8000-${String(last).padStart(12, '0')}`;
const sutrisno = { id: id(10), fullName: 'Sutrisno, S.E.', unit: 'Badan Keuangan' };
const unit = { id: id(20), name: 'Badan Keuangan', isAgency: false };
const [from, until] = ['2026-11-01T00:00:00.000Z', '2026-12-31T16:00:00.000Z'];

const open = (at: string, asked: unknown[] = [], can: Permission[] = ['role.read', 'course.author']) =>
  renderPage(ExplainPage, {
    path: '/kelola/akses/periksa', at, namespaces: ['access'],
    answers: {
      'session.get': () => sessionOf({ ...nurhayati, can }),
      'access.listPlaces': () => ({ items: [{ ...unit, grantable: [] }] }),
      'access.listCandidates': () => ({ items: [sutrisno] }),
      'acting.start': () => ({ until: '2026-11-22T10:00:00.000Z' }),
      'courses.list': () => ({ items: [], total: 0, page: 1, size: 20 }),
      'access.explain': ({ query }) => {
        asked.push(query);
        return {
          person: sutrisno,
          place: query.courseId ? { kind: 'course', id: query.courseId, name: 'Dasar AI' } : { kind: 'organisation', id: unit.id, name: unit.name },
          permissions: [
            { permission: 'role.grant', held: true, givenBy: ['unit_admin'], reasons: [{ kind: 'role', role: 'unit_admin', organisation: unit, from, until, lentBy: null }] },
            {
              permission: 'course.author', held: true, givenBy: ['instructor'],
              reasons: [{ kind: 'teaches' }, { kind: 'role', role: 'instructor', organisation: unit, from, until: null, lentBy: 'Nurhayati' }, { kind: 'role', role: 'platform_admin', organisation: null, from, until: null, lentBy: null }],
            },
            { permission: 'audit.read', held: false, givenBy: ['agency_admin', 'auditor'], reasons: [] },
          ],
        };
      },
    },
  });

it('gives every reason in a sentence, and for what is missing the roles that would give it', async () => {
  await open(`/kelola/akses/periksa?orang=${sutrisno.id}`);
  expect(await screen.findByRole('heading', { name: 'Sutrisno, S.E. di Badan Keuangan' })).toBeTruthy();
  for (const text of [
    'Peran Admin unit di Badan Keuangan, sampai 31 Des 2026', 'Mengajar pelatihan ini', 'Mewakili Nurhayati: peran Pengajar di Badan Keuangan, sejak 1 Nov 2026',
    'Peran Admin platform untuk semua instansi, sejak 1 Nov 2026',
  ]) expect(screen.getByText(text)).toBeTruthy();
  const missing = screen.getByText('Membaca jejak audit').closest('li') as HTMLElement;
  expect(within(missing).getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Admin instansi', 'Auditor (hanya baca)']);
});

it('asks for a person first, then keeps person and place in the address', async () => {
  const asked: unknown[] = [];
  const { user, router } = await open('/kelola/akses/periksa', asked);
  expect(await screen.findByText('Pilih seseorang')).toBeTruthy();
  await user.type(await screen.findByRole('combobox', { name: 'Nama atau NIP' }), 'sut');
  await user.click(await screen.findByRole('option', { name: 'Sutrisno, S.E. · Badan Keuangan' }));
  await user.type(await screen.findByRole('combobox', { name: 'Di unit atau instansi' }), 'keu');
  await user.click(await screen.findByRole('option', { name: 'Badan Keuangan' }));
  await waitFor(() => expect(router.state.location.search).toBe(`?orang=${sutrisno.id}&tempat=${unit.id}`));
  expect(asked.at(-1)).toEqual({ organisationId: unit.id });
});

it('explains a course by the address', async () => {
  const asked: unknown[] = [];
  await open(`/kelola/akses/periksa?orang=${sutrisno.id}&pelatihan=${id(40)}`, asked);
  expect(await screen.findByRole('heading', { name: 'Sutrisno, S.E. pada pelatihan Dasar AI' })).toBeTruthy();
  expect(asked).toEqual([{ courseId: id(40) }]);
});

it('lets support see Pamong as the person: with a reason, and changing only where the right is held', async () => {
  const { user, api, router } = await open(`/kelola/akses/periksa?orang=${sutrisno.id}`, [], ['role.read', 'person.act-as']);
  await user.click(await screen.findByRole('button', { name: 'Lihat sebagai orang ini' }));
  const dialog = await screen.findByRole('dialog', { name: 'Lihat Pamong sebagai Sutrisno, S.E.' });
  expect(within(dialog).queryByRole('checkbox')).toBeNull();
  await user.type(within(dialog).getByLabelText(/Alasan/), 'Tiket 41');
  await user.click(within(dialog).getByRole('button', { name: 'Mulai melihat' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/beranda'));
  expect(api.seen.find(({ route }) => route === 'acting.start')?.body).toEqual({ reason: 'Tiket 41', mayWrite: false });
});

it('offers that to nobody else', async () => {
  await open(`/kelola/akses/periksa?orang=${sutrisno.id}`);
  expect(await screen.findByRole('heading', { name: 'Sutrisno, S.E. di Badan Keuangan' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Lihat sebagai orang ini' })).toBeNull();
});

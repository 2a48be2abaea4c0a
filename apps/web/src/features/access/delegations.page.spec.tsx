import { screen, waitFor, within } from '@testing-library/react';
import { nurhayati, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import DelegationsPage from './delegations.page.js';

const id = (last: number) => `0199a2b4-7c00-7000-8000-${String(last).padStart(12, '0')}`;
const unit = { id: id(20), name: 'Dinas Kesehatan', isAgency: false };
const me = { id: nurhayati.personId, fullName: nurhayati.fullName, unit: nurhayati.unit };
const sutrisno = { id: id(10), fullName: 'Sutrisno, S.E.', unit: 'Badan Keuangan' };
const lent = {
  id: id(30), from: me, to: sutrisno, reason: 'Cuti tahunan', since: '2026-11-20T00:00:00.000Z', until: '2026-11-30T16:00:00.000Z', endedAt: null, state: 'active' as const,
  roles: [{ role: 'leader' as const, organisation: unit }], can: { end: true },
};
const lendable = [{ assignmentId: id(40), role: 'leader' as const, organisation: unit }, { assignmentId: id(41), role: 'unit_admin' as const, organisation: unit }];

const open = (answers: Parameters<typeof renderPage>[1]['answers']) =>
  renderPage(DelegationsPage, { namespaces: ['access'], answers: { 'session.get': () => sessionOf(nurhayati), 'delegations.listPlaces': () => ({ items: [unit] }), 'delegations.listCandidates': () => ({ items: [sutrisno] }), ...answers } });

it('shows what is lent and borrowed, until when, and ends it', async () => {
  const received = { ...lent, id: id(31), from: sutrisno, to: me, state: 'ended' as const, endedAt: '2026-11-21T00:00:00.000Z', can: { end: false } };
  const { user, api } = await open({ 'delegations.list': () => ({ given: [lent], received: [received], lendable }), 'delegations.end': () => ({ ...lent, state: 'ended' as const }) });
  expect(await screen.findAllByText('Pimpinan di Dinas Kesehatan')).toHaveLength(2);
  expect(screen.getByText('20 Nov 2026 s.d. 30 Nov 2026')).toBeTruthy();
  expect(screen.getByText('20 Nov 2026 s.d. 21 Nov 2026')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Akhiri delegasi dengan Sutrisno, S.E.' }));
  expect(await screen.findByText('Delegasi dengan Sutrisno, S.E. diakhiri.')).toBeTruthy();
  expect(api.seen.some(({ route }) => route === 'delegations.end')).toBe(true);
});

it('lends chosen roles to a colleague, with days and a reason', async () => {
  const { user, api } = await open({ 'delegations.list': () => ({ given: [], received: [], lendable }), 'delegations.create': () => lent });
  await user.click(await screen.findByRole('button', { name: 'Delegasikan peran' }));
  const drawer = await screen.findByRole('dialog', { name: 'Delegasikan peran' });
  await user.click(within(drawer).getByRole('button', { name: 'Delegasikan' }));
  expect(await within(drawer).findByText(/isian yang perlu diperiksa/)).toBeTruthy();
  await user.type(await within(drawer).findByRole('combobox', { name: /Kepada siapa/ }), 'sut');
  await user.click(await screen.findByRole('option', { name: 'Sutrisno, S.E. · Badan Keuangan' }));
  await user.click(within(drawer).getByRole('checkbox', { name: /Pimpinan/ }));
  await user.type(within(drawer).getByLabelText(/Sampai hari terakhir/), '2026-12-31');
  await user.type(within(drawer).getByLabelText(/Alasan/), 'Cuti tahunan');
  await user.click(within(drawer).getByRole('button', { name: 'Delegasikan' }));
  await waitFor(() => expect(api.seen.find(({ route }) => route === 'delegations.create')?.body).toEqual({ toPersonId: sutrisno.id, assignmentIds: [id(40)], until: '2026-12-31', reason: 'Cuti tahunan' }));
  expect(await screen.findByText('Sutrisno, S.E. sekarang dapat mewakili Anda.')).toBeTruthy();
});

it('shows an admin what others lend, and ends it where that is allowed', async () => {
  const ratna = { id: id(11), fullName: 'Ratna, S.H.', unit: 'Dinas Kesehatan' };
  const others = [{ ...lent, id: id(33), from: ratna, to: sutrisno }, { ...lent, id: id(34), from: sutrisno, to: ratna, can: { end: false } }];
  const { user, api } = await open({
    'session.get': () => sessionOf({ ...nurhayati, can: ['role.read'] }), 'delegations.list': () => ({ given: [], received: [], lendable: [] }),
    'delegations.listOthers': () => ({ items: others, total: 2, page: 1, size: 20 }), 'delegations.end': () => ({ ...lent, state: 'ended' as const }),
  });
  expect(await screen.findByText('Ratna, S.H. kepada Sutrisno, S.E.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Sutrisno, S.E. kepada Ratna/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Akhiri delegasi Ratna, S.H. kepada Sutrisno, S.E.' }));
  expect(await screen.findByText('Delegasi Ratna, S.H. kepada Sutrisno, S.E. diakhiri. Keduanya diberi tahu.')).toBeTruthy();
  expect(api.seen.some(({ route }) => route === 'delegations.end')).toBe(true);
});

it('says why nothing can be lent', async () => {
  await open({ 'delegations.list': () => ({ given: [], received: [], lendable: [] }) });
  expect(await screen.findByText('Belum ada peran yang dapat didelegasikan')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Delegasikan peran' })).toBeNull();
});

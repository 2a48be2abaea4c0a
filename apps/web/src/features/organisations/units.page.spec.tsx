import { screen, within } from '@testing-library/react';
import { type FakeAnswers, FakeProblem } from '../../testing/fake-api.js';
import { renderPage } from '../../testing/render-page.js';
import UnitsPage from './units.page.js';
import type { Unit, UnitNode } from './use-unit.js';

const id = (last: number) => `0199a2b4-7c00-7000-8000-00000000000${last}`;
const node = (last: number, name: string, more: Partial<UnitNode> = {}): UnitNode => ({
  id: id(last), parentId: id(1), name, shortName: name, code: null, unitKind: 'Dinas', closed: false, people: 0, children: 0, can: { manage: true }, ...more,
});
const city = node(1, 'Pemerintah Kota Palu', { parentId: null, children: 2 });
const health = node(2, 'Dinas Kesehatan', { people: 1_250 });
const social = node(3, 'Dinas Sosial');
const sheet: Unit = {
  ...health, timeZone: 'Asia/Makassar', revision: 3, way: [{ id: city.id, name: city.name }], mergedInto: null, peopleBelow: 1_250, unitsBelow: 0,
  heads: [{ headId: id(8), personId: id(9), fullName: 'dr. Yohanes Seran Leto, M.Kes.', acting: 'PLT', validFrom: '2026-01-05', validUntil: null }],
  events: [{ id: id(7), at: '2026-02-03T02:00:00Z', kind: 'renamed', details: { from: 'Dinkes', to: 'Dinas Kesehatan' }, by: 'Laksmi' }],
};
const preview = {
  unit: { id: health.id, name: health.name }, into: { id: social.id, name: social.name }, units: [], unitCount: 0, peopleCount: 1_250,
  people: ['Nurhayati, S.Kep., Ns.'], belongings: [{ key: 'roles' as const, count: 2 }], loses: ['Ratna'], gains: [], obstacle: null,
};

const answers: FakeAnswers = {
  'organisations.list': ({ query }) => ({ items: query.parentId === undefined ? [city] : [health, social], can: { createAgency: false } }),
  'organisations.get': () => sheet,
  'organisations.search': () => ({ items: [{ ...social, way: [{ id: city.id, name: city.name }] }], more: false }),
  'organisations.previewMerge': () => preview,
};

const show = (at: string, more: FakeAnswers = {}) =>
  renderPage(UnitsPage, { path: '/kelola/unit/:organisationId?', at, namespaces: ['organisations'], answers: { ...answers, ...more } });

it('opens the one agency by itself and counts the people of each unit', async () => {
  await show('/kelola/unit');
  const link = await screen.findByRole('link', { name: /Dinas Kesehatan/ });
  expect(link.textContent).toContain('1.250');
  expect(screen.getByRole('button', { name: 'Tutup Pemerintah Kota Palu' }).getAttribute('aria-expanded')).toBe('true');
});

it('moves in the tree by arrows', async () => {
  const { user } = await show('/kelola/unit');
  (await screen.findByRole('link', { name: /Pemerintah Kota Palu/ })).focus();
  await screen.findByRole('link', { name: /Dinas Sosial/ });
  const at = () => document.activeElement?.textContent ?? '';
  await user.keyboard('{ArrowRight}{ArrowDown}');
  expect(at()).toContain('Dinas Sosial');
  await user.keyboard('{ArrowLeft}');
  expect(at()).toContain('Pemerintah Kota Palu');
  await user.keyboard('{ArrowLeft}');
  expect(screen.getByRole('button', { name: 'Buka Pemerintah Kota Palu' }).getAttribute('aria-expanded')).toBe('false');
  expect(screen.queryByRole('link', { name: /Dinas Sosial/ })).toBeNull();
  await user.keyboard('{ArrowRight}{End}');
  expect(at()).toContain('Dinas Sosial');
});

it('shows a unit with who heads it and what happened to it', async () => {
  await show(`/kelola/unit/${health.id}`);
  expect(await screen.findByRole('heading', { level: 1, name: 'Dinas Kesehatan' })).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Akhiri.*Yohanes/ })).toBeTruthy();
  expect(screen.getByText('Plt.')).toBeTruthy();
  expect(screen.getByText('Berganti nama dari Dinkes menjadi Dinas Kesehatan')).toBeTruthy();
});

it('merges only after showing whom it touches', async () => {
  const { user, api } = await show(`/kelola/unit/${health.id}`, { 'organisations.merge': () => ({ ...sheet, id: social.id }) });
  await user.click(await screen.findByRole('button', { name: 'Tindakan lain' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Gabungkan' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('button', { name: 'Gabungkan' })).toHaveProperty('disabled', true);
  await user.type(await dialog.findByRole('combobox'), 'sosial');
  await user.click(await screen.findByRole('option', { name: /Dinas Sosial/ }));
  expect(await dialog.findByText('Dinas Kesehatan akan menjadi bagian Dinas Sosial.')).toBeTruthy();
  expect(dialog.getByText('Ratna')).toBeTruthy();
  expect(dialog.getByRole('combobox')).toHaveProperty('value', expect.stringContaining('Dinas Sosial'));
  await user.click(dialog.getByRole('button', { name: 'Gabungkan' }));
  expect(await screen.findByText('Dinas Kesehatan digabung')).toBeTruthy();
  expect(api.seen.find((one) => one.route === 'organisations.merge')?.body).toEqual({ intoId: social.id });
});

it('says why a unit cannot be closed, with the numbers', async () => {
  const { user } = await show(`/kelola/unit/${health.id}`, {
    'organisations.close': () => new FakeProblem('UNIT_NOT_EMPTY', { people: 4, units: 1 }),
  });
  await user.click(await screen.findByRole('button', { name: 'Tindakan lain' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Tutup unit' }));
  expect(await screen.findByText(/masih ada 4 pegawai dan 1 unit bawahan/)).toBeTruthy();
});

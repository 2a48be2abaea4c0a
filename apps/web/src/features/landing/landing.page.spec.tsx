import { screen } from '@testing-library/react';
import { FakeProblem } from '../../testing/fake-api.js';
import { instructor, nobody, nurhayati, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import LandingPage from './landing.page.js';

const account = (role: 'learner' | 'instructor' | 'agency_admin' | 'supervisor', login: string) => ({ role, name: role, login, password: 'pamong-demo' });
const demo = { me: null, demo: { accounts: [account('learner', '1'), account('instructor', '2'), account('agency_admin', '3'), account('supervisor', '4')] } };

const open = (answers: Parameters<typeof renderPage>[1]['answers']) => renderPage(LandingPage, { path: '/', namespaces: ['landing'], answers });

it('shows no doors outside the demo', async () => {
  await open({ 'session.get': () => nobody });
  expect((await screen.findByRole('link', { name: 'Lihat katalog pelatihan' })).getAttribute('href')).toBe('/katalog');
  expect(screen.queryByText('Coba sendiri')).toBeNull();
});

it.each([
  ['Peserta', '1', nurhayati, '/beranda'],
  ['Pengajar', '2', instructor, '/kelola'],
  ['Admin', '3', instructor, '/kelola'],
  ['Atasan', '4', instructor, '/kelola'],
] as const)('opens the door of %s with its own account', async (door, login, me, place) => {
  const { user, api } = await open({ 'session.get': () => demo, 'session.signIn': () => sessionOf(me) });
  await user.click(await screen.findByRole('button', { name: new RegExp(`Coba sebagai ${door}`) }));
  expect(await screen.findByText(`di: ${place}`)).toBeTruthy();
  expect(api.seen.at(-1)?.body).toEqual({ login, password: 'pamong-demo' });
});

it('says why a door does not open', async () => {
  const { user } = await open({ 'session.get': () => demo, 'session.signIn': () => new FakeProblem('LOGIN_LIMITED', { minutes: 3 }, [], 429) });
  await user.click(await screen.findByRole('button', { name: /Coba sebagai Admin/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('dalam 3 menit');
});

it('sends who is signed in to their own room', async () => {
  await open({ 'session.get': () => sessionOf(instructor) });
  expect((await screen.findByRole('link', { name: 'Lanjutkan' })).getAttribute('href')).toBe('/kelola');
});

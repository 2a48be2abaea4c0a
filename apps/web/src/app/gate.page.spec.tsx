import { screen } from '@testing-library/react';
import { FakeProblem } from '../testing/fake-api.js';
import { instructor, nobody, nurhayati, sessionOf } from '../testing/people.js';
import { renderPage } from '../testing/render-page.js';
import { Gate } from './gate.js';

const Room = () => (
  <Gate access="course.author">
    <h1>Ruang pengajar</h1>
  </Gate>
);
const open = (answers: Parameters<typeof renderPage>[1]['answers']) => renderPage(Room, { path: '/kelola/pelatihan', at: '/kelola/pelatihan?q=ai#atas', namespaces: [], answers });

it('leads a stranger to the login, with the way back', async () => {
  await open({ 'session.get': () => nobody });
  expect(await screen.findByText('di: /masuk?lanjut=%2Fkelola%2Fpelatihan%3Fq%3Dai%23atas')).toBeTruthy();
});

it('says whom to ask where the permission is missing', async () => {
  await open({ 'session.get': () => sessionOf(nurhayati) });
  expect(await screen.findByRole('heading', { name: 'Ruang ini bukan untuk peran Anda' })).toBeTruthy();
  expect(screen.queryByText('Ruang pengajar')).toBeNull();
});

it('lets in who holds the permission', async () => {
  await open({ 'session.get': () => sessionOf(instructor) });
  expect(await screen.findByText('Ruang pengajar')).toBeTruthy();
});

it('does not take a failing server for a stranger', async () => {
  const { api, user } = await open({ 'session.get': () => new FakeProblem('SERVER_BUSY', {}, [], 503) });
  expect(await screen.findByText(/Server sedang sibuk/)).toBeTruthy();
  api.answer({ 'session.get': () => sessionOf(instructor) });
  await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
  expect(await screen.findByText('Ruang pengajar')).toBeTruthy();
});

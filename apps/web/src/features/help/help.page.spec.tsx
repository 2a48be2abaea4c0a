import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.js';
import HelpPage from './help.page.js';

it('answers by who asks, and finds an answer by a word of its text', async () => {
  const { user } = await renderPage(HelpPage, { path: '/bantuan', namespaces: ['help'], answers: {} });
  expect((await screen.findAllByRole('heading', { level: 2 })).map((heading) => heading.textContent)).toEqual(['Peserta', 'Pengajar', 'Admin', 'Atasan']);
  await user.type(screen.getByRole('searchbox'), 'templat excel');
  expect(await screen.findByText('Memasukkan pegawai dari Excel atau CSV')).toBeTruthy();
  expect(screen.queryByText('Kuis')).toBeNull();
});

it('says so when nothing matches', async () => {
  await renderPage(HelpPage, { path: '/bantuan', at: '/bantuan?cari=zzz', namespaces: ['help'], answers: {} });
  expect(await screen.findByText('Tidak ada yang cocok')).toBeTruthy();
});

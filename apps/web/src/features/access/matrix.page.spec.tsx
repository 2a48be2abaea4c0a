import { screen, within } from '@testing-library/react';
import { nurhayati, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import MatrixPage from './matrix.page.js';

const open = (at = '/kelola/akses/izin') =>
  renderPage(MatrixPage, { path: '/kelola/akses/izin', at, namespaces: ['access'], answers: { 'session.get': () => sessionOf({ ...nurhayati, can: ['role.read'] }) } });

it('says of each permission which roles hold it', async () => {
  await open();
  const row = (await screen.findByRole('rowheader', { name: /Mencabut sertifikat/ })).closest('tr') as HTMLElement;
  const headers = screen.getAllByRole('columnheader').map((header) => header.textContent);
  const held = within(row).getAllByRole('cell').flatMap((cell, at) => (cell.textContent === 'boleh' ? [headers[at + 1]] : []));
  expect(held).toEqual(['Admin pelatihan', 'Admin instansi', 'Admin platform']);
});

it('is filtered by words and by role, in the address', async () => {
  const { user, router } = await open();
  await user.type(await screen.findByRole('searchbox'), 'sertifikat');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Peran' }), 'Penandatangan');
  expect(router.state.location.search).toBe('?q=sertifikat&peran=signatory');
  expect(screen.getByRole('status').textContent).toBe('1 izin');
  await user.type(screen.getByRole('searchbox'), 'zzz');
  expect(await screen.findByText('Tidak ada izin yang cocok')).toBeTruthy();
});

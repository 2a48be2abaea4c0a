import { screen, waitFor } from '@testing-library/react';
import { FakeProblem } from '../../testing/fake-api.js';
import { renderPage } from '../../testing/render-page.js';
import { OwnPhoto } from './own-photo.js';

const url = '/api/people/0199a2b4-7c00-7000-8000-000000000005/photos/0199a2b4-7c00-7000-8000-00000000000a';
const file = new File([new Uint8Array([1])], 'saya.jpg', { type: 'image/jpeg' });
const open = (answers: Parameters<typeof renderPage>[1]['answers']) => renderPage(OwnPhoto, { namespaces: ['people'], answers });

// jsdom draws nothing: what the canvas would make is given.
beforeEach(() => {
  Object.assign(globalThis, { createImageBitmap: () => Promise.resolve({ width: 900, height: 1_200 }) });
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ drawImage: () => undefined } as never);
  jest.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockReturnValue('data:image/webp;base64,AAAA');
});
afterEach(() => jest.restoreAllMocks());

it('takes a photo, shows it, and removes it', async () => {
  const { user, api } = await open({ 'personPhotos.mine': () => ({ wanted: true, url: null }), 'personPhotos.setMine': () => ({ wanted: true, url }), 'personPhotos.removeMine': () => ({ wanted: true, url: null }) });
  const drop = await screen.findByLabelText('Pilih foto');
  api.answer({ 'personPhotos.mine': () => ({ wanted: true, url }) });
  await user.upload(drop, file);
  expect((await screen.findByAltText('Pasfoto saat ini')).getAttribute('src')).toBe(url);
  expect(api.seen.find(({ route }) => route === 'personPhotos.setMine')?.body).toEqual({ data: 'AAAA' });
  api.answer({ 'personPhotos.mine': () => ({ wanted: true, url: null }) });
  await user.click(screen.getByRole('button', { name: 'Hapus foto' }));
  await waitFor(() => expect(screen.queryByAltText('Pasfoto saat ini')).toBeNull());
});

it('says why a photo was refused, by the server or by the browser', async () => {
  const { user } = await open({ 'personPhotos.mine': () => ({ wanted: true, url: null }), 'personPhotos.setMine': () => new FakeProblem('PHOTO_TOO_SMALL', {}, [], 422) });
  await user.upload(await screen.findByLabelText('Pilih foto'), file);
  expect(await screen.findByText(/terlalu kecil untuk dicetak/)).toBeTruthy();
  Object.assign(globalThis, { createImageBitmap: () => Promise.reject(new Error('no codec')) });
  await user.upload(screen.getByLabelText('Pilih foto'), file);
  expect(await screen.findByText(/Peramban ini tidak dapat membuka foto itu/)).toBeTruthy();
});

it('asks nobody where no document prints a photo, and offers to remove what was kept', async () => {
  const first = await open({ 'personPhotos.mine': () => ({ wanted: false, url: null }) });
  await waitFor(() => expect(first.api.seen.some(({ route }) => route === 'personPhotos.mine')).toBe(true));
  expect(screen.queryByText('Pasfoto')).toBeNull();
  first.unmount();
  await open({ 'personPhotos.mine': () => ({ wanted: false, url }) });
  expect(await screen.findByRole('button', { name: 'Hapus foto' })).toBeTruthy();
  expect(screen.queryByLabelText('Ganti foto')).toBeNull();
});

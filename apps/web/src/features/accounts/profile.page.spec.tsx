import { screen, waitFor, within } from '@testing-library/react';
import { FakeProblem } from '../../testing/fake-api.js';
import { nurhayati, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import { useSession } from '../../shared/session/use-session.js';
import ProfilePage from './profile.page.js';

const here = { id: '0199a2b4-7c00-7000-8000-00000000000a', device: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36', address: '10.20.1.7', network: 'private' as const, createdAt: '2026-11-01T00:00:00Z', lastSeenAt: '2026-11-22T02:00:00Z', current: true };
const there = { ...here, id: '0199a2b4-7c00-7000-8000-00000000000b', device: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0', current: false };

const secured = { hasPassword: true, secondFactor: { on: false, since: null, recoveryLeft: 0, required: false } };

/** As the gate does: the page appears when the person is known. */
function Page() {
  return useSession().me ? <ProfilePage /> : null;
}

const open = (answers: Parameters<typeof renderPage>[1]['answers'] = {}) =>
  renderPage(Page, { path: '/profil', namespaces: ['accounts'], answers: { 'mails.myLetters': () => ({ language: null, agencyLanguage: 'id' as const }), 'accounts.security': () => secured, 'accounts.signOnLinks': () => ({ items: [] }), 'entry.options': () => ({ mail: true, phone: false, registration: [] }), 'session.get': () => sessionOf(nurhayati), 'session.list': () => ({ items: [here, there] }), ...answers } });

it('shows the name with its degrees as typed, and the NIP in its parts', async () => {
  await open();
  expect(await screen.findByText("Dr. Hj. Nurhayati Ma'ruf, S.Kom., M.Si.")).toBeTruthy();
  expect(screen.getByText('19901105 201903 2 907')).toBeTruthy();
});

it('switches language and theme and remembers both', async () => {
  const { user } = await open();
  await user.click(await screen.findByRole('radio', { name: 'Gelap' }));
  expect(document.documentElement.getAttribute('data-theme')).toBe('dark');
  await user.click(within(screen.getByRole('group', { name: 'Bahasa' })).getByRole('radio', { name: 'English' }));
  expect(await screen.findByRole('heading', { name: 'My profile' })).toBeTruthy();
  expect(document.documentElement.lang).toBe('en');
  expect([localStorage.getItem('pamong.theme'), localStorage.getItem('pamong.language')]).toEqual(['dark', 'en']);
});

it('lets me choose the language of my letters, or follow the agency', async () => {
  const { user, api } = await open({ 'mails.setMyLetters': () => undefined });
  const letters = (await screen.findByRole('radio', { name: /^Ikuti instansi/ })).closest('fieldset') as HTMLElement;
  expect((within(letters).getByRole('radio', { name: /^Ikuti instansi/ }) as HTMLInputElement).checked).toBe(true);
  api.answer({ 'mails.myLetters': () => ({ language: 'en' as const, agencyLanguage: 'id' as const }) });
  await user.click(within(letters).getByRole('radio', { name: 'English' }));
  expect(await screen.findByText('Surat berikutnya ditulis dalam bahasa itu.')).toBeTruthy();
  expect(api.seen.find((one) => one.route === 'mails.setMyLetters')?.body).toEqual({ language: 'en' });
  await waitFor(() => expect((within(letters).getByRole('radio', { name: 'English' }) as HTMLInputElement).checked).toBe(true));
  expect(document.documentElement.lang).toBe('id');
});

it('shows the agency through which I sign in, and says why the last way in stays', async () => {
  const link = { id: '0199a2b4-7c00-7000-8000-0000000000aa', provider: 'Kota Muara', active: true, linkedAt: '2026-11-01T00:00:00Z', lastUsedAt: '2026-11-20T00:00:00Z' };
  const { user, api } = await open({ 'accounts.signOnLinks': () => ({ items: [link] }), 'accounts.removeSignOnLink': () => new FakeProblem('SIGN_ON_LAST_WAY', {}, [], 409) });
  await user.click(await screen.findByRole('button', { name: 'Lepas Masuk lewat Kota Muara' }));
  expect(await screen.findByText(/satu-satunya cara Anda masuk/)).toBeTruthy();
  api.answer({ 'accounts.removeSignOnLink': () => undefined, 'accounts.signOnLinks': () => ({ items: [] }) });
  await user.click(screen.getByRole('button', { name: 'Lepas Masuk lewat Kota Muara' }));
  expect(await screen.findByText(/Sambungan dilepas/)).toBeTruthy();
  await waitFor(() => expect(screen.queryByText('Masuk lewat Kota Muara')).toBeNull());
});

it('ends another session, never offers to end this one, and shows the time in the zone of the person', async () => {
  const { user, api } = await open({ 'session.revoke': () => undefined });
  const current = (await screen.findByText('Chrome di Android')).closest('li') as HTMLElement;
  expect(within(current).queryByRole('button')).toBeNull();
  expect(current.textContent).toContain('Minggu, 22 November 2026, pukul 10.00 WITA');
  api.answer({ 'session.list': () => ({ items: [here] }) });
  await user.click(screen.getByRole('button', { name: 'Keluarkan' }));
  await waitFor(() => expect(screen.queryByText('Firefox di Windows')).toBeNull());
  expect(screen.getByText('Perangkat itu sudah dikeluarkan.')).toBeTruthy();
});

it('says what happened when the list of devices cannot be read, and reads it again on request', async () => {
  const { user, api } = await open({ 'session.list': () => new FakeProblem('SERVER_FAULT', {}, [], 500) });
  expect(await screen.findByText('Daftar perangkat belum dapat dibuka')).toBeTruthy();
  api.answer({ 'session.list': () => ({ items: [here] }) });
  await user.click(screen.getByRole('button', { name: 'Coba lagi' }));
  expect(await screen.findByText('Chrome di Android')).toBeTruthy();
});

it('ends all other sessions at once when there are several', async () => {
  const tablet = { ...there, id: '0199a2b4-7c00-7000-8000-00000000000c' };
  const { user, api } = await open({ 'session.list': () => ({ items: [here, there, tablet] }), 'session.revokeOthers': () => ({ ended: 2 }) });
  await user.click(await screen.findByRole('button', { name: 'Keluarkan semua perangkat lain' }));
  expect(await screen.findByText('2 perangkat lain sudah dikeluarkan.')).toBeTruthy();
  expect(api.seen.map((one) => one.route)).toContain('session.revokeOthers');
});

it('changes the password, keeps what was typed when it is refused, and says why', async () => {
  const { user, api } = await open({ 'accounts.changePassword': () => new FakeProblem('PASSWORD_PERSONAL', {}, [], 422) });
  await user.click(await screen.findByRole('button', { name: 'Ganti kata sandi' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText('Kata sandi sekarang'), 'kata sandi lama');
  await user.type(within(dialog).getByLabelText('Kata sandi baru'), 'nurhayati 19901105');
  await user.click(within(dialog).getByRole('button', { name: 'Simpan kata sandi' }));
  expect((await within(dialog).findByRole('alert')).textContent).toContain('memuat nama, nomor pegawai');
  expect(within(dialog).getByLabelText<HTMLInputElement>('Kata sandi baru').value).toBe('nurhayati 19901105');
  api.answer({ 'accounts.changePassword': () => undefined });
  await user.click(within(dialog).getByRole('button', { name: 'Simpan kata sandi' }));
  expect(await screen.findByText('Kata sandi sudah diganti.')).toBeTruthy();
  expect(api.seen.findLast((one) => one.route === 'accounts.changePassword')?.body).toEqual({ current: 'kata sandi lama', next: 'nurhayati 19901105', endOthers: true });
});

it('offers no change of a password to who has none', async () => {
  await open({ 'accounts.security': () => ({ ...secured, hasPassword: false }) });
  expect(await screen.findByText(/akun ini tidak punya kata sandi sendiri/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ganti kata sandi' })).toBeNull();
});

it('turns the second factor on: password, picture, first code, recovery codes', async () => {
  const { user, api } = await open({
    'accounts.beginSecondFactor': () => ({ secret: 'GEZDGNBVGY3TQOJQ', qrCode: '<svg/>' }), 'accounts.confirmSecondFactor': () => ({ recoveryCodes: ['K7QX9-4MPD2'] }),
  });
  await user.click(await screen.findByRole('button', { name: 'Nyalakan' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText('Kata sandi sekarang'), 'kata sandi lama');
  await user.click(within(dialog).getByRole('button', { name: 'Lanjutkan' }));
  await user.type(await within(dialog).findByLabelText('Kode 6 angka'), '123456');
  api.answer({ 'accounts.security': () => ({ ...secured, secondFactor: { on: true, since: '2026-11-22T02:00:00Z', recoveryLeft: 10, required: true } }) });
  await user.click(within(dialog).getByRole('button', { name: 'Periksa dan nyalakan' }));
  expect(await within(dialog).findByText('K7QX9-4MPD2')).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Sudah saya simpan' }));
  expect(await screen.findByText('Kode pemulihan tersisa: 10.')).toBeTruthy();
  // The agency requires it, so there is nothing to turn off.
  expect(screen.queryByRole('button', { name: 'Matikan' })).toBeNull();
});

it('sends a letter to a new address, which counts only once it was read', async () => {
  const { user, api } = await open({ 'entry.changeEmail': () => undefined });
  await user.click(await screen.findByRole('button', { name: 'Ganti surel' }));
  await user.type(await screen.findByLabelText('Surel baru'), 'baru@ml.example');
  await user.click(screen.getByRole('button', { name: 'Kirim surat' }));
  expect(await screen.findByText('Surat sudah dikirim ke baru@ml.example. Buka tautan di dalamnya.')).toBeTruthy();
  expect(api.seen.find((one) => one.route === 'entry.changeEmail')?.body).toEqual({ email: 'baru@ml.example' });
  expect(screen.getByText('nurhayati@ml.example')).toBeTruthy();
});

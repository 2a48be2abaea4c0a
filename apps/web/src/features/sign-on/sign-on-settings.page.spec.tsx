import { screen, within } from '@testing-library/react';
import { useSession } from '../../shared/session/use-session.js';
import { FakeProblem } from '../../testing/fake-api.js';
import { instructor, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import SignOnSettingsPage from './sign-on-settings.page.js';

const stored = {
  on: false, issuer: 'https://sso.palu.example', clientId: 'pamong', scopes: 'openid profile email', numberClaim: 'nip', matchEmail: false, createAccounts: false, trustFactor: false, factorValues: ['mfa', 'otp'], label: '',
  hasSecret: true, redirectUri: 'https://belajar.example/api/sign-on/callback', signedOutUri: 'https://belajar.example/masuk',
};
const trial = { issuer: stored.issuer, clientAccepted: true, redirectAccepted: true, redirectUri: stored.redirectUri, wrong: null, pkce: true, logout: false, knowsClaim: null };

const Gated = () => (useSession().me ? <SignOnSettingsPage /> : null);

const open = (answers: Parameters<typeof renderPage>[1]['answers']) =>
  renderPage(Gated, { path: '/kelola/masuk-instansi', namespaces: ['sign-on'], answers: { 'session.get': () => sessionOf(instructor), 'organisations.listSettled': () => ({ items: [] }), 'signOn.settings': () => stored, 'accounts.secondFactorRule': () => ({ roles: [] }), ...answers } });

it('shows what the provider must be told, and never a secret', async () => {
  await open({});
  expect(await screen.findByText('https://belajar.example/api/sign-on/callback')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(/^Rahasia klien/).value).toBe('');
  expect(screen.getByText(/Sudah tersimpan/)).toBeTruthy();
});

it('tries the connection with what stands in the form, and says of each part how it is', async () => {
  const { user, api } = await open({ 'signOn.trySettings': () => trial });
  await user.type(await screen.findByLabelText(/^Klaim berisi NIP/), '_baru');
  await user.click(screen.getByRole('button', { name: 'Coba sambungan' }));
  const lines = within(await screen.findByRole('status')).getAllByRole('listitem').map((line) => line.textContent);
  expect(lines[1]).toBe('Nama dan rahasia klien diterima.');
  expect(lines[2]).toBe('Penyedia akan kembali ke alamat Pamong.');
  expect(lines[3]).toContain('tidak menyebut klaim apa saja');
  expect(lines[5]).toContain('tidak punya alamat keluar');
  expect(api.seen.find((one) => one.route === 'signOn.trySettings')?.body).toMatchObject({ numberClaim: 'nip_baru' });
  expect(api.seen.find((one) => one.route === 'signOn.trySettings')?.body).not.toHaveProperty('clientSecret');
  api.answer({ 'signOn.trySettings': () => new FakeProblem('SIGN_ON_UNREACHABLE', {}, [], 503) });
  await user.click(screen.getByRole('button', { name: 'Coba sambungan' }));
  expect((await screen.findByRole('alert')).textContent).toContain('sedang tidak menjawab');
});

it.each([
  [{ clientAccepted: false, redirectAccepted: true, wrong: 'secret' as const }, /rahasianya salah/],
  [{ clientAccepted: false, redirectAccepted: false, wrong: 'client-id' as const }, /tidak mengenal nama klien/],
  [{ redirectAccepted: false, wrong: 'redirect' as const }, /Daftarkan persis alamat ini.*https:\/\/belajar\.example\/api\/sign-on\/callback/],
])('says what to correct: %j', async (found, sentence) => {
  const { user } = await open({ 'signOn.trySettings': () => ({ ...trial, ...found }) });
  await user.click(await screen.findByRole('button', { name: 'Coba sambungan' }));
  expect((await screen.findByRole('status')).textContent).toMatch(sentence);
});

it('names the switch for addresses of private networks, and who the provider says it is', async () => {
  const { user, api } = await open({ 'signOn.trySettings': () => new FakeProblem('SIGN_ON_ISSUER_DIFFERS', { issuer: 'https://sso.palu.example/' }, [], 422) });
  const issuer = await screen.findByLabelText(/^Alamat penerbit/);
  expect(screen.queryByText(/SIGN_ON_PRIVATE_NETWORK/)).toBeNull();
  await user.clear(issuer);
  await user.type(issuer, 'https://10.0.0.8');
  expect(screen.getByText(/SIGN_ON_PRIVATE_NETWORK=1/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Coba sambungan' }));
  expect((await screen.findByRole('alert')).textContent).toContain('https://sso.palu.example/');
  api.answer({ 'signOn.trySettings': () => new FakeProblem('SIGN_ON_ADDRESS_PRIVATE', {}, [], 422) });
  await user.click(screen.getByRole('button', { name: 'Coba sambungan' }));
  expect((await screen.findByRole('alert')).textContent).toContain('SIGN_ON_PRIVATE_NETWORK=1');
});

it('keeps what the provider shows for a second factor as a list', async () => {
  const { user, api } = await open({ 'signOn.saveSettings': ({ body }) => ({ ...stored, ...body }) });
  await user.click(await screen.findByRole('checkbox', { name: /Penyedia sudah meminta faktor kedua/ }));
  const values = screen.getByLabelText(/^Nilai amr atau acr/);
  await user.clear(values);
  await user.type(values, 'mfa, gold');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await screen.findByText(/^Tersimpan\./);
  expect(api.seen.find((one) => one.route === 'signOn.saveSettings')?.body).toMatchObject({ trustFactor: true, factorValues: ['mfa', 'gold'] });
});

it('saves, keeps the stored secret unless a new one is typed, and says what people will see', async () => {
  const { user, api } = await open({ 'signOn.saveSettings': ({ body }) => ({ ...stored, ...body, on: true }) });
  await user.click(await screen.findByRole('switch', { name: /Tampilkan tombol/ }));
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  expect(await screen.findByText('Tersimpan. Tombol instansi tampil di halaman masuk.')).toBeTruthy();
  expect(api.seen.find((one) => one.route === 'signOn.saveSettings')?.body).toMatchObject({ on: true, issuer: stored.issuer });
  expect(api.seen.find((one) => one.route === 'signOn.saveSettings')?.body).not.toHaveProperty('clientSecret');
});

it('asks for the secret again when the address changed', async () => {
  const { user } = await open({ 'signOn.saveSettings': () => new FakeProblem('SIGN_ON_SECRET_NEEDED', {}, [], 422) });
  await user.type(await screen.findByLabelText(/^Alamat penerbit/), '/realms/asn');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Isi lagi rahasia klien');
});

it('keeps the roles that need a second factor as they are chosen', async () => {
  const { user, api } = await open({ 'accounts.secondFactorRule': () => ({ roles: ['auditor'] }), 'accounts.setSecondFactorRule': ({ body }) => body });
  await user.click(await screen.findByRole('checkbox', { name: 'Admin instansi' }));
  expect(await screen.findByText('Aturan tersimpan.')).toBeTruthy();
  expect(api.seen.find((one) => one.route === 'accounts.setSecondFactorRule')?.body).toEqual({ roles: ['auditor', 'agency_admin'] });
});

it('lets who settles several agencies say whose settings are meant, and keeps it in the address', async () => {
  const items = [{ id: '0199a2b4-7c00-7000-8000-0000000000a1', name: 'Kota Ambon' }, { id: '0199a2b4-7c00-7000-8000-0000000000a2', name: 'Kota Palu' }];
  const { user, api } = await open({ 'organisations.listSettled': () => ({ items }), 'signOn.saveSettings': ({ body }) => ({ ...stored, ...body }) });
  await user.selectOptions(await screen.findByLabelText('Pengaturan untuk instansi'), 'Kota Palu');
  await user.click(await screen.findByRole('switch', { name: /Tampilkan tombol/ }));
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await screen.findByText(/^Tersimpan/);
  expect(api.seen.find((one) => one.route === 'signOn.saveSettings')?.query).toEqual({ agencyId: items[1]?.id });
  expect(api.seen.filter((one) => one.route === 'accounts.secondFactorRule').at(-1)?.query).toEqual({ agencyId: items[1]?.id });
});

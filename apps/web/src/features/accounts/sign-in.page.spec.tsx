import { screen, within } from '@testing-library/react';
import { FakeProblem } from '../../testing/fake-api.js';
import { instructor, nobody, nurhayati, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import SignInPage from './sign-in.page.js';

const account = { role: 'learner' as const, name: 'Nurhayati', login: '199011052019032907', password: 'rahasia-demo' };

const open = (at: string, answers: Parameters<typeof renderPage>[1]['answers']) =>
  renderPage(SignInPage, { path: '/masuk', at, namespaces: ['accounts'], answers: { 'session.get': () => nobody, 'entry.options': () => ({ mail: true, phone: false, registration: [] }), ...answers } });

async function fill(user: Awaited<ReturnType<typeof open>>['user'], login: string, password: string) {
  await user.type(await screen.findByLabelText('NIP, NI PPPK, atau surel'), login);
  await user.type(screen.getByLabelText('Kata sandi'), password);
  await user.click(screen.getByRole('button', { name: 'Masuk' }));
}

it('signs in and returns to the deep link', async () => {
  const { user, api } = await open('/masuk?lanjut=%2Fkatalog%2FAI-101%3Ftab%3Dmodul', { 'session.signIn': () => sessionOf(nurhayati) });
  await fill(user, '19901105 201903 2 907', 'kata sandi panjang');
  expect(await screen.findByText('di: /katalog/AI-101?tab=modul')).toBeTruthy();
  expect(api.seen.find((one) => one.route === 'session.signIn')?.body).toEqual({ login: '19901105 201903 2 907', password: 'kata sandi panjang' });
});

it('leads a learner home and an instructor to the staff room', async () => {
  const first = await open('/masuk', { 'session.signIn': () => sessionOf(nurhayati) });
  await fill(first.user, 'a@b.example', 'x');
  expect(await screen.findByText('di: /beranda')).toBeTruthy();
  first.unmount();
  const second = await open('/masuk', { 'session.signIn': () => sessionOf(instructor) });
  await fill(second.user, 'a@b.example', 'x');
  expect(await screen.findByText('di: /kelola')).toBeTruthy();
});

it('goes on with the second factor where a sign-on through the agency left off', async () => {
  const { user, api } = await open('/masuk?langkah=code&lanjut=%2Fkatalog', { 'session.enterCode': () => sessionOf(nurhayati) });
  await user.type(await screen.findByLabelText(/Kode/), '123456');
  await user.click(screen.getByRole('button', { name: 'Masuk' }));
  expect(await screen.findByText('di: /katalog')).toBeTruthy();
  expect(api.seen.find((one) => one.route === 'session.enterCode')?.body).toEqual({ code: '123456' });
});

it('never leads to another host', async () => {
  const { user } = await open('/masuk?lanjut=%2F%2Fjahat.example', { 'session.signIn': () => sessionOf(nurhayati) });
  await fill(user, 'a@b.example', 'x');
  expect(await screen.findByText('di: /beranda')).toBeTruthy();
});

it('says in minutes when to try again, and keeps what was typed', async () => {
  const { user } = await open('/masuk', { 'session.signIn': () => new FakeProblem('LOGIN_LIMITED', { minutes: 12 }, [], 429) });
  await fill(user, '199011052019032907', 'salah');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('coba lagi dalam 12 menit');
  expect(document.activeElement).toBe(alert);
  expect(screen.getByLabelText<HTMLInputElement>('NIP, NI PPPK, atau surel').value).toBe('199011052019032907');
});

it('lists empty fields as links to them', async () => {
  const { user, api } = await open('/masuk', {});
  await user.click(await screen.findByRole('button', { name: 'Masuk' }));
  const alert = await screen.findByRole('alert');
  await user.click(within(alert).getByRole('link', { name: 'Kata sandi: Bagian ini wajib diisi.' }));
  expect(document.activeElement).toBe(screen.getByLabelText(/^Kata sandi/));
  expect(api.seen.some((one) => one.route === 'session.signIn')).toBe(false);
});

it('says what to do when there is no network', async () => {
  const { user, api } = await open('/masuk', {});
  await screen.findByLabelText('Kata sandi');
  api.online = false;
  await fill(user, 'a@b.example', 'x');
  expect((await screen.findByRole('alert')).textContent).toContain('Periksa jaringan Anda');
});

it('offers demo accounts only where the server names them', async () => {
  const first = await open('/masuk', {});
  await screen.findByLabelText('Kata sandi');
  expect(screen.queryByText('Akun untuk mencoba')).toBeNull();
  first.unmount();
  const { user, api } = await open('/masuk', { 'session.get': () => ({ me: null, demo: { accounts: [account] } }), 'session.signIn': () => sessionOf(nurhayati) });
  await user.click(await screen.findByRole('button', { name: /Peserta/ }));
  expect(await screen.findByText('di: /beranda')).toBeTruthy();
  expect(api.seen.find((one) => one.route === 'session.signIn')?.body).toEqual({ login: account.login, password: account.password });
});

const doors = [
  { agencyId: '0199a2b4-7c00-7000-8000-0000000000a1', agency: 'Pemerintah Kota Palu', shortName: 'Kota Palu', label: null },
  { agencyId: '0199a2b4-7c00-7000-8000-0000000000a2', agency: 'Kementerian Contoh', shortName: 'Kemen Contoh', label: 'Masuk dengan SSO Contoh' },
];

it('leads through the one agency that has a sign-on of its own, with the deep link', async () => {
  await open('/masuk?lanjut=%2Fkatalog%3Fq%3Da', { 'signOn.doors': () => ({ items: doors.slice(0, 1) }) });
  const link = await screen.findByRole('link', { name: 'Masuk lewat Kota Palu' });
  expect(link.getAttribute('href')).toBe(`/api/sign-on/start/${doors[0]?.agencyId}?lanjut=%2Fkatalog%3Fq%3Da`);
});

it('lets choose among several agencies and remembers the choice', async () => {
  const first = await open('/masuk', { 'signOn.doors': () => ({ items: doors }) });
  expect(screen.queryByRole('link', { name: /SSO Contoh/ })).toBeNull();
  await first.user.selectOptions(await screen.findByLabelText('Instansi Anda'), 'Kementerian Contoh');
  expect(screen.getByRole('link', { name: 'Masuk dengan SSO Contoh' })).toBeTruthy();
  first.unmount();
  await open('/masuk', { 'signOn.doors': () => ({ items: doors }) });
  expect(await screen.findByRole('link', { name: 'Masuk dengan SSO Contoh' })).toBeTruthy();
});

it('says why a sign-on through the agency failed, and speaks no other words from the address', async () => {
  const first = await open('/masuk?masalah=SIGN_ON_OTHER_AGENCY&lanjut=%2Fkatalog', {});
  expect((await screen.findByRole('alert')).textContent).toContain('terdaftar di instansi lain');
  first.unmount();
  await open('/masuk?masalah=SIGN_ON_%3Cb%3Ejahat', {});
  expect((await screen.findByRole('alert')).textContent).not.toContain('jahat');
});

it('asks for the code of the phone after the password, or a recovery code, and enters', async () => {
  const { user, api } = await open('/masuk?lanjut=%2Fkatalog', {
    'session.signIn': () => ({ ...nobody, step: 'code' as const }), 'session.enterCode': () => new FakeProblem('SECOND_FACTOR_CLOCK', { minutes: 6, ahead: true }, [], 422),
  });
  await fill(user, 'a@b.example', 'x');
  await user.type(await screen.findByLabelText('Kode 6 angka'), '123 456');
  await user.click(screen.getByRole('button', { name: 'Masuk' }));
  expect((await screen.findByRole('alert')).textContent).toContain('jam ponsel Anda selisih sekitar 6 menit');
  await user.click(screen.getByRole('button', { name: /Pakai kode pemulihan/ }));
  api.answer({ 'session.enterCode': () => sessionOf(nurhayati) });
  await user.type(screen.getByLabelText('Kode pemulihan'), 'k7qx9-4mpd2');
  await user.click(screen.getByRole('button', { name: 'Masuk' }));
  expect(await screen.findByText('di: /katalog')).toBeTruthy();
  expect(api.seen.filter((one) => one.route === 'session.enterCode').map((one) => one.body)).toEqual([{ code: '123 456' }, { code: 'k7qx9-4mpd2' }]);
});

it('has the application set up where the agency requires it, and shows the recovery codes before it lets go', async () => {
  const { user } = await open('/masuk', {
    'session.signIn': () => ({ ...nobody, step: 'enrol' as const }), 'session.enrol': () => ({ secret: 'GEZDGNBVGY3TQOJQ', qrCode: '<svg/>' }),
    'session.confirmEnrolment': () => ({ recoveryCodes: ['K7QX9-4MPD2', 'AAAAA-BBBBB'], session: sessionOf(nurhayati) }),
  });
  await fill(user, 'a@b.example', 'x');
  expect(await screen.findByText('GEZD GNBV GY3T QOJQ')).toBeTruthy();
  expect(screen.getByRole('img', { name: /Kode QR/ })).toBeTruthy();
  await user.type(screen.getByLabelText('Kode 6 angka'), '123456');
  await user.click(screen.getByRole('button', { name: 'Periksa dan nyalakan' }));
  expect(await screen.findByText('K7QX9-4MPD2')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Sudah saya simpan' }));
  expect(await screen.findByText('di: /beranda')).toBeTruthy();
});

import { screen, waitFor } from '@testing-library/react';
import { FakeProblem } from '../../testing/fake-api.js';
import { nobody, nurhayati, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import { useSession } from '../../shared/session/use-session.js';
import AccountsPage from './accounts.page.js';
import ChoosePasswordPage from './choose-password.page.js';
import CodePage from './code.page.js';
import ConfirmEmailPage from './confirm-email.page.js';
import ForgotPage from './forgot.page.js';
import RegisterPage from './register.page.js';

const token = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
const link = { purpose: 'invite' as const, name: 'Nurhayati', expiresAt: '2026-11-30T00:00:00Z' };

type Answers = Parameters<typeof renderPage>[1]['answers'];
const open = (Page: Parameters<typeof renderPage>[0], at: string, answers: Answers) =>
  renderPage(Page, { path: at.split('#')[0] ?? at, at, namespaces: ['entry'], answers: { 'session.get': () => nobody, 'entry.options': () => ({ mail: true, phone: false, registration: [] }), ...answers } });

describe('a forgotten password', () => {
  it('says the same whoever asked, and names the code for people without mail', async () => {
    const { user } = await open(ForgotPage, '/lupa-sandi', { 'entry.askReset': () => undefined });
    await user.type(await screen.findByLabelText('NIP, NI PPPK, atau surel'), 'siapa@nc.example');
    await user.click(screen.getByRole('button', { name: 'Kirim tautan' }));
    expect((await screen.findByRole('status')).textContent).toContain('Jika akun itu ada');
    expect(screen.getByRole('link', { name: 'Pakai kode' }).getAttribute('href')).toBe('/kode');
  });

  it('offers no letter where none can be sent', async () => {
    await open(ForgotPage, '/lupa-sandi', { 'entry.options': () => ({ mail: false, phone: false, registration: [] }) });
    expect(await screen.findByText('Surel belum dapat dikirim dari sini')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Kirim tautan' })).toBeNull();
  });
});

describe('choosing a password', () => {
  it('takes the token out of the address at once, keeps what was typed when it is refused, and signs in', async () => {
    let tries = 0;
    const { user, api, router } = await open(ChoosePasswordPage, `/atur-sandi#${token}`, {
      'entry.lookAtLink': () => link,
      'entry.choosePassword': () => ((tries += 1) === 1 ? new FakeProblem('PASSWORD_SHORT', { least: 15 }, [], 422) : { login: '199011052019032907' }),
      'session.signIn': () => sessionOf(nurhayati),
    });
    expect(await screen.findByRole('heading', { name: 'Aktifkan akun' })).toBeTruthy();
    expect(router.state.location.hash).toBe('');
    await user.type(screen.getByLabelText('Kata sandi baru'), 'pendek');
    await user.click(screen.getByRole('button', { name: 'Simpan dan masuk' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Kata sandi baru').value).toBe('pendek');
    await user.type(screen.getByLabelText('Kata sandi baru'), ' tetapi sekarang panjang');
    await user.click(screen.getByRole('button', { name: 'Simpan dan masuk' }));
    expect(await screen.findByText('di: /beranda')).toBeTruthy();
    expect(api.seen.find((one) => one.route === 'entry.choosePassword')?.body).toMatchObject({ token });
    expect(api.seen.find((one) => one.route === 'session.signIn')?.body).toEqual({ login: '199011052019032907', password: 'pendek tetapi sekarang panjang' });
  });

  it('says what to do with a link that does not work any more', async () => {
    await open(ChoosePasswordPage, `/atur-sandi#${token}`, { 'entry.lookAtLink': () => new FakeProblem('LINK_INVALID', {}, [], 410) });
    expect(await screen.findByText('Tautan ini tidak berlaku lagi')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Minta tautan baru' }).getAttribute('href')).toBe('/lupa-sandi');
  });

  it('is reached with number and printed code', async () => {
    const { user } = await open(CodePage, '/kode', { 'entry.useCode': () => ({ token }) });
    await user.type(await screen.findByLabelText('NIP, NI PPPK, atau surel'), '19901105 201903 2 907');
    await user.type(screen.getByLabelText('Kode'), 'k7m3p 4wqrt');
    await user.click(screen.getByRole('button', { name: 'Lanjutkan' }));
    expect(await screen.findByText('di: /atur-sandi')).toBeTruthy();
  });
});

describe('registering from outside', () => {
  const agency = { id: '0199a2b4-7c00-7000-8000-0000000000aa', name: 'Kementerian Latihan' };

  it('asks for name with degrees, agency and address, never for a NIK, and says where to go on', async () => {
    const { user, api } = await open(RegisterPage, '/daftar', { 'entry.options': () => ({ mail: true, phone: false, registration: [agency] }), 'entry.register': () => undefined });
    await user.type(await screen.findByLabelText('Nama lengkap tanpa gelar'), 'Wayan Sudarma');
    await user.type(screen.getByLabelText(/Gelar di belakang/), 'S.Kom.');
    await user.type(screen.getByLabelText('Asal instansi'), 'Universitas Nusa Cendana');
    await user.type(screen.getByLabelText('Surel'), 'wayan@unc.example');
    await user.type(screen.getByLabelText(/Nomor pegawai/), '5371012345678901');
    await user.click(screen.getByRole('button', { name: 'Daftar' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Nomor pegawai');
    expect(screen.getByText('Jangan tulis NIK. Isi nomor pegawai di instansi Anda, atau kosongkan.')).toBeTruthy();
    await user.clear(screen.getByLabelText(/Nomor pegawai/));
    await user.click(screen.getByRole('button', { name: 'Daftar' }));
    expect((await screen.findByRole('status')).textContent).toContain('wayan@unc.example');
    expect(api.seen.find((one) => one.route === 'entry.register')?.body).toMatchObject({ agencyId: agency.id, name: 'Wayan Sudarma', titleAfter: 'S.Kom.', language: 'id' });
  });

  const fill = async (user: Awaited<ReturnType<typeof open>>['user']) => {
    await user.type(await screen.findByLabelText('Nama lengkap tanpa gelar'), 'Wayan Sudarma');
    await user.type(screen.getByLabelText('Asal instansi'), 'Universitas Nusa Cendana');
  };

  it('proves a mobile number with a code where a gateway reaches it, and keeps what was typed', async () => {
    const registrationId = '0199a2b4-7c00-7000-8000-0000000000bb';
    let wrong = true;
    const { user, api } = await open(RegisterPage, '/daftar', {
      'entry.options': () => ({ mail: true, phone: true, registration: [agency] }),
      'entry.registerByPhone': () => ({ registrationId, expiresAt: '2026-11-22T01:10:00Z' }),
      'entry.provePhone': () => (wrong ? new FakeProblem('PHONE_CODE_INVALID', {}, [], 422) : { token }),
    });
    await fill(user);
    await user.click(screen.getByRole('radio', { name: 'Lewat WhatsApp' }));
    expect(screen.queryByLabelText('Surel')).toBeNull();
    await user.type(screen.getByLabelText('Nomor WhatsApp'), '021 555');
    await user.click(screen.getByRole('button', { name: 'Kirim kode' }));
    expect((await screen.findAllByText('Tulis nomor ponsel, misalnya 0812 3456 7890.')).length).toBeGreaterThan(0);
    await user.clear(screen.getByLabelText('Nomor WhatsApp'));
    await user.type(screen.getByLabelText('Nomor WhatsApp'), '0812-3456-7890');
    await user.click(screen.getByRole('button', { name: 'Kirim kode' }));
    expect((await screen.findByRole('status')).textContent).toContain('0812•••••890');
    expect(api.seen.find((one) => one.route === 'entry.registerByPhone')?.body).not.toHaveProperty('email');
    await user.click(screen.getByRole('button', { name: 'Ganti nomor' }));
    expect((await screen.findByLabelText('Nama lengkap tanpa gelar') as HTMLInputElement).value).toBe('Wayan Sudarma');
    await user.click(screen.getByRole('button', { name: 'Kirim kode' }));
    await user.type(await screen.findByLabelText('Kode dari WhatsApp'), '123 456');
    await user.click(screen.getByRole('button', { name: 'Lanjut' }));
    expect(await screen.findByText(/Kode tidak cocok, sudah dipakai/)).toBeTruthy();
    wrong = false;
    await user.click(screen.getByRole('button', { name: 'Lanjut' }));
    expect(await screen.findByText('di: /atur-sandi')).toBeTruthy();
  });

  it('asks for a number alone where no letter can be sent, and for none without a gateway', async () => {
    const first = await open(RegisterPage, '/daftar', { 'entry.options': () => ({ mail: false, phone: true, registration: [agency] }) });
    expect(await screen.findByLabelText('Nomor WhatsApp')).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
    first.unmount();
    await open(RegisterPage, '/daftar', { 'entry.options': () => ({ mail: true, phone: false, registration: [agency] }) });
    expect(await screen.findByLabelText('Surel')).toBeTruthy();
    expect(screen.queryByText(/WhatsApp/)).toBeNull();
  });

  it('says that it is closed where nobody opened it', async () => {
    await open(RegisterPage, '/daftar', {});
    expect(await screen.findByText('Pendaftaran peserta luar sedang ditutup')).toBeTruthy();
  });
});

it('confirms an address with a press, not by being opened', async () => {
  const { user, api } = await open(ConfirmEmailPage, `/pastikan-surel#${token}`, { 'entry.confirmEmail': () => ({ email: 'baru@nc.example' }) });
  const button = await screen.findByRole('button', { name: 'Pastikan alamat saya' });
  expect(api.seen.some((one) => one.route === 'entry.confirmEmail')).toBe(false);
  await user.click(button);
  expect(await screen.findByText('Mulai sekarang kami menulis ke baru@nc.example.')).toBeTruthy();
});

describe('accounts of staff', () => {
  const person = (name: string, at: number, email: string | null) => ({
    personId: `0199a2b4-7c00-7000-8000-00000000000${at}`, fullName: name, unit: 'Dinas Kesehatan', number: '•••• 2903', email, state: 'none' as const, invitation: null,
  });
  const page = { items: [person('Adi Lubis', 1, null), person('Sri Wahyuni', 2, 'sri@ml.example')], page: 1, size: 20, total: 2, mail: true, registration: { open: false, change: true } };

  function Page() {
    return useSession().me ? <AccountsPage /> : null;
  }

  it('invites those who were chosen and says who was left out and why', async () => {
    const { user, api } = await open(Page, '/kelola/akun', {
      'session.get': () => sessionOf(nurhayati), 'entry.accounts': () => page,
      'entry.invite': () => ({ invited: 1, skipped: [{ personId: page.items[0]?.personId ?? '', fullName: 'Adi Lubis', reason: 'no_email' as const }] }),
    });
    await user.click(await screen.findByRole('checkbox', { name: 'Pilih semua di halaman ini' }));
    await user.click(screen.getByRole('button', { name: 'Undang lewat surel' }));
    expect((await screen.findByText('1 orang dilewati')).closest('[role=status]')?.textContent).toContain('belum punya surel; buat kode cetak: Adi Lubis');
    expect(api.seen.find((one) => one.route === 'entry.invite')?.body).toEqual({ personIds: page.items.map((one) => one.personId) });
  });

  it('shows codes once, with where and how to use them', async () => {
    const { user } = await open(Page, '/kelola/akun', {
      'session.get': () => sessionOf(nurhayati), 'entry.accounts': () => page,
      'entry.makeCodes': () => ({
        codes: [{ personId: page.items[0]?.personId ?? '', fullName: 'Adi Lubis', unit: 'Dinas Kesehatan', number: '•••• 2903', loginBy: 'number' as const, code: 'K7M3P-4WQRT' }],
        skipped: [], expiresAt: '2026-11-29T00:00:00Z', address: 'https://belajar.ml.example/kode',
      }),
    });
    await user.click(await screen.findByRole('checkbox', { name: /Adi Lubis/ }));
    await user.click(screen.getByRole('button', { name: 'Buat kode cetak' }));
    expect(await screen.findByText('K7M3P-4WQRT')).toBeTruthy();
    expect(screen.getByText('belajar.ml.example/kode')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Selesai' }));
    await waitFor(() => expect(screen.queryByText('K7M3P-4WQRT')).toBeNull());
  });
});

import { screen, within } from '@testing-library/react';
import { useSession } from '../../shared/session/use-session.js';
import { nurhayati, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import MailsPage from './mails.page.js';

const failed = {
  id: '0199a2b4-7c00-7000-8000-00000000000a', to: { name: 'Rizky Ramadhan', address: 'rizky@ml.example' }, subject: 'Undangan ke Pamong', state: 'gave_up' as const,
  attempts: 1, createdAt: '2026-11-22T01:00:00Z', sentAt: null, nextTryAt: null, fault: 'recipient' as const, can: { sendAgain: true },
};
const detail = { ...failed, html: '<p>Yth. Bapak Rizky,</p>', text: 'Yth. Bapak Rizky,', link: 'https://p.example/aktifkan', secretHidden: true, answer: '550 no such user' };
const page = (items: readonly (typeof failed)[], more: object = {}) => ({ items: [...items], page: 1, size: 20, total: items.length, counts: { gave_up: items.length }, server: 'smtp.ml.example', demo: false, language: 'id' as const, can: { decideLanguage: true }, ...more });

/** As the gate does: the page appears when the person is known. */
function Page() {
  return useSession().me ? <MailsPage /> : null;
}

const open = (answers: Parameters<typeof renderPage>[1]['answers']) =>
  renderPage(Page, { path: '/kelola/surat', namespaces: ['messages'], answers: { 'session.get': () => sessionOf(nurhayati), 'organisations.listSettled': () => ({ items: [] }), 'mails.get': () => detail, ...answers } });

it('says why a mail did not leave and what to do, hides the one-time link, and sends it again', async () => {
  const { user, api } = await open({ 'mails.list': () => page([failed]), 'mails.sendAgain': () => ({ count: 1 }) });
  await user.click(await screen.findByRole('button', { name: 'Undangan ke Pamong' }));
  const drawer = await screen.findByRole('dialog');
  expect(await within(drawer).findByText('Alamat penerima ditolak')).toBeTruthy();
  expect(within(drawer).getByText('Jawaban server: 550 no such user')).toBeTruthy();
  expect(within(drawer).getByText(/hanya diketahui penerimanya/)).toBeTruthy();
  await user.click(within(drawer).getByRole('button', { name: 'Kirim ulang' }));
  expect(await screen.findByText('1 surat sedang dikirim ulang.')).toBeTruthy();
  expect(api.seen.some((one) => one.route === 'mails.sendAgain')).toBe(true);
});

it('says in the demo that nothing is sent, and names what is missing where there is no server', async () => {
  const first = await open({ 'mails.list': () => page([], { demo: true, server: null, counts: {} }) });
  expect(await screen.findByText('Ini pemasangan contoh: surel tidak dikirim')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Kirim surat uji' })).toBeNull();
  first.unmount();
  await open({ 'mails.list': () => page([], { server: null, counts: {} }) });
  expect(await screen.findByText('Server surel belum diatur')).toBeTruthy();
});

it('sends a test mail and shows what the server said', async () => {
  const { user } = await open({ 'mails.list': () => page([]), 'mails.test': () => ({ sent: false, fault: 'login' as const, answer: '535 wrong' }) });
  await user.click(await screen.findByRole('button', { name: 'Kirim surat uji' }));
  await user.click(await screen.findByRole('button', { name: 'Kirim' }));
  expect(await screen.findByText('Server surel menolak nama pengguna atau kata sandinya')).toBeTruthy();
  expect(screen.getByText('Jawaban server: 535 wrong')).toBeTruthy();
});

it('decides the language of the letters, where the whole agency is looked after', async () => {
  const { user, api } = await open({ 'mails.list': () => page([]), 'mails.setLetters': () => undefined });
  await user.click(await screen.findByRole('button', { name: 'Bahasa surat: Indonesia' }));
  const dialog = await screen.findByRole('dialog', { name: 'Bahasa surat instansi' });
  await user.click(within(dialog).getByRole('radio', { name: 'Inggris' }));
  api.answer({ 'mails.list': () => page([], { language: 'en' }) });
  await user.click(within(dialog).getByRole('button', { name: 'Simpan' }));
  expect(await screen.findByRole('button', { name: 'Bahasa surat: Inggris' })).toBeTruthy();
  expect(api.seen.find((one) => one.route === 'mails.setLetters')?.body).toEqual({ language: 'en' });
});

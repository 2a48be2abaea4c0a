import { screen, waitFor } from '@testing-library/react';
import { nurhayati, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import InboxPage from './inbox.page.js';

const issued = {
  id: '0199a2b4-7c00-7000-8000-00000000000a', kind: 'certificates.issued', params: { course: 'AI-101' }, link: '/sertifikat/7', createdAt: '2026-11-21T01:00:00Z', readAt: null,
};
const old = { ...issued, id: '0199a2b4-7c00-7000-8000-00000000000b', kind: 'access.role-granted', params: { place: 'Dinas Kesehatan' }, link: null, readAt: '2026-11-21T02:00:00Z' };
const inbox = (unread: number) => ({ items: [{ ...issued, readAt: unread > 0 ? null : '2026-11-22T00:00:00Z' }, old], page: 1, size: 20, total: 2, unread });

it('counts what is unread, marks a message as read when it is opened, and leads to what it is about', async () => {
  const { user, api } = await renderPage(InboxPage, { path: '/pesan', namespaces: ['home'], answers: { 'session.get': () => sessionOf(nurhayati), 'messages.list': () => inbox(1), 'messages.read': () => undefined } });
  expect(await screen.findByText('1 belum dibaca')).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'Sertifikat AI-101 sudah terbit' }));
  expect(await screen.findByText('di: /sertifikat/7')).toBeTruthy();
  expect(api.seen.find((one) => one.route === 'messages.read')?.body).toEqual({ ids: [issued.id] });
});

it('marks all as read, and offers it no more', async () => {
  const { user, api } = await renderPage(InboxPage, { path: '/pesan', namespaces: ['home'], answers: { 'session.get': () => sessionOf(nurhayati), 'messages.list': () => inbox(1), 'messages.read': () => undefined } });
  const button = await screen.findByRole('button', { name: 'Tandai semua sudah dibaca' });
  api.answer({ 'messages.list': () => inbox(0) });
  await user.click(button);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Tandai semua sudah dibaca' })).toBeNull());
  expect(screen.getByText('0 belum dibaca')).toBeTruthy();
});

import { useQuery } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import { instructor, nurhayati, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import { routeQuery } from '../api/route-query.js';
import { noteSessionEnd, useSessionEnded } from './session-end.js';
import { type SessionView, useReplaceSession, useSession } from './use-session.js';

const other = { ...instructor, personId: '0199a2b4-7c00-7000-8000-0000000000ff', name: 'Laksmi' };

function Page() {
  const { me } = useSession();
  const list = useQuery({ ...routeQuery('session', 'list'), enabled: me !== null });
  const replace = useReplaceSession();
  const ended = useSessionEnded();
  const become = (name: string, next: SessionView) => <button onClick={() => replace(next)}>{name}</button>;
  return (
    <>
      <p>{me?.name ?? 'tidak ada'}</p>
      <p>daftar: {list.data?.items.length ?? 'kosong'}</p>
      {ended && <p>sesi berakhir</p>}
      {become('sama', sessionOf(nurhayati))}
      {become('lain', sessionOf(other))}
      {become('keluar', { me: null, demo: null })}
    </>
  );
}

async function open() {
  const page = await renderPage(Page, { namespaces: [], answers: { 'session.get': () => sessionOf(nurhayati), 'session.list': () => ({ items: [] }) } });
  await screen.findByText('daftar: 0');
  const reads = () => page.api.seen.filter((one) => one.route === 'session.list').length;
  return { ...page, reads };
}

it('reads again for another person, and first shows nothing of the one before', async () => {
  const { user, reads } = await open();
  await user.click(screen.getByRole('button', { name: 'lain' }));
  expect(await screen.findByText('Laksmi')).toBeTruthy();
  await waitFor(() => expect(reads()).toBe(2));
});

it('keeps the page of the same person while it is read again', async () => {
  const { user, reads } = await open();
  await user.click(screen.getByRole('button', { name: 'sama' }));
  expect(screen.getByText('daftar: 0')).toBeTruthy();
  await waitFor(() => expect(reads()).toBe(2));
});

it('reads nothing after signing out', async () => {
  const { user, reads, queryClient } = await open();
  await user.click(screen.getByRole('button', { name: 'keluar' }));
  expect(await screen.findByText('tidak ada')).toBeTruthy();
  expect(reads()).toBe(1);
  expect(queryClient.getQueryData(routeQuery('session', 'list').queryKey)).toBeUndefined();
});

it('forgets that a session had ended once there is a new one', async () => {
  const { user } = await open();
  act(noteSessionEnd);
  await screen.findByText('sesi berakhir');
  await user.click(screen.getByRole('button', { name: 'lain' }));
  await waitFor(() => expect(screen.queryByText('sesi berakhir')).toBeNull());
});

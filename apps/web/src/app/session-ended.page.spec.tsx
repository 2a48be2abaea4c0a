import { useMutation } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import { Suspense, lazy } from 'react';
import { api } from '../shared/api/client.js';
import { useContractForm } from '../shared/form/use-contract-form.js';
import { noteSessionResumed, useSessionEnded } from '../shared/session/session-end.js';
import { useSession } from '../shared/session/use-session.js';
import { FakeProblem } from '../testing/fake-api.js';
import { nurhayati, sessionOf } from '../testing/people.js';
import { renderPage } from '../testing/render-page.js';

const SessionEndedDialog = lazy(() => import('./session-ended-dialog.js'));

// The sign of an ended session is the application's, not a page's: the next test begins without it.
afterEach(() => act(() => noteSessionResumed()));

/** A form on a page, and the dialog as the frame puts it over every page. */
function Page() {
  const { me } = useSession();
  const ended = useSessionEnded() && me !== null;
  const save = useMutation({ mutationFn: () => api.messages.read({ body: {} }) });
  return (
    <>
      <label>
        Catatan <textarea />
      </label>
      <button onClick={() => save.mutate()}>Simpan</button>
      {save.isSuccess && <p>tersimpan</p>}
      {ended && (
        <Suspense fallback={null}>
          <SessionEndedDialog />
        </Suspense>
      )}
    </>
  );
}

async function openWithEndedSession() {
  let good = false;
  const page = await renderPage(Page, {
    namespaces: ['accounts'],
    answers: {
      'session.get': () => sessionOf(nurhayati),
      'signOn.doors': () => ({ items: [{ agencyId: nurhayati.agency.id, agency: nurhayati.agency.name, shortName: 'Pemkot', label: null }] }),
      'messages.read': () => (good ? undefined : new FakeProblem('SIGN_IN_REQUIRED', {}, [], 401)),
      'session.signIn': () => {
        good = true;
        return sessionOf(nurhayati);
      },
    },
  });
  const { user, api: server } = page;
  await waitFor(() => expect(server.seen.some((one) => one.route === 'session.get')).toBe(true));
  await user.type(screen.getByLabelText('Catatan'), 'Tulisan panjang yang belum tersimpan');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await screen.findByRole('dialog', { name: 'Sesi Anda berakhir' });
  return { ...page, signInElsewhere: () => (good = true) };
}

const note = () => screen.getByLabelText<HTMLTextAreaElement>('Catatan', { selector: 'textarea' }).value;

it('asks to sign in over the form, with the number known, and leaves everything as it was typed', async () => {
  const { user } = await openWithEndedSession();
  expect(screen.getByLabelText<HTMLInputElement>('NIP, NI PPPK, atau surel').value).toBe('199011052019032907');
  await user.type(screen.getByLabelText('Kata sandi'), 'kata sandi yang panjang');
  await user.click(screen.getByRole('button', { name: 'Masuk' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(note()).toBe('Tulisan panjang yang belum tersimpan');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  expect(await screen.findByText('tersimpan')).toBeTruthy();
});

it('notices the end also where a form sends by itself', async () => {
  function FormPage() {
    const { me } = useSession();
    const ended = useSessionEnded() && me !== null;
    const form = useContractForm<{ email: string }>({
      defaultValues: { email: 'baru@ml.example' },
      schema: () => import('@pamong/contract/entry').then((contract) => contract.ChangeEmail),
      onSubmit: (body) => api.entry.changeEmail({ body }),
    });
    return (
      <>
        <form onSubmit={(event) => void form.submit(event)}>
          <input aria-label="Surel baru" {...form.register('email')} />
          <button>Kirim</button>
        </form>
        {ended && (
          <Suspense fallback={null}>
            <SessionEndedDialog />
          </Suspense>
        )}
      </>
    );
  }
  const { user, api: server } = await renderPage(FormPage, {
    namespaces: ['accounts'],
    answers: { 'session.get': () => sessionOf(nurhayati), 'signOn.doors': () => ({ items: [] }), 'entry.changeEmail': () => new FakeProblem('SIGN_IN_REQUIRED', {}, [], 401) },
  });
  await waitFor(() => expect(server.seen.some((one) => one.route === 'session.get')).toBe(true));
  await user.click(screen.getByRole('button', { name: 'Kirim' }));
  expect(await screen.findByRole('dialog', { name: 'Sesi Anda berakhir' })).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Surel baru').value).toBe('baru@ml.example');
});

it('opens the sign-on of the agency beside the form, and goes on when one comes back from it', async () => {
  const { signInElsewhere } = await openWithEndedSession();
  const door = await screen.findByRole('link', { name: /Pemkot/ });
  expect(door.getAttribute('target')).toBe('_blank');
  signInElsewhere();
  act(() => void window.dispatchEvent(new Event('focus')));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(note()).toBe('Tulisan panjang yang belum tersimpan');
});

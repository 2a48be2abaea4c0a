import { screen, waitFor } from '@testing-library/react';
import { useSession } from '../shared/session/use-session.js';
import { nurhayati, sessionOf } from '../testing/people.js';
import { renderPage } from '../testing/render-page.js';
import ActingBanner from './acting-banner.js';

const admin = { ...nurhayati, personId: '0199a2b4-7c00-7000-8000-000000000099', fullName: 'Agung Prasetyo' };

/** The frame shows the banner for as long as the session says so. */
function Frame() {
  const { me } = useSession();
  return me?.acting ? <ActingBanner me={me} acting={me.acting} /> : <p>Beranda {me?.fullName}</p>;
}

const open = async (acting: NonNullable<typeof nurhayati.acting>) => {
  const stopped = { yes: false };
  const view = await renderPage(Frame, {
    namespaces: ['access'],
    answers: {
      'session.get': () => sessionOf(stopped.yes || Date.parse(acting.until) < Date.now() ? admin : { ...nurhayati, acting }),
      'acting.stop': () => {
        stopped.yes = true;
      },
    },
  });
  return view;
};
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

it('says as whom, and leads back to oneself', async () => {
  const { user, router } = await open({ adminName: 'Agung Prasetyo', until: inMinutes(20), mayWrite: false });
  expect(await screen.findByText(/Anda melihat Pamong sebagai .*Nurhayati.*Hanya baca/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Berhenti' }));
  expect(await screen.findByText('Anda kembali sebagai diri sendiri.')).toBeTruthy();
  expect(router.state.location.pathname + router.state.location.search).toBe(`/kelola/akses/periksa?orang=${nurhayati.personId}`);
});

it('says when changes are possible, and goes by itself when the time is over', async () => {
  const { router } = await open({ adminName: 'Agung Prasetyo', until: new Date(Date.now() + 1_500).toISOString(), mayWrite: true });
  expect(await screen.findByText(/Anda bertindak sebagai .*Perubahan tercatat/)).toBeTruthy();
  await waitFor(() => expect(router.state.location.pathname).toBe('/kelola/akses/periksa'), { timeout: 5_000 });
});

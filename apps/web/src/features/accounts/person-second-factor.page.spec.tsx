import { screen, waitFor, within } from '@testing-library/react';
import { useSession } from '../../shared/session/use-session.js';
import { FakeProblem } from '../../testing/fake-api.js';
import { instructor, sessionOf } from '../../testing/people.js';
import { renderPage } from '../../testing/render-page.js';
import { PersonSecondFactor } from './person-second-factor.js';

/** As the gate does: it appears when the person is known. */
function Page() {
  return useSession().me ? <PersonSecondFactor personId="0199a2b4-7c00-7000-8000-0000000000f1" /> : null;
}

it('turns off what somebody lost, with a reason, and says when the admin may not', async () => {
  const { user, api } = await renderPage(Page, {
    namespaces: ['accounts'],
    answers: {
      'session.get': () => sessionOf(instructor), 'accounts.secondFactorOf': () => ({ since: '2026-11-20T02:00:00Z' }),
      'accounts.endSecondFactorOf': () => new FakeProblem('NOT_ALLOWED', {}, [], 403),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Matikan untuk orang ini' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/^Alasan/), 'Ponsel hilang');
  await user.click(within(dialog).getByRole('button', { name: 'Matikan' }));
  expect(await within(dialog).findByRole('alert')).toBeTruthy();
  api.answer({ 'accounts.endSecondFactorOf': () => undefined, 'accounts.secondFactorOf': () => ({ since: null }) });
  await user.click(within(dialog).getByRole('button', { name: 'Matikan' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Matikan untuk orang ini' })).toBeNull());
  expect(api.seen.findLast((one) => one.route === 'accounts.endSecondFactorOf')?.body).toEqual({ reason: 'Ponsel hilang' });
});

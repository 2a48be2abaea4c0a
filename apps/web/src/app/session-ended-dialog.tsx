import i18next from 'i18next';
import { Suspense, lazy, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SignInForm } from '../features/accounts/sign-in-form.js';
import { SignOnDoors } from '../features/accounts/sign-on-doors.js';
import type { SignInStep } from '../features/accounts/use-sign-in.js';
import { api } from '../shared/api/client.js';
import { useReplaceSession, useSession } from '../shared/session/use-session.js';
import { Dialog } from '../ui/dialog.js';

const SecondStep = lazy(() => import('../features/accounts/second-step.js'));

/** Stands over a page whose session has ended: sign in again and go on, with everything that was typed still there. */
export default function SessionEndedDialog() {
  const { t } = useTranslation('core');
  const { me, demo } = useSession();
  const replaceSession = useReplaceSession();
  const navigate = useNavigate();
  const [ready, setReady] = useState(false);
  const [step, setStep] = useState<SignInStep | null>(null);
  useEffect(() => {
    void i18next.loadNamespaces('accounts').then(() => setReady(true));
  }, []);
  // Who signs in through the agency, or in another tab, comes back to this one with a session that is good again.
  useEffect(() => {
    const lookAgain = () => {
      if (document.hidden) return;
      void api.session.get().then((session) => session.me && replaceSession(session)).catch(() => undefined);
    };
    window.addEventListener('focus', lookAgain);
    document.addEventListener('visibilitychange', lookAgain);
    return () => {
      window.removeEventListener('focus', lookAgain);
      document.removeEventListener('visibilitychange', lookAgain);
    };
  });
  const leave = () => {
    replaceSession({ me: null, demo });
    void navigate('/', { replace: true });
  };
  if (!ready) return null;
  return (
    <Dialog open insistent onClose={leave} title={t('sessionEnded.title')} description={t('sessionEnded.text')}>
      <div className="pb-5">
        {step === null ? (
          <>
            <SignOnDoors back={null} aside />
            <SignInForm login={me?.number?.value ?? me?.email ?? ''} onStep={setStep} />
          </>
        ) : (
          <Suspense fallback={null}>
            <SecondStep step={step} onBack={() => setStep(null)} />
          </Suspense>
        )}
      </div>
    </Dialog>
  );
}

import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { homePath } from '../../shared/routing/home-path.js';
import { returnPath } from '../../shared/routing/return-path.js';
import { useSession } from '../../shared/session/use-session.js';
import { TextLink } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { DemoAccounts } from './demo-accounts.js';
import { OutsideDoor } from './outside-door.js';
import { SignInForm } from './sign-in-form.js';
import { SignOnDoors } from './sign-on-doors.js';
import type { SignInStep } from './use-sign-in.js';

const SecondStep = lazy(() => import('./second-step.js'));

/** The login. Afterwards the deep link that led here, or the person's home. */
export default function SignInPage() {
  const { t } = useTranslation('accounts');
  const { me, demo, setup } = useSession();
  const [query] = useSearchParams();
  const back = returnPath(query);
  const [step, setStep] = useState<SignInStep | null>(() => stepOf(query.get('langkah')));

  if (me) return <Navigate to={back ?? homePath(me)} replace />;
  // Nobody can sign in to an empty installation.
  if (setup) return <Navigate to="/mulai" replace />;
  return (
    <div className="mx-auto grid w-full max-w-5xl grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-12 px-4 py-8 sm:px-6 sm:py-14 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <div className="w-full max-w-md max-lg:mx-auto">
        <h1 tabIndex={-1} className="text-2xl sm:text-3xl">
          {t(step === null ? 'signIn.title' : 'factor.title')}
        </h1>
        <p className="mt-2 mb-6 text-ink-soft">{t(step === null ? 'signIn.lead' : `factor.leads.${step}`)}</p>
        {step === null ? (
          <Ways back={back} failure={query.get('masalah')} onStep={setStep} />
        ) : (
          <Suspense fallback={null}>
            <SecondStep step={step} onBack={() => setStep(null)} />
          </Suspense>
        )}
      </div>
      {demo && step === null && (
        <div className="w-full max-w-md max-lg:mx-auto lg:max-w-none lg:border-s lg:border-line lg:ps-16">
          <DemoAccounts accounts={demo.accounts} onStep={setStep} />
        </div>
      )}
    </div>
  );
}

/** Where a sign-on through an agency goes on: its provider has vouched, and a second factor is asked for. */
function stepOf(asked: string | null): SignInStep | null {
  return asked === 'code' || asked === 'enrol' ? asked : null;
}

interface WaysProps {
  readonly back: string | null;
  /** Code of what failed at an agency's provider. */
  readonly failure: string | null;
  readonly onStep: (step: SignInStep) => void;
}

/** The agency's door, and the form, under what must be said first. */
function Ways({ back, failure, onStep }: WaysProps) {
  const { t } = useTranslation(['accounts', 'errors']);
  const failed = failure?.startsWith('SIGN_ON_') ?? false;
  return (
    <>
      {(failed || back) && (
        <div className="mb-5">
          {failed ? <Notice tone="danger" live>{t([`errors:${failure}`, 'core:problem.unknown'])}</Notice> : <Notice>{t('signIn.backAfter')}</Notice>}
        </div>
      )}
      <SignOnDoors back={back} />
      <SignInForm onStep={onStep} />
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <TextLink to="/lupa-sandi">{t('signIn.forgotten')}</TextLink>
        <TextLink to="/kode">{t('signIn.haveCode')}</TextLink>
      </p>
      <OutsideDoor />
    </>
  );
}

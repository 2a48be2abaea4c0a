import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { type SessionView, useReplaceSession } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { CodeForm } from './code-form.js';
import { Enrolment } from './enrolment.js';
import { RecoveryCodes } from './recovery-codes.js';
import type { SignInStep } from './use-sign-in.js';

export interface SecondStepProps {
  readonly step: SignInStep;
  /** Back to number and password: the time was over, or it is somebody else. */
  readonly onBack: () => void;
}

/** What stands between a right password and the session: a code, or first setting up an application where the agency asks for one. */
export default function SecondStep({ step, onBack }: SecondStepProps) {
  const { t } = useTranslation('accounts');
  const replaceSession = useReplaceSession();
  const [recovering, setRecovering] = useState(false);
  const [entered, setEntered] = useState<{ readonly codes: readonly string[]; readonly session: SessionView } | null>(null);
  if (entered) return <RecoveryCodes codes={entered.codes} onDone={() => replaceSession(entered.session)} />;
  return (
    <div className="grid gap-4">
      {step === 'enrol' ? (
        <Enrolment onEntered={(codes, session) => setEntered({ codes, session })} />
      ) : (
        <>
          <CodeForm key={String(recovering)} recovery={recovering} submit={t('signIn.submit')} onCode={async (code) => replaceSession(await api.session.enterCode({ body: { code } }))} />
          <Button tone="quiet" className="justify-self-start" onClick={() => setRecovering(!recovering)}>
            {t(recovering ? 'factor.usePhone' : 'factor.useRecovery')}
          </Button>
        </>
      )}
      <Button tone="quiet" className="justify-self-start" onClick={onBack}>
        {t('factor.back')}
      </Button>
    </div>
  );
}

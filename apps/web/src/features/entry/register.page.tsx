import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { useSession } from '../../shared/session/use-session.js';
import { TextLink } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { NarrowPage } from './narrow-page.js';
import { PhoneProof } from './phone-proof.js';
import { type Outsider, RegisterForm, type Sent } from './register-form.js';

/** People from outside register with an address that a letter proves, or with a mobile number that a code proves. */
export default function RegisterPage() {
  const { t } = useTranslation('entry');
  const { demo } = useSession();
  const [sent, setSent] = useState<Sent | null>(null);
  const [typed, setTyped] = useState<Outsider | undefined>(undefined);
  const options = useQuery(routeQuery('entry', 'options'));
  return (
    <NarrowPage title={t(sent?.by === 'phone' ? 'phone.title' : 'register.title')} lead={sent === null ? t(options.data?.phone ? 'register.leadWithPhone' : 'register.lead') : undefined}>
      {sent === null ? (
        <QueryState query={options} skeleton={<SkeletonRows count={5} />}>
          {({ registration, mail, phone }) =>
            registration.length === 0 ? (
              <Notice title={t('register.closedTitle')}>{t('register.closedText')}</Notice>
            ) : (
              <RegisterForm
                agencies={registration}
                ways={[...(mail ? (['mail'] as const) : []), ...(phone ? (['phone'] as const) : [])]}
                typed={typed}
                onSent={(now, values) => {
                  setTyped(values);
                  setSent(now);
                }}
              />
            )
          }
        </QueryState>
      ) : sent.by === 'phone' ? (
        <PhoneProof sent={sent} onAgain={setSent} onBack={() => setSent(null)} />
      ) : (
        <Notice tone="success" live title={t('forgot.sentTitle')}>
          {t('register.sentText', { email: sent.email })}
          {demo && <span className="mt-2 block">{t('forgot.demo')}</span>}
        </Notice>
      )}
      <p className="text-sm">
        <TextLink to="/masuk">{t('toSignIn')}</TextLink>
      </p>
    </NarrowPage>
  );
}

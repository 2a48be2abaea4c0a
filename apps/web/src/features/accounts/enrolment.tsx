import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import type { SessionView } from '../../shared/session/use-session.js';
import { QueryState } from '../../ui/query-state.js';
import { FactorSetup } from './factor-setup.js';

/** Setting up an application before the session opens, since the agency asks for one. */
export function Enrolment({ onEntered }: { readonly onEntered: (codes: readonly string[], session: SessionView) => void }) {
  const { t } = useTranslation('accounts');
  // Each call makes a new secret: it is asked for once, and never again behind the person's back.
  const draft = useQuery({ queryKey: ['enrolment'], queryFn: () => api.session.enrol(), staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false });
  return (
    <>
      <p>{t('factor.required')}</p>
      <QueryState query={draft} errorTitle={t('factor.failed')}>
        {(made) => (
          <FactorSetup
            draft={made}
            confirm={async (code) => {
              const { recoveryCodes, session } = await api.session.confirmEnrolment({ body: { code } });
              onEntered(recoveryCodes, session);
            }}
          />
        )}
      </QueryState>
    </>
  );
}

import { ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { loginPath } from '../shared/routing/return-path.js';
import type { FeaturePage } from '../shared/routing/feature-routes.js';
import { useSession } from '../shared/session/use-session.js';
import { ErrorState } from '../ui/error-state.js';
import { LinkButton } from '../ui/link-button.js';
import { SkeletonPage } from '../ui/skeleton.js';

/** Lets through who may see the page, leads others to the login and back, or says whom to ask. The API decides again, on every request. */
export function Gate({ access, children }: { readonly access: FeaturePage['access']; readonly children: ReactNode }) {
  const { me, pending, error, retry } = useSession();
  const { pathname, search, hash } = useLocation();
  if (access === 'public') return <>{children}</>;
  if (pending) return <SkeletonPage />;
  if (error && !me) return <ErrorState error={error} place="page" onRetry={retry} />;
  if (!me) return <Navigate to={loginPath(pathname + search + hash)} replace />;
  if (access !== 'signed-in' && !me.can.includes(access)) return <Forbidden />;
  return <>{children}</>;
}

function Forbidden() {
  const { t } = useTranslation('core');
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-4 py-14 text-center">
      <ShieldAlert aria-hidden="true" className="size-12 text-primary" strokeWidth={1.5} />
      <h1 tabIndex={-1} className="mt-4 text-xl">
        {t('forbidden.title')}
      </h1>
      <p className="mt-1.5 text-ink-soft">{t('forbidden.text')}</p>
      <LinkButton to="/beranda" tone="secondary" className="mt-5">
        {t('notFound.action')}
      </LinkButton>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { type ReactNode, Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { Button } from '../../ui/button.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';

const ChangePasswordDialog = lazy(() => import('./change-password-dialog.js'));

/** How the account is protected, each line with what can be done about it. What it opens is fetched when it is opened. */
export function Security() {
  const { t } = useTranslation('accounts');
  const security = useQuery(routeQuery('accounts', 'security'));
  const [changing, setChanging] = useState(false);
  return (
    <QueryState query={security} skeleton={<SkeletonRows count={2} />} errorTitle={t('security.failed')}>
      {({ hasPassword }) => (
        <>
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            <Line icon={<KeyRound aria-hidden="true" className="size-5" />} title={t('password.title')} text={t(hasPassword ? 'password.has' : 'password.none')}>
              {hasPassword && (
                <Button tone="secondary" size="small" onClick={() => setChanging(true)}>
                  {t('password.change')}
                </Button>
              )}
            </Line>
          </ul>
          {changing && (
            <Suspense fallback={null}>
              <ChangePasswordDialog onClose={() => setChanging(false)} />
            </Suspense>
          )}
        </>
      )}
    </QueryState>
  );
}

interface LineProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: ReactNode;
  readonly children?: ReactNode;
}

function Line({ icon, title, text, children }: LineProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <span className="shrink-0 text-ink-soft">{icon}</span>
      <div className="min-w-0 grow basis-48">
        <p className="font-medium">{title}</p>
        <p className="text-sm text-ink-soft">{text}</p>
      </div>
      {children}
    </li>
  );
}

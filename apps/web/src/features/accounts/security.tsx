import { useQuery } from '@tanstack/react-query';
import { KeyRound, ShieldCheck } from 'lucide-react';
import { type ReactNode, Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import type { FactorTask } from './second-factor-dialog.js';

const ChangePasswordDialog = lazy(() => import('./change-password-dialog.js'));
const SecondFactorDialog = lazy(() => import('./second-factor-dialog.js'));

/** How the account is protected, each line with what can be done about it. What it opens is fetched when it is opened. */
export function Security() {
  const { t } = useTranslation('accounts');
  const security = useQuery(routeQuery('accounts', 'security'));
  const [doing, setDoing] = useState<FactorTask | 'password' | null>(null);
  const close = () => setDoing(null);
  const button = (task: FactorTask | 'password', label: string) => (
    <Button tone="secondary" size="small" onClick={() => setDoing(task)}>
      {label}
    </Button>
  );
  return (
    <QueryState query={security} skeleton={<SkeletonRows count={2} />} errorTitle={t('security.failed')}>
      {({ hasPassword, secondFactor: { on, required, recoveryLeft } }) => (
        <>
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            <Line icon={<KeyRound aria-hidden="true" className="size-5" />} title={t('password.title')} text={t(hasPassword ? 'password.has' : 'password.none')}>
              {hasPassword && button('password', t('password.change'))}
            </Line>
            {hasPassword && (
              <Line
                icon={<ShieldCheck aria-hidden="true" className="size-5" />}
                title={t('factor.title')}
                badge={on && <Badge tone="success">{t('factor.on')}</Badge>}
                text={on ? t('factor.left', { count: recoveryLeft }) : t('factor.off')}
              >
                {!on && button('turnOn', t('factor.tasks.turnOn'))}
                {on && button('newCodes', t('factor.tasks.newCodes'))}
                {on && !required && button('turnOff', t('factor.tasks.turnOff'))}
              </Line>
            )}
          </ul>
          <Suspense fallback={null}>
            {doing === 'password' && <ChangePasswordDialog onClose={close} />}
            {doing !== null && doing !== 'password' && <SecondFactorDialog task={doing} onClose={close} />}
          </Suspense>
        </>
      )}
    </QueryState>
  );
}

interface LineProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly badge?: ReactNode;
  readonly text: ReactNode;
  readonly children?: ReactNode;
}

function Line({ icon, title, badge, text, children }: LineProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <span className="shrink-0 text-ink-soft">{icon}</span>
      <div className="min-w-0 grow basis-48">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {title}
          {badge}
        </p>
        <p className="text-sm text-ink-soft">{text}</p>
      </div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </li>
  );
}

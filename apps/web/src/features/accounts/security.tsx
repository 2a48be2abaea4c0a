import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Building2, KeyRound, ShieldCheck } from 'lucide-react';
import { type ReactNode, Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { toast } from '../../ui/toast-store.js';
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
            {(hasPassword || on) && (
              <Line
                icon={<ShieldCheck aria-hidden="true" className="size-5" />}
                title={t('factor.title')}
                badge={on && <Badge tone="success">{t('factor.on')}</Badge>}
                text={on ? t('factor.left', { count: recoveryLeft }) : t('factor.off')}
              >
                {hasPassword && !on && button('turnOn', t('factor.tasks.turnOn'))}
                {hasPassword && on && button('newCodes', t('factor.tasks.newCodes'))}
                {hasPassword && on && !required && button('turnOff', t('factor.tasks.turnOff'))}
              </Line>
            )}
            <ProviderLinks />
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

/** The agency's accounts that open this one, each to be taken off; none where nobody ever came in that way. */
function ProviderLinks() {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const client = useQueryClient();
  const sentence = useProblemSentence();
  const links = useQuery(routeQuery('accounts', 'signOnLinks'));
  const remove = useMutation({
    mutationFn: (linkId: string) => api.accounts.removeSignOnLink({ params: { linkId } }),
    onSuccess: () => toast({ text: t('links.removed'), tone: 'success' }),
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: routeQuery('accounts', 'signOnLinks').queryKey }),
  });
  return links.data?.items.map(({ id, provider, active, lastUsedAt }) => (
    <Line
      key={id}
      icon={<Building2 aria-hidden="true" className="size-5" />}
      title={t('links.title', { provider })}
      badge={!active && <Badge>{t('links.inactive')}</Badge>}
      text={t('links.lastUsed', { at: format.shortDate(lastUsedAt) })}
    >
      <Button tone="secondary" size="small" busy={remove.isPending && remove.variables === id} onClick={() => remove.mutate(id)}>
        {t('links.remove')}
        <span className="sr-only">{t('links.title', { provider })}</span>
      </Button>
    </Line>
  ));
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

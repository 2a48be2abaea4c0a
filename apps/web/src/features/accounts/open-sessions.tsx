import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { toZone } from '../../shared/format/zones.js';
import { useMe } from '../../shared/session/use-session.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { toast } from '../../ui/toast-store.js';
import { deviceName } from '@pamong/contract/device-name';

/** "Chrome di Android"; what the browser calls itself stays in reach for who looks closer. */
function Device({ userAgent }: { readonly userAgent: string }) {
  const { t } = useTranslation('accounts');
  const { browser, system } = deviceName(userAgent);
  return <span title={userAgent}>{browser && system ? t('sessions.device', { browser, system }) : (browser ?? system ?? t('sessions.unknownDevice'))}</span>;
}

/** Where I am signed in, with a way to end each of the other places. */
export function OpenSessions() {
  const { t } = useTranslation('accounts');
  const format = useFormat(toZone(useMe().timeZone));
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const list = routeQuery('session', 'list');
  const sessions = useQuery(list);
  const revoke = useMutation({
    mutationFn: (sessionId: string) => api.session.revoke({ params: { sessionId } }),
    onSuccess: () => toast({ text: t('sessions.ended'), tone: 'success' }),
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: list.queryKey }),
  });
  const revokeOthers = useMutation({
    mutationFn: () => api.session.revokeOthers(),
    onSuccess: ({ ended }) => toast({ text: t('sessions.othersEnded', { count: ended }), tone: 'success' }),
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: list.queryKey }),
  });
  return (
    <QueryState query={sessions} skeleton={<SkeletonRows count={2} />} errorTitle={t('sessions.failed')}>
      {({ items }) => (
        <>
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {items.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <MonitorSmartphone aria-hidden="true" className="size-5 shrink-0 text-ink-soft" />
              <div className="min-w-0 grow basis-48">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  <Device userAgent={one.device} />
                  {one.current && <Badge tone="success">{t('sessions.current')}</Badge>}
                </p>
                <p className="text-sm text-ink-soft">{t('sessions.lastSeen', { at: format.dateTime(one.lastSeenAt), place: t(`sessions.networks.${one.network}`, { address: one.address }) })}</p>
              </div>
              {!one.current && (
                <Button tone="secondary" size="small" busy={revoke.isPending && revoke.variables === one.id} onClick={() => revoke.mutate(one.id)}>
                  {t('sessions.end')}
                </Button>
              )}
            </li>
          ))}
        </ul>
          {items.filter((one) => !one.current).length > 1 && (
            <Button tone="secondary" size="small" className="mt-3" busy={revokeOthers.isPending} onClick={() => revokeOthers.mutate()}>
              {t('sessions.endOthers')}
            </Button>
          )}
        </>
      )}
    </QueryState>
  );
}

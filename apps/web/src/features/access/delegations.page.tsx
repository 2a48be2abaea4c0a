import type { Delegation } from '@pamong/contract/delegations';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Handshake } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { toZone } from '../../shared/format/zones.js';
import { useSession } from '../../shared/session/use-session.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card, Section } from '../../ui/card.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { toast } from '../../ui/toast-store.js';
import { LendDrawer } from './lend-drawer.js';

type Lent = z.output<typeof Delegation>;

const tones = { active: 'success', upcoming: 'info', ended: 'neutral' } as const;

/** Roles that somebody lends and is lent: in an absence, or to the leader of a team. */
export default function DelegationsPage() {
  const { t } = useTranslation('access');
  const [lending, setLending] = useState(false);
  const list = useQuery(routeQuery('delegations', 'list'));
  const lendable = list.data?.lendable ?? [];
  return (
    <>
      <PageHeader
        title={t('lend.title')}
        action={
          lendable.length > 0 && (
            <Button icon={<Handshake aria-hidden="true" className="size-5" />} onClick={() => setLending(true)}>
              {t('lend.open')}
            </Button>
          )
        }
      >
        {t('lend.lead')}
      </PageHeader>
      <QueryState query={list} skeleton={<SkeletonRows count={4} />} errorTitle={t('lend.failed')}>
        {({ given, received }) => (
          <div className="grid gap-8">
            {lendable.length === 0 && (
              <Notice title={t('lend.nothingTitle')}>{t('lend.nothingText')}</Notice>
            )}
            <Section title={t('lend.given')}>
              <LentList rows={given} other={(row) => row.to} none={t('lend.noneGiven')} />
            </Section>
            <Section title={t('lend.received')}>
              <LentList rows={received} other={(row) => row.from} none={t('lend.noneReceived')} />
            </Section>
          </div>
        )}
      </QueryState>
      {lending && <LendDrawer lendable={lendable} onClose={() => setLending(false)} />}
    </>
  );
}

interface LentListProps {
  readonly rows: readonly Lent[];
  /** Who the other person is. */
  readonly other: (row: Lent) => Lent['to'];
  readonly none: string;
}

function LentList({ rows, other, none }: LentListProps) {
  const { t } = useTranslation('access');
  const { me } = useSession();
  const format = useFormat(me ? toZone(me.timeZone) : undefined);
  const client = useQueryClient();
  const sentence = useProblemSentence();
  const end = useMutation({
    mutationFn: (row: Lent) => api.delegations.end({ params: { delegationId: row.id } }),
    onSuccess: (_answer, row) => toast({ text: t('lend.ended', { name: other(row).fullName }), tone: 'success' }),
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['delegations'] }),
  });
  if (rows.length === 0) return <p className="text-ink-soft">{none}</p>;
  return (
    <ul className="grid gap-3 lg:grid-cols-2">
      {rows.map((row) => (
        <Card as="li" key={row.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
          <div className="min-w-0">
            <p className="font-semibold">{other(row).fullName}</p>
            <p className="text-sm text-ink-soft">{other(row).unit}</p>
            <ul className="mt-2">
              {row.roles.map(({ role, organisation }) => (
                <li key={`${role} ${organisation.id}`}>{t('lend.roleAt', { role: t(`roles.${role}`), place: organisation.name })}</li>
              ))}
            </ul>
            <p className="mt-2 text-sm text-ink-soft">
              {t('time.range', { from: format.shortDate(row.since), until: format.shortDate(row.endedAt ?? Date.parse(row.until) - 1) })}
            </p>
            <p className="text-sm text-ink-soft">{row.reason}</p>
          </div>
          <div className="flex items-center gap-3">
            <Badge tone={tones[row.state]}>{t(`state.${row.state}`)}</Badge>
            {row.can.end && (
              <Button tone="secondary" size="small" busy={end.isPending && end.variables.id === row.id} onClick={() => end.mutate(row)}>
                {t('lend.end')}
                <span className="sr-only">{t('lend.endOf', { name: other(row).fullName })}</span>
              </Button>
            )}
          </div>
        </Card>
      ))}
    </ul>
  );
}

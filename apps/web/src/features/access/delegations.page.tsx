import { useQuery } from '@tanstack/react-query';
import { Handshake } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { useCan } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { Section } from '../../ui/card.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { LendDrawer } from './lend-drawer.js';
import { LendingOfOthers } from './lending-of-others.js';
import { type Lent, LentCard, useEndLending } from './lent-card.js';

/** Roles that somebody lends and is lent: in an absence, or to the leader of a team. */
export default function DelegationsPage() {
  const { t } = useTranslation('access');
  const [lending, setLending] = useState(false);
  const mayLook = useCan()('role.read');
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
      {mayLook && <LendingOfOthers />}
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
  const end = useEndLending((row) => t('lend.ended', { name: other(row).fullName }));
  if (rows.length === 0) return <p className="text-ink-soft">{none}</p>;
  return (
    <ul className="grid gap-3 lg:grid-cols-2">
      {rows.map((row) => (
        <LentCard key={row.id} row={row} title={other(row).fullName} detail={other(row).unit} endLabel={t('lend.endOf', { name: other(row).fullName })} end={end} />
      ))}
    </ul>
  );
}

import type { TeamMember } from '@pamong/contract/ledger';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { Progress } from '../../ui/progress.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';

type Member = z.output<typeof TeamMember>;

/** "JP tim": what a supervisor may see of the people who report to them. Nothing here can be changed. */
export default function TeamPage() {
  const { t } = useTranslation('ledger');
  const team = useQuery(routeQuery('ledger', 'team'));
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t('team.title')}>{t('team.lead')}</PageHeader>
      <QueryState query={team} skeleton={<SkeletonRows count={6} />} errorTitle={t('team.failed')}>
        {({ items }) => (
          <DataTable
            caption={t('team.title')}
            columns={columns}
            rows={items}
            rowKey={(row) => row.personId}
            empty={
              <EmptyState drawing="people" title={t('team.emptyTitle')}>
                {t('team.emptyText')}
              </EmptyState>
            }
          />
        )}
      </QueryState>
    </>
  );
}

function useColumns(): Column<Member>[] {
  const { t } = useTranslation('ledger');
  const format = useFormat();
  return [
    { key: 'name', header: t('team.name'), cell: (row) => row.name, phone: 'title' },
    { key: 'post', header: t('team.post'), cell: (row) => row.post ?? '–' },
    { key: 'unit', header: t('team.unit'), cell: (row) => row.unit },
    { key: 'last', header: t('team.last'), cell: (row) => (row.lastDay ? format.shortDate(row.lastDay) : t('team.none')), fit: true },
    { key: 'standing', header: t('team.standing'), cell: (row) => <MemberStanding member={row} /> },
  ];
}

/** A bar towards a minimum; for a ceiling the figures alone, without a bar that would ask to be filled; for who studies or is away a word about it. */
function MemberStanding({ member: { name, standing, counts, status } }: { readonly member: Member }) {
  const { t } = useTranslation('ledger');
  const { rule, recorded, counted, target } = standing;
  if (!counts) {
    return (
      <>
        {t('team.noRule', { recorded })}
        <span className="block text-sm text-ink-soft">{t(`team.away.${status}`)}</span>
      </>
    );
  }
  if (rule === 'ceiling') return <>{t('team.ceiling', { recorded, counted })}</>;
  if (rule === 'none') return <>{t('team.noRule', { recorded })}</>;
  return (
    <span className="block min-w-36">
      {t('team.minimum', { recorded, target })}
      <Progress share={recorded / target} label={t('team.progress', { name })} className="mt-1.5" />
    </span>
  );
}

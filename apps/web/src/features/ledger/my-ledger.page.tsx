import type { LedgerLine } from '@pamong/contract/ledger';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type * as z from 'zod';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton, TextLink } from '../../ui/link-button.js';
import { PageHeader } from '../../ui/page-header.js';
import { Pagination } from '../../ui/pagination.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { StandingCard } from './standing-card.js';

type Line = z.output<typeof LedgerLine>;

/** Every line of my lesson hours. */
export default function MyLedgerPage() {
  const { t } = useTranslation('ledger');
  const [query] = useSearchParams();
  const lines = useQuery(routeQuery('ledger', 'mine', { query: { page: Number(query.get('page') ?? 1) } }));
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t('mine.title')}>{t('mine.lead')}</PageHeader>
      <div className="mb-6 max-w-xl">
        <StandingCard linked={false} />
      </div>
      <QueryState query={lines} skeleton={<SkeletonRows count={5} />} errorTitle={t('mine.failed')}>
        {({ items, page, size, total }) => (
          <>
            <DataTable
              caption={t('mine.title')}
              columns={columns}
              rows={items}
              rowKey={(row) => row.id}
              empty={
                <EmptyState drawing="book" title={t('mine.emptyTitle')} action={<LinkButton to="/katalog">{t('mine.emptyAction')}</LinkButton>}>
                  {t('mine.emptyText')}
                </EmptyState>
              }
            />
            <Pagination page={page} size={size} total={total} />
          </>
        )}
      </QueryState>
    </>
  );
}

function useColumns(): Column<Line>[] {
  const { t } = useTranslation('ledger');
  const format = useFormat();
  return [
    { key: 'title', header: t('line.title'), cell: (row) => row.title, phone: 'title' },
    { key: 'day', header: t('line.day'), cell: (row) => format.shortDate(row.day), fit: true },
    { key: 'kind', header: t('line.kind'), cell: (row) => t(`line.kinds.${row.kind}`) },
    { key: 'evidence', header: t('line.evidence'), cell: (row) => (row.certificateId ? <TextLink to={`/sertifikat/${row.certificateId}`}>{t('line.certificate')}</TextLink> : '–') },
    { key: 'jp', header: t('line.jp'), cell: (row) => (row.jp === 0 ? t('line.noJp') : format.jp(row.jp)), align: 'end', fit: true },
  ];
}

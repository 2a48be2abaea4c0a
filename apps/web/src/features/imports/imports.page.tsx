import type { ImportBatch, ImportKind } from '@pamong/contract/imports';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type * as z from 'zod';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { toZone } from '../../shared/format/zones.js';
import { useMe } from '../../shared/session/use-session.js';
import { Section } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { TextLink } from '../../ui/link-button.js';
import { PageHeader } from '../../ui/page-header.js';
import { Pagination } from '../../ui/pagination.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { StateBadge } from './state-badge.js';
import { UploadCard } from './upload-card.js';

type Batch = z.output<typeof ImportBatch>;

/** Send a file in, and see the earlier ones. */
export default function ImportsPage() {
  const { t } = useTranslation('imports');
  const [query, setQuery] = useSearchParams();
  const kind: ImportKind = query.get('jenis') === 'unit' ? 'units' : 'people';
  const list = useQuery(routeQuery('imports', 'list', { query: { page: Number(query.get('page') ?? 1) } }));
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t('title')}>{t('lead')}</PageHeader>
      <UploadCard kind={kind} onKind={(next) => setQuery(next === 'units' ? { jenis: 'unit' } : {}, { replace: true })} />
      <Section title={t('list.title')} className="mt-8">
        <QueryState query={list} skeleton={<SkeletonRows count={4} />} errorTitle={t('list.failed')}>
          {({ items, page, size, total }) => (
            <>
              <DataTable caption={t('list.title')} columns={columns} rows={items} rowKey={(batch) => batch.id} empty={<p className="text-ink-soft">{t('list.empty')}</p>} />
              <Pagination page={page} size={size} total={total} />
            </>
          )}
        </QueryState>
      </Section>
    </>
  );
}

function useColumns(): Column<Batch>[] {
  const { t } = useTranslation('imports');
  const format = useFormat(toZone(useMe().timeZone));
  const result = ({ counts, state }: Batch) =>
    state === 'checking' || state === 'mapping' || state === 'refused' || state === 'failed'
      ? '–'
      : t('list.result', { fresh: format.number(counts.new), changed: format.number(counts.changed), error: format.number(counts.error) });
  return [
    { key: 'file', header: t('list.file'), cell: (batch) => <TextLink to={`/kelola/pegawai/impor/${batch.id}`} className="break-all">{batch.fileName}</TextLink>, phone: 'title' },
    { key: 'kind', header: t('list.kind'), cell: (batch) => t(`kind.${batch.kind}`), fit: true },
    { key: 'state', header: t('list.state'), cell: (batch) => <StateBadge state={batch.state} />, fit: true },
    { key: 'result', header: t('list.found'), cell: result },
    { key: 'by', header: t('list.by'), cell: (batch) => batch.createdBy },
    { key: 'at', header: t('list.at'), cell: (batch) => `${format.shortDate(batch.createdAt)} ${format.clock(batch.createdAt)}`, fit: true },
  ];
}

import type { ImportBatchPage, ImportRow, ImportTab } from '@pamong/contract/imports';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { useLanguage } from '../../shared/i18n/use-language.js';
import { Badge } from '../../ui/badge.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { Pagination } from '../../ui/pagination.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { Tabs } from '../../ui/tabs.js';

/** Addresses of the tabs. */
const ADDRESS: Record<ImportTab, string> = { new: 'baru', changed: 'berubah', same: 'sama', error: 'salah', warned: 'perhatian', failed: 'gagal', kept: 'tetap' };

/** The rows of the batch by what became of them, page by page. */
export function RowTabs({ batch }: { readonly batch: ImportBatchPage }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [query, setQuery] = useSearchParams();
  const { counts } = batch;
  // What was found is always there, also as a zero; what came of it only where there is some.
  const keys = (['error', 'warned', 'new', 'changed', 'same', 'failed', 'kept'] as const).filter((key) => ['new', 'changed', 'same'].includes(key) || counts[key] > 0);
  const fallback = counts.kept > 0 ? 'kept' : counts.failed > 0 ? 'failed' : counts.error > 0 ? 'error' : counts.new > 0 || counts.changed === 0 ? 'new' : 'changed';
  const chosen = keys.find((key) => ADDRESS[key] === query.get('tab')) ?? fallback;
  return (
    <Tabs
      label={t('tabs.label')}
      value={chosen}
      onValue={(key) => setQuery({ tab: ADDRESS[key as ImportTab] }, { replace: true })}
      tabs={keys.map((key) => ({ key, label: `${t(`tabs.${key}`)} (${format.number(counts[key])})`, content: key === chosen ? <Rows batch={batch} tab={key} /> : null }))}
    />
  );
}

function Rows({ batch, tab }: { readonly batch: ImportBatchPage; readonly tab: ImportTab }) {
  const { t } = useTranslation('imports');
  const [language] = useLanguage();
  const [query] = useSearchParams();
  const rows = useQuery({
    ...routeQuery('imports', 'rows', { params: { batchId: batch.id }, query: { tab, language, page: Number(query.get('page') ?? 1), size: 20 } }),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(tab);
  return (
    <QueryState query={rows} skeleton={<SkeletonRows count={5} />} errorTitle={t('tabs.failedToLoad')}>
      {({ items, page, size, total }) => (
        <>
          <DataTable caption={t(`tabs.${tab}`)} columns={columns} rows={items} rowKey={(row) => String(row.row)} empty={<p className="py-4 text-ink-soft">{t('tabs.empty')}</p>} />
          <Pagination page={page} size={size} total={total} />
        </>
      )}
    </QueryState>
  );
}

function useColumns(tab: ImportTab): Column<ImportRow>[] {
  const { t } = useTranslation('imports');
  const label: Column<ImportRow> = { key: 'label', header: t('rows.who'), cell: (row) => <Label row={row} />, phone: 'title' };
  const number: Column<ImportRow> = { key: 'row', header: t('rows.row'), cell: (row) => row.row, fit: true };
  if (tab === 'same') return [number, label];
  if (tab === 'new' || tab === 'changed') return [number, label, { key: 'changes', header: t(tab === 'new' ? 'rows.values' : 'rows.changes'), cell: (row) => <Changes row={row} brief={tab === 'new'} />, phone: 'title' }];
  const faults: Column<ImportRow> = tab === 'warned'
    ? { key: 'warnings', header: t('rows.warnings'), cell: (row) => <Faults faults={row.warnings} tone="warning" />, phone: 'title' }
    : { key: 'faults', header: t('rows.faults'), cell: (row) => <Faults faults={row.faults} tone="danger" />, phone: 'title' };
  return [number, { ...label, cell: (row) => row.label || '–' }, faults];
}

/** Name and number; a row that is worth a second look says so in every tab. */
function Label({ row }: { readonly row: ImportRow }) {
  const { t } = useTranslation('imports');
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {row.label || '–'}
      {row.warnings.length > 0 && <Badge tone="warning">{t('rows.warned')}</Badge>}
    </span>
  );
}

function Changes({ row, brief }: { readonly row: ImportRow; readonly brief: boolean }) {
  const { t } = useTranslation('imports');
  if (brief) return <span className="text-sm font-normal text-ink-soft">{row.changes.map((change) => change.after).filter((value) => value !== null).join(' · ')}</span>;
  return (
    <ul className="grid gap-1 text-start text-sm font-normal">
      {row.changes.map((change) => (
        <li key={change.column}>
          <span className="text-ink-soft">{change.title}: </span>
          <del className="text-ink-faint">{change.before ?? t('rows.blank')}</del>
          <span aria-hidden="true"> → </span>
          <ins className="font-medium no-underline">{change.after ?? t('rows.blank')}</ins>
        </li>
      ))}
    </ul>
  );
}

const valueStyle = { danger: 'bg-danger-soft text-danger-ink', warning: 'bg-warning-soft text-warning-ink' };

function Faults({ faults, tone }: { readonly faults: ImportRow['faults']; readonly tone: keyof typeof valueStyle }) {
  return (
    <ul className="grid gap-2 text-start text-sm font-normal">
      {faults.map((fault) => (
        <li key={`${fault.column ?? ''}-${fault.code}`}>
          <p className="font-medium">
            {fault.column !== null && <span className="text-ink-soft">{fault.column}: </span>}
            {fault.value && <span className={`me-1.5 rounded-sm px-1 break-all ${valueStyle[tone]}`}>{fault.value}</span>}
            {fault.reason}
          </p>
          <p className="text-ink-soft">{fault.advice}</p>
        </li>
      ))}
    </ul>
  );
}

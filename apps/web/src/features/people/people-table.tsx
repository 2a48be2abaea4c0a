import type { PersonRow } from '@pamong/contract/people';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { formatStaffNumber } from '../../shared/format/staff-number.js';
import { Badge } from '../../ui/badge.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { TextLink } from '../../ui/link-button.js';
import { StatusBadge } from './status-badge.js';

type Row = z.output<typeof PersonRow>;

export interface PeopleTableProps {
  readonly rows: readonly Row[];
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}

/** One line a person; the name leads to the page. */
export function PeopleTable({ rows, sort, onSort }: PeopleTableProps) {
  const { t } = useTranslation('people');
  const columns: Column<Row>[] = [
    { key: 'name', header: t('facts.name'), cell: (row) => <NameAndNumber row={row} />, phone: 'title', sortable: true },
    { key: 'post', header: t('facts.post'), cell: (row) => <PostAndRank row={row} /> },
    { key: 'unit', header: t('facts.unit'), cell: (row) => row.unit.name, sortable: true },
    { key: 'kind', header: t('facts.kind'), cell: (row) => t(`kinds.${row.employmentKind}`), fit: true, phone: 'hidden' },
    { key: 'status', header: t('facts.status'), cell: (row) => <StatusBadge status={row.status} />, fit: true },
    { key: 'account', header: t('facts.account'), cell: (row) => <Badge tone={row.account === 'active' ? 'success' : 'neutral'}>{t(`accounts.${row.account}`)}</Badge>, fit: true },
  ];
  return <DataTable caption={t('list.title')} columns={columns} rows={rows} rowKey={(row) => row.personId} sort={sort} onSort={onSort} />;
}

function NameAndNumber({ row }: { readonly row: Row }) {
  return (
    <>
      <TextLink to={`/kelola/pegawai/${row.personId}`}>{row.fullName}</TextLink>
      {row.number && <span className="block text-sm font-normal whitespace-nowrap text-ink-soft">{formatStaffNumber(row.number.value)}</span>}
    </>
  );
}

function PostAndRank({ row }: { readonly row: Row }) {
  return (
    <>
      {row.post ?? '–'}
      {row.rank && <span className="block text-sm text-ink-soft">{row.rank}</span>}
    </>
  );
}

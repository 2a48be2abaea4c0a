import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.js';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers and dates stand at the end of their column. */
  readonly align?: 'start' | 'end';
  /** Never broken over lines: dates, numbers, codes, states, buttons. */
  readonly fit?: boolean;
  /** The column can be sorted by; the value is the sort key of the URL. */
  readonly sortable?: boolean;
  /** On a phone each row becomes a small card: `title` heads it, `hidden` leaves it out. */
  readonly phone?: 'title' | 'hidden';
}

export interface DataTableProps<Row> {
  /** What the table holds, for assistive technology. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** `-name` sorts descending by `name`. Keep it in the URL. */
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
  readonly empty?: ReactNode;
}

/** A table where there is room for one, else a list of cards; the same rows, the same order of reading. The room counts, not the screen: a left navigation takes its part. */
export function DataTable<Row>({ caption, columns, rows, rowKey, sort, onSort, empty }: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div className="@container">
      <div className="@4xl:overflow-x-auto @4xl:rounded-card @4xl:border @4xl:border-line @4xl:bg-surface">
        <table className="tabular block w-full border-collapse text-sm @4xl:table">
          <caption className="sr-only">{caption}</caption>
          <thead className="hidden @4xl:table-header-group">
            <tr className="border-b border-line">
              {columns.map((column) => (
                <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
              ))}
            </tr>
          </thead>
          <tbody className="grid gap-3 @2xl:grid-cols-2 @4xl:table-row-group">
            {rows.map((row) => (
              <tr key={rowKey(row)} className="block rounded-card border border-line bg-surface p-4 @4xl:table-row @4xl:rounded-none @4xl:border-0 @4xl:border-b @4xl:bg-transparent @4xl:p-0 @4xl:transition-colors @4xl:last:border-b-0 @4xl:hover:bg-hover">
                {columns.map((column) => (
                  <td
                    key={column.key}
                    className={cx(
                      'gap-4 py-1 align-middle @4xl:table-cell @4xl:h-13 @4xl:px-4 @4xl:py-2',
                      column.align === 'end' && '@4xl:text-end',
                      column.fit && '@4xl:w-px @4xl:whitespace-nowrap',
                      column.phone === 'hidden' ? 'hidden' : 'flex justify-between @max-4xl:text-end',
                      column.phone === 'title' && 'text-base font-semibold @max-4xl:text-start @4xl:text-sm @4xl:font-medium',
                    )}
                  >
                    {column.phone !== 'title' && <span className="shrink-0 text-ink-faint @4xl:hidden">{column.header}</span>}
                    <span className="min-w-0">{column.cell(row)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function HeaderCell<Row>({ column, sort, onSort }: { readonly column: Column<Row>; readonly sort: string | undefined; readonly onSort: ((sort: string) => void) | undefined }) {
  const { t } = useTranslation('core');
  const ascending = sort === column.key;
  const descending = sort === `-${column.key}`;
  const Arrow = descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={ascending ? 'ascending' : descending ? 'descending' : undefined}
      className={cx('px-4 py-2 text-xs font-semibold whitespace-nowrap text-ink-soft', column.align === 'end' ? 'text-end' : 'text-start')}
    >
      {column.sortable && onSort ? (
        <button type="button" title={t('table.sort')} onClick={() => onSort(ascending ? `-${column.key}` : column.key)} className={cx('inline-flex min-h-9 items-center gap-1 rounded-sm hover:text-ink', column.align === 'end' && 'flex-row-reverse')}>
          {column.header}
          <Arrow aria-hidden="true" className={cx('size-3.5', !ascending && !descending && 'opacity-0')} />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

export interface Fact {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
}

/** Names and values of one thing (a person's identity, a certificate's data). */
export function DataList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="divide-y divide-line">
      {facts.map((fact) => (
        <div key={fact.key} className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[minmax(9rem,14rem)_1fr]">
          <dt className="text-sm text-ink-soft">{fact.label}</dt>
          <dd className="min-w-0 font-medium">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

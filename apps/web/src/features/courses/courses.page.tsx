import type { courses } from '@pamong/contract/courses';
import type { ResponseOf } from '@pamong/contract/kernel/route';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import type { Column } from '../../ui/data-table.js';
import { DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { Pagination } from '../../ui/pagination.js';
import { QueryState } from '../../ui/query-state.js';
import { Select } from '../../ui/select.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { SearchInput } from '../../ui/text-input.js';
import { CreateCourseDialog } from './create-course-dialog.js';
import { StatusBadge } from './status-badge.js';

type Row = ResponseOf<typeof courses.list>['items'][number];

const shelves = { templat: 'templates', arsip: 'archive' } as const;
const shelfNames = ['templat', 'arsip'] as const;

const statuses = ['draft', 'changed', 'published'] as const satisfies readonly Row['status'][];

/** Drafts and published courses of the author's places, newest change first. */
export default function CoursesPage() {
  const { t } = useTranslation('courses');
  const [search, setSearch] = useSearchParams();
  const [creating, setCreating] = useState(false);
  const status = statuses.find((one) => one === search.get('status'));
  const q = search.get('q') ?? '';
  const mine = search.get('milik') === 'saya';
  const shelfName = shelfNames.find((one) => one === search.get('rak'));
  const shelf = shelfName === undefined ? 'work' : shelves[shelfName];
  const page = Number(search.get('page') ?? '1') || 1;
  const list = useQuery({
    ...routeQuery('courses', 'list', { query: { q, page, shelf, mine: String(mine), ...(status === undefined ? {} : { status }) } }),
    placeholderData: keepPreviousData,
  });
  const set = (name: string, value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === '') next.delete(name);
      else next.set(name, value);
      next.delete('page');
      return next;
    }, { replace: true });
  const add = (
    <Button icon={<Plus aria-hidden="true" className="size-5" />} onClick={() => setCreating(true)}>
      {t('list.create')}
    </Button>
  );
  const filtered = q !== '' || status !== undefined || mine || shelf !== 'work';
  return (
    <>
      <PageHeader title={t('list.title')} action={add}>
        {t('list.lead')}
      </PageHeader>
      <div className="mb-4 grid gap-2 sm:grid-cols-2 lg:grid-cols-[minmax(0,22rem)_12rem_12rem_10rem]">
        <SearchInput label={t('list.search')} value={q} onValue={(value) => set('q', value)} />
        <Select
          aria-label={t('list.status')}
          placeholder={t('list.allStatuses')}
          value={status ?? ''}
          options={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          onChange={(event) => set('status', event.target.value)}
        />
        <Select
          aria-label={t('list.whose')}
          placeholder={t('list.everybodys')}
          value={mine ? 'saya' : ''}
          options={[{ value: 'saya', label: t('list.mine') }]}
          onChange={(event) => set('milik', event.target.value)}
        />
        <Select
          aria-label={t('list.shelf')}
          placeholder={t('list.shelves.work')}
          value={shelfName ?? ''}
          options={shelfNames.map((value) => ({ value, label: t(`list.shelves.${shelves[value]}`) }))}
          onChange={(event) => set('rak', event.target.value)}
        />
      </div>
      <QueryState query={list} skeleton={<SkeletonRows />} errorTitle={t('list.failed')}>
        {(data) =>
          data.items.length === 0 ? (
            <EmptyState drawing={filtered ? 'search' : 'book'} title={t(filtered ? 'list.noneFound' : 'list.none')} action={filtered ? undefined : add}>
              {t(filtered ? 'list.noneFoundHint' : 'list.noneHint')}
            </EmptyState>
          ) : (
            <>
              <CourseTable rows={data.items} />
              <Pagination page={data.page} size={data.size} total={data.total} />
            </>
          )
        }
      </QueryState>
      <CreateCourseDialog open={creating} onClose={() => setCreating(false)} />
    </>
  );
}

function CourseTable({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation('courses');
  const format = useFormat();
  const columns: Column<Row>[] = [
    {
      key: 'title',
      header: t('list.column.title'),
      phone: 'title',
      cell: (row) => (
        <>
          <Link to={`/kelola/pelatihan/${row.id}`} className="font-semibold text-primary-ink underline-offset-4 hover:underline">
            {row.title}
          </Link>
          <span className="block text-xs font-normal text-ink-soft">{[row.code, ...row.instructors].join(' · ')}</span>
        </>
      ),
    },
    { key: 'status', header: t('list.column.status'), cell: (row) => <Standing row={row} /> },
    { key: 'jp', header: t('list.column.jp'), align: 'end', fit: true, cell: (row) => (row.jp > 0 ? format.jp(row.jp) : <Badge>{t('withoutJp')}</Badge>) },
    { key: 'lessons', header: t('list.column.lessons'), align: 'end', cell: (row) => format.number(row.lessons), phone: 'hidden' },
    { key: 'owner', header: t('list.column.owner'), cell: (row) => <span className="whitespace-nowrap">{row.owner.shortName}</span>, phone: 'hidden' },
    { key: 'updated', header: t('list.column.updated'), align: 'end', cell: (row) => <span className="whitespace-nowrap">{format.relativeDay(row.updatedAt)}</span> },
  ];
  return <DataTable caption={t('list.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

function Standing({ row }: { readonly row: Row }) {
  const { t } = useTranslation('courses');
  const format = useFormat();
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <StatusBadge status={row.status} number={row.publishedNumber} />
      {row.publishAt && <Badge tone="info">{t('list.publishAt', { at: format.dateTime(row.publishAt) })}</Badge>}
      {row.withdrawnAt && <Badge tone="neutral">{t('list.withdrawn')}</Badge>}
    </span>
  );
}

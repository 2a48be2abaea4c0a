import type { courseLifecycle } from '@pamong/contract/course-lifecycle';
import type { ResponseOf } from '@pamong/contract/kernel/route';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
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
import { SkeletonRows } from '../../ui/skeleton.js';
import { toast } from '../../ui/toast-store.js';

type Row = ResponseOf<typeof courseLifecycle.bin>['items'][number];

function restoreOf({ kind, id, courseId }: Row): Promise<unknown> {
  if (kind === 'course') return api.courseLifecycle.restore({ params: { courseId: id } });
  if (kind === 'module') return api.courses.restoreModule({ params: { courseId, moduleId: id } });
  return api.courses.restoreLesson({ params: { courseId, lessonId: id } });
}

/** What was removed in the last 30 days, and the way back for each. */
export default function BinPage() {
  const { t } = useTranslation('courses');
  const [search] = useSearchParams();
  const page = Number(search.get('page') ?? '1') || 1;
  const bin = useQuery({ ...routeQuery('courseLifecycle', 'bin', { query: { page } }), placeholderData: keepPreviousData });
  return (
    <>
      <PageHeader title={t('bin.title')}>{t('bin.lead')}</PageHeader>
      <QueryState query={bin} skeleton={<SkeletonRows />} errorTitle={t('bin.failed')}>
        {(data) =>
          data.items.length === 0 ? (
            <EmptyState drawing="book" title={t('bin.none')}>{t('bin.noneText')}</EmptyState>
          ) : (
            <>
              <BinTable rows={data.items} />
              <Pagination page={data.page} size={data.size} total={data.total} />
            </>
          )
        }
      </QueryState>
    </>
  );
}

function BinTable({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation('courses');
  const format = useFormat();
  const client = useQueryClient();
  const sentence = useProblemSentence();
  const restore = useMutation({
    mutationFn: restoreOf,
    onSuccess: async (_, row) => {
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'courses' || queryKey[0] === 'courseLifecycle' });
      toast({ text: t('bin.restored', { title: row.title }), tone: 'success' });
    },
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
  });
  const columns: Column<Row>[] = [
    {
      key: 'title', header: t('bin.column.title'), phone: 'title',
      cell: (row) => (
        <>
          <span className="font-semibold">{row.title}</span>
          {row.kind !== 'course' && <span className="block text-xs font-normal text-ink-soft">{row.courseTitle}</span>}
        </>
      ),
    },
    { key: 'kind', header: t('bin.column.kind'), cell: (row) => <Badge>{t(`bin.kind.${row.kind}`)}</Badge> },
    { key: 'removed', header: t('bin.column.removed'), cell: (row) => format.relativeDay(row.removedAt) },
    { key: 'until', header: t('bin.column.until'), cell: (row) => format.date(row.until) },
    {
      key: 'restore', header: t('bin.column.restore'), align: 'end',
      cell: (row) => (
        <Button
          tone="secondary" size="small" busy={restore.isPending && restore.variables.id === row.id} icon={<RotateCcw aria-hidden="true" className="size-4" />}
          aria-label={t('bin.restoreOne', { title: row.title })} onClick={() => restore.mutate(row)}
        >
          {t('bin.restore')}
        </Button>
      ),
    },
  ];
  return <DataTable caption={t('bin.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

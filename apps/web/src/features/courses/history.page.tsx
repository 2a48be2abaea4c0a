import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { cx } from '../../ui/cx.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonText } from '../../ui/skeleton.js';
import { toast } from '../../ui/toast-store.js';
import { TextDifference } from './text-difference.js';
import { useCourse } from './use-course.js';

/** What a lesson was: every kept state against what it is now, and the way back. */
export default function HistoryPage() {
  const { t } = useTranslation('courses');
  const { courseId = '', lessonId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const format = useFormat();
  const course = useCourse(courseId);
  const params = { courseId, lessonId };
  const revisions = useQuery(routeQuery('courseLifecycle', 'revisions', { params }));
  const title = course.data?.modules.flatMap((module) => module.lessons).find((lesson) => lesson.id === lessonId)?.title ?? '';
  return (
    <>
      <PageHeader
        title={t('history.title')}
        crumbs={[
          { label: t('list.title'), to: '/kelola/pelatihan' },
          { label: course.data?.title ?? '', to: `/kelola/pelatihan/${courseId}` },
          { label: title, to: `/kelola/pelatihan/${courseId}/materi/${lessonId}` },
        ]}
      >
        {t('history.lead')}
      </PageHeader>
      <QueryState query={revisions} skeleton={<SkeletonText lines={6} />} errorTitle={t('history.failed')}>
        {({ items }) => {
          const [now, ...kept] = items;
          const chosen = kept.find((one) => String(one.revision) === search.get('versi')) ?? kept[0];
          if (!now || !chosen) return <EmptyState drawing="book" title={t('history.none')}>{t('history.noneText')}</EmptyState>;
          return (
            <div className="grid items-start gap-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
              <ol className="grid max-h-80 gap-1 overflow-y-auto lg:max-h-none" aria-label={t('history.list')}>
                {kept.map((one) => (
                  <li key={one.revision}>
                    <button
                      type="button"
                      aria-current={one.revision === chosen.revision ? 'true' : undefined}
                      className={cx('min-h-13 w-full rounded-control px-3 py-2 text-start', one.revision === chosen.revision ? 'bg-primary-soft text-primary-ink' : 'hover:bg-hover')}
                      onClick={() => setSearch({ versi: String(one.revision) }, { replace: true, preventScrollReset: true })}
                    >
                      <span className="block font-semibold">{format.dateTime(one.at)}</span>
                      <span className="block text-sm">{one.by?.fullName ?? t('history.nobody')}</span>
                    </button>
                  </li>
                ))}
              </ol>
              <Comparison key={chosen.revision} params={params} then={chosen.revision} now={now.revision} at={format.dateTime(chosen.at)} />
            </div>
          );
        }}
      </QueryState>
    </>
  );
}

interface ComparisonProps {
  readonly params: { readonly courseId: string; readonly lessonId: string };
  readonly then: number;
  readonly now: number;
  readonly at: string;
}

function Comparison({ params, then, now, at }: ComparisonProps) {
  const { t } = useTranslation('courses');
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const before = useQuery(routeQuery('courseLifecycle', 'revision', { params: { ...params, revision: String(then) } }));
  const after = useQuery(routeQuery('courseLifecycle', 'revision', { params: { ...params, revision: String(now) } }));
  const restore = useMutation({
    mutationFn: () => api.courseLifecycle.restoreRevision({ params: { ...params, revision: String(then) }, body: { revision: now } }),
    onSuccess: async () => {
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'courses' || queryKey[0] === 'courseLifecycle' });
      toast({ text: t('history.restored', { at }), tone: 'success' });
    },
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
  });
  return (
    <section className="grid gap-4" aria-label={t('history.comparison', { at })}>
      <div className="flex flex-wrap items-center gap-3">
        <p className="flex flex-wrap gap-2 text-sm">
          <Badge tone="danger">{t('history.then')}</Badge>
          <Badge tone="success">{t('history.now')}</Badge>
        </p>
        <Button className="ms-auto" tone="secondary" busy={restore.isPending} icon={<RotateCcw aria-hidden="true" className="size-4" />} onClick={() => restore.mutate()}>
          {t('history.restore')}
        </Button>
      </div>
      <QueryState query={before} skeleton={<SkeletonText lines={8} />} errorTitle={t('history.failed')}>
        {(was) => (
          <QueryState query={after} skeleton={<SkeletonText lines={8} />} errorTitle={t('history.failed')}>
            {(is) => <TextDifference before={was} after={is} />}
          </QueryState>
        )}
      </QueryState>
    </section>
  );
}

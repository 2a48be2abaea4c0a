import type { EnrolmentCard } from '@pamong/contract/enrolments';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { Card } from '../../ui/card.js';
import { Cover } from '../../ui/cover/cover.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton, TextLink } from '../../ui/link-button.js';
import { Progress } from '../../ui/progress.js';
import { QueryState } from '../../ui/query-state.js';
import { Skeleton } from '../../ui/skeleton.js';

type CourseCard = z.output<typeof EnrolmentCard>;

/** The course that was touched last and is not done: one press and the next lesson is open. */
export function ContinueCard({ query }: { readonly query: UseQueryResult<{ items: CourseCard[] }> }) {
  const { t } = useTranslation('home');
  return (
    <QueryState query={query} place="card" errorTitle={t('continue.failed')} skeleton={<Skeleton className="h-44 w-full" />}>
      {({ items }) => {
        const open = items.find((item) => item.completedAt === null);
        if (open) return <Continue item={open} />;
        const done = items.length > 0;
        return (
          <EmptyState drawing={done ? 'done' : 'book'} title={t(done ? 'continue.allDone' : 'continue.none')} action={<LinkButton to="/katalog">{t('continue.toCatalogue')}</LinkButton>}>
            {t(done ? 'continue.allDoneText' : 'continue.noneText')}
          </EmptyState>
        );
      }}
    </QueryState>
  );
}

function Continue({ item }: { readonly item: CourseCard }) {
  const { t } = useTranslation('home');
  const next = item.nextLesson;
  return (
    <Card as="section" padded={false} className="overflow-hidden sm:flex">
      <Cover id={item.courseId} mark={item.code} className="h-28 w-full shrink-0 sm:h-auto sm:w-52" />
      <div className="flex min-w-0 grow flex-col gap-3 p-5">
        <div>
          <p className="text-sm text-ink-soft">{t('continue.title')}</p>
          <h2 className="text-xl">
            <TextLink to={`/belajar/${item.courseId}`}>{item.title}</TextLink>
          </h2>
        </div>
        <Progress share={item.lessonsTotal === 0 ? 0 : item.lessonsDone / item.lessonsTotal} label={t('continue.progress')} note={t('continue.doneOf', { done: item.lessonsDone, total: item.lessonsTotal })} />
        <div className="mt-1 flex flex-wrap items-center justify-between gap-3">
          {next ? <p className="min-w-0 text-sm text-ink-soft">{t('continue.next', { title: next.title, count: next.minutes })}</p> : <p className="text-sm text-ink-soft">{t('continue.formsLeft')}</p>}
          <LinkButton tone="accent" to={next ? `/belajar/${item.courseId}/materi/${next.id}` : `/belajar/${item.courseId}`} className="max-sm:w-full">
            {t('continue.action')}
          </LinkButton>
        </div>
      </div>
    </Card>
  );
}

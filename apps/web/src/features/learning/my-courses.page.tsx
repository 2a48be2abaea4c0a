import type { EnrolmentCard } from '@pamong/contract/enrolments';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Badge } from '../../ui/badge.js';
import { Card, Section } from '../../ui/card.js';
import { Cover } from '../../ui/cover/cover.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { PageHeader } from '../../ui/page-header.js';
import { Progress } from '../../ui/progress.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonCards } from '../../ui/skeleton.js';
import { SavedShelf } from './saved-shelf.js';

type CourseCard = z.output<typeof EnrolmentCard>;

/** Every course that I take, the latest activity first. */
export default function MyCoursesPage() {
  const { t } = useTranslation('learning');
  const query = useQuery(routeQuery('enrolments', 'mine'));
  return (
    <>
      <PageHeader title={t('mine.title')}>{t('mine.lead')}</PageHeader>
      <QueryState query={query} skeleton={<SkeletonCards count={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="grid gap-9">
              <EmptyState drawing="book" title={t('mine.empty')} action={<LinkButton to="/katalog">{t('mine.toCatalogue')}</LinkButton>}>
                {t('mine.emptyText')}
              </EmptyState>
              <SavedShelf />
            </div>
          ) : (
            <div className="grid gap-9">
              <Shelf title={t('mine.going')} items={items.filter((item) => item.completedAt === null)} />
              <SavedShelf />
              <Shelf title={t('mine.completed')} items={items.filter((item) => item.completedAt !== null)} />
            </div>
          )
        }
      </QueryState>
    </>
  );
}

function Shelf({ title, items }: { readonly title: string; readonly items: readonly CourseCard[] }) {
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {items.map((item) => (
          <li key={item.id}>
            <MyCourse item={item} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function MyCourse({ item }: { readonly item: CourseCard }) {
  const { t } = useTranslation('learning');
  const format = useFormat();
  return (
    <Card interactive padded={false} className="h-full overflow-hidden">
      <Link to={`/belajar/${item.courseId}`} className="flex h-full flex-col">
        <Cover id={item.courseId} mark={item.code} className="aspect-[16/7] w-full" />
        <div className="flex grow flex-col gap-2 p-4">
          <p className="text-sm text-ink-soft">{item.organiser}</p>
          <p className="font-bold leading-snug">{item.title}</p>
          <div className="mt-auto pt-2">
            {item.completedAt ? (
              <Badge tone="success">{t('mine.completedOn', { date: format.shortDate(item.completedAt) })}</Badge>
            ) : (
              <Progress share={item.lessonsTotal === 0 ? 0 : item.lessonsDone / item.lessonsTotal} label={t('player.progress')} note={t('player.doneOf', { done: item.lessonsDone, total: item.lessonsTotal })} />
            )}
          </div>
        </div>
      </Link>
    </Card>
  );
}

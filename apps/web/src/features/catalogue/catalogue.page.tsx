import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { Pagination } from '../../ui/pagination.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonCards } from '../../ui/skeleton.js';
import { SearchInput } from '../../ui/text-input.js';
import { CourseCard } from './course-card.js';
import { Filters } from './filters.js';
import { useCatalogueFilter } from './use-catalogue-filter.js';

const typingPauseMs = 300;

/** Every published course, for everybody. */
export default function CataloguePage() {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const filter = useCatalogueFilter();
  const list = useQuery({ ...routeQuery('catalogue', 'list', { query: filter.query }), placeholderData: keepPreviousData });
  return (
    <>
      <PageHeader title={t('list.title')}>{t('list.lead')}</PageHeader>
      <div className="mb-5 grid gap-3">
        <Search value={filter.query.q ?? ''} wanted={filter.wantsToType} onValue={(value) => filter.set('q', value)} />
        {list.data && (list.data.total > 0 || filter.active) && <Filters facets={list.data.facets} filter={filter} />}
      </div>
      <QueryState query={list} skeleton={<SkeletonCards />} errorTitle={t('list.failed')}>
        {({ items, total, page, size }) => (
          <>
            <p role="status" className="mb-3 flex min-h-9 items-center gap-3 text-sm text-ink-soft empty:hidden">
              {(total > 0 || filter.active) && t('list.count', { count: total, shown: format.number(total) })}
              {filter.active && (
                <Button tone="quiet" size="small" onClick={filter.clear}>
                  {t('list.clear')}
                </Button>
              )}
            </p>
            {items.length === 0 ? (
              <EmptyState drawing="search" title={t(filter.active ? 'list.noneFound' : 'list.noneYet')}>
                {t(filter.active ? 'list.noneFoundHint' : 'list.noneYetHint')}
              </EmptyState>
            ) : (
              <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-4" aria-busy={list.isPlaceholderData || undefined}>
                {items.map((course) => (
                  <CourseCard key={course.courseId} course={course} />
                ))}
              </ul>
            )}
            <Pagination page={page} size={size} total={total} />
          </>
        )}
      </QueryState>
    </>
  );
}

/** Searches when the typing rests, so that each letter is not a request. */
function Search({ value, wanted, onValue }: { readonly value: string; readonly wanted: boolean; readonly onValue: (value: string) => void }) {
  const { t } = useTranslation('catalogue');
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // The address changed from elsewhere: back button, the search of the top bar, "clear".
  if (known !== value) {
    setKnown(value);
    if (typed.trim() !== value) setTyped(value);
  }
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (wanted) field.current?.focus();
  }, [wanted]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onValue(typed.trim()), typingPauseMs);
    return () => clearTimeout(timer);
  });
  return <SearchInput label={t('list.search')} value={typed} onValue={setTyped} ref={field} className="max-w-xl" />;
}

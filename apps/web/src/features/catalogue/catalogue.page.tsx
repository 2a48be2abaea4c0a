import type { search } from '@pamong/contract/search';
import type { ResponseOf } from '@pamong/contract/kernel/route';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Button } from '../../ui/button.js';
import { cx } from '../../ui/cx.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { Pagination } from '../../ui/pagination.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonCards } from '../../ui/skeleton.js';
import { CourseCard } from './course-card.js';
import { FacetPanel } from './facet-panel.js';
import { FilterBar } from './filters.js';
import { NothingFound } from './nothing-found.js';
import { SearchBox } from './search-box.js';
import { type CatalogueFilter, useCatalogueFilter } from './use-catalogue-filter.js';

type Found = ResponseOf<typeof search.courses>;

/** Every published course that one may see: to look around in, and to search down to the sentence. */
export default function CataloguePage() {
  const { t } = useTranslation('catalogue');
  const filter = useCatalogueFilter();
  const list = useQuery({ ...routeQuery('search', 'courses', { query: filter.query }), placeholderData: keepPreviousData });
  return (
    <>
      <PageHeader title={t('list.title')}>{t('list.lead')}</PageHeader>
      <div className="mb-5">
        <SearchBox filter={filter} />
      </div>
      <QueryState query={list} skeleton={<SkeletonCards />} errorTitle={t('list.failed')}>
        {(found) =>
          found.total === 0 && !filter.active ? (
            <NothingFound instead={found.instead} filter={filter} />
          ) : (
            <div className="grid items-start gap-x-8 lg:grid-cols-[14rem_minmax(0,1fr)]">
              <aside aria-label={t('filter.title')} className="hidden lg:block">
                <FacetPanel facets={found.facets} filter={filter} />
              </aside>
              <Results found={found} filter={filter} waiting={list.isPlaceholderData} />
            </div>
          )
        }
      </QueryState>
    </>
  );
}

function Results({ found, filter, waiting }: { readonly found: Found; readonly filter: CatalogueFilter; readonly waiting: boolean }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const { items, total, page, size } = found;
  const rows = filter.q !== '';
  return (
    <div className="min-w-0">
      <div className="mb-4 flex flex-col-reverse gap-x-3 gap-y-2 lg:flex-row lg:items-center">
        <div className="flex min-h-9 grow flex-wrap items-center gap-x-3 text-sm text-ink-soft">
          <p role="status">{t('list.count', { count: total, shown: format.number(total) })}</p>
          {filter.active && (
            <Button tone="quiet" size="small" onClick={filter.clear}>
              {t('list.clear')}
            </Button>
          )}
        </div>
        <FilterBar facets={found.facets} filter={filter} total={total} />
      </div>
      <ReadAs found={found} filter={filter} />
      {items.length === 0 ? (
        <NothingFound instead={found.instead} filter={filter} />
      ) : (
        <ul className={cx('grid gap-4 transition-opacity', waiting && 'opacity-60', !rows && 'grid-cols-[repeat(auto-fill,minmax(min(16rem,100%),1fr))]')} aria-busy={waiting || undefined}>
          {items.map((course) => (
            <CourseCard key={course.courseId} course={course} row={rows} />
          ))}
        </ul>
      )}
      <Pagination page={page} size={size} total={total} />
    </div>
  );
}

/** How the words were understood, where that was not as they were typed. */
function ReadAs({ found, filter }: { readonly found: Found; readonly filter: CatalogueFilter }) {
  const { t } = useTranslation('catalogue');
  if (found.corrected !== null) {
    return (
      <div className="mb-4">
        <Notice
          tone="info"
          action={
            <Button tone="secondary" size="small" onClick={filter.searchExactly}>
              {t('read.exactly', { words: filter.q })}
            </Button>
          }
        >
          {t('read.corrected', { words: found.corrected })}
        </Notice>
      </div>
    );
  }
  if (!found.loose) return null;
  return (
    <div className="mb-4">
      <Notice tone="info">{t('read.loose')}</Notice>
    </div>
  );
}

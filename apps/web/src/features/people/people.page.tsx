import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FileUp, UserPlus } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { useCan } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { PageHeader } from '../../ui/page-header.js';
import { Pagination } from '../../ui/pagination.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { ExportMenu } from './export-menu.js';
import { PeopleFilters } from './people-filters.js';
import { PeopleTable } from './people-table.js';
import { usePeopleFilter } from './use-people-filter.js';

const CreatePersonDrawer = lazy(() => import('./create-person-drawer.js'));

/** "Pegawai": everybody in the organisations that the caller looks after; all filters live in the address. */
export default function PeoplePage() {
  const { t } = useTranslation('people');
  const format = useFormat();
  const can = useCan();
  const mayCreate = can('person.manage');
  const [creating, setCreating] = useState(false);
  const { filter, page, filtered, set } = usePeopleFilter();
  const list = useQuery({ ...routeQuery('people', 'list', { query: { ...filter, page } }), placeholderData: keepPreviousData });
  const create = mayCreate && (
    <Button icon={<UserPlus aria-hidden="true" className="size-5" />} onClick={() => setCreating(true)}>
      {t('list.create')}
    </Button>
  );
  const bring = can('person.import') && (
    <LinkButton tone="secondary" to="/kelola/pegawai/impor" icon={<FileUp aria-hidden="true" className="size-5" />}>
      {t('list.import')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t('list.title')}
        action={
          <>
            <ExportMenu filter={filter} />
            {bring}
            {create}
          </>
        }
      >
        {t('list.lead')}
      </PageHeader>
      <PeopleFilters filter={filter} onSet={set} />
      <QueryState query={list} skeleton={<SkeletonRows count={8} />} errorTitle={t('list.failed')}>
        {({ items, total, size }) =>
          items.length === 0 ? (
            <EmptyState drawing={filtered ? 'search' : 'people'} title={t(filtered ? 'list.noneFound' : 'list.none')} action={filtered ? undefined : <div className="flex flex-wrap justify-center gap-2">{create}{bring}</div>}>
              {t(filtered ? 'list.noneFoundText' : 'list.noneText')}
            </EmptyState>
          ) : (
            <>
              <p role="status" className="mb-3 text-sm text-ink-soft">
                {t('list.count', { count: total, shown: format.number(total) })}
              </p>
              <PeopleTable rows={items} sort={filter.sort ?? 'name'} onSort={(sort) => set({ urut: sort === 'name' ? '' : sort })} />
              <Pagination page={page} size={size} total={total} />
            </>
          )
        }
      </QueryState>
      <Suspense fallback={null}>{creating && <CreatePersonDrawer onClose={() => setCreating(false)} />}</Suspense>
    </>
  );
}

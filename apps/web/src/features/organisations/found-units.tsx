import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { EmptyState } from '../../ui/empty-state.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonText } from '../../ui/skeleton.js';
import { UnitLink } from './unit-tree.js';

/** Hits of the search, each with the way to it. */
export function FoundUnits({ q, closed }: { readonly q: string; readonly closed: boolean }) {
  const { t } = useTranslation('organisations');
  const found = useQuery({ ...routeQuery('organisations', 'search', { query: { q, closed: closed ? 'yes' : 'no' } }), placeholderData: keepPreviousData });
  return (
    <QueryState query={found} skeleton={<SkeletonText lines={4} />} errorTitle={t('tree.failed')}>
      {({ items, more }) =>
        items.length === 0 ? (
          <EmptyState drawing="search" title={t('tree.noneFound')}>
            {t('tree.noneFoundText')}
          </EmptyState>
        ) : (
          <>
            <ul>
              {items.map((unit) => (
                <li key={unit.id}>
                  <UnitLink unit={unit} chosen={false} below={unit.way.map((one) => one.name).join(' › ')} />
                </li>
              ))}
            </ul>
            {more && <p className="p-2 text-sm text-ink-soft">{t('tree.more')}</p>}
          </>
        )
      }
    </QueryState>
  );
}

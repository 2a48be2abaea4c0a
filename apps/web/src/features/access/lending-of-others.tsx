import { assignmentStates } from '@pamong/contract/permissions';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { useAddressFilter } from '../../shared/routing/use-address-filter.js';
import { Section } from '../../ui/card.js';
import { Pagination } from '../../ui/pagination.js';
import { QueryState } from '../../ui/query-state.js';
import { Select } from '../../ui/select.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { SearchInput } from '../../ui/text-input.js';
import { LentCard, useEndLending } from './lent-card.js';

/** What others lend each other at the places that an admin looks after. */
export function LendingOfOthers() {
  const { t } = useTranslation('access');
  const filter = useAddressFilter();
  const state = assignmentStates.find((one) => one === filter.get('keadaan'));
  const q = filter.get('q');
  const list = useQuery({ ...routeQuery('delegations', 'listOthers', { query: { q, page: Number(filter.get('page') || 1), ...(state && { state }) } }), placeholderData: keepPreviousData });
  const end = useEndLending((row) => t('lend.endedBetween', { from: row.from.fullName, to: row.to.fullName }));
  return (
    <Section title={t('lend.others')} className="mt-8">
      <div className="mb-4 grid gap-2 sm:grid-cols-[minmax(0,18rem)_12rem]">
        <SearchInput label={t('lend.searchOthers')} value={q} onValue={(value) => filter.set({ q: value })} />
        <Select
          aria-label={t('list.state')}
          placeholder={t('list.allStates')}
          value={state ?? ''}
          options={assignmentStates.map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={(event) => filter.set({ keadaan: event.target.value })}
        />
      </div>
      <QueryState query={list} skeleton={<SkeletonRows count={3} />} errorTitle={t('lend.failed')}>
        {({ items, page, size, total }) => (
          <>
            {items.length === 0 && <p className="text-ink-soft">{t('lend.noneOfOthers')}</p>}
            <ul className="grid gap-3 lg:grid-cols-2">
              {items.map((row) => (
                <LentCard
                  key={row.id}
                  row={row}
                  title={t('lend.between', { from: row.from.fullName, to: row.to.fullName })}
                  detail={row.from.unit === row.to.unit ? row.from.unit : t('lend.between', { from: row.from.unit, to: row.to.unit })}
                  endLabel={t('lend.endBetween', { from: row.from.fullName, to: row.to.fullName })}
                  end={end}
                />
              ))}
            </ul>
            <Pagination page={page} size={size} total={total} />
          </>
        )}
      </QueryState>
    </Section>
  );
}

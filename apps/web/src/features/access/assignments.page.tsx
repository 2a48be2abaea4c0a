import { assignmentStates, roles } from '@pamong/contract/permissions';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { useCan } from '../../shared/session/use-session.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { Pagination } from '../../ui/pagination.js';
import { QueryState } from '../../ui/query-state.js';
import { Select } from '../../ui/select.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { SearchInput } from '../../ui/text-input.js';
import { AccessTabs } from './access-tabs.js';
import { AssignmentTable } from './assignment-table.js';
import { GrantDrawer } from './grant-drawer.js';
import { PlacePicker } from './pickers.js';
import { useAddressFilter } from '../../shared/routing/use-address-filter.js';
import { usePlaces } from './use-places.js';

/** "Peran dan akses": who holds which role where, with everything that was. */
export default function AssignmentsPage() {
  const { t } = useTranslation('access');
  const filter = useAddressFilter();
  const [granting, setGranting] = useState(false);
  const mayGrant = useCan()('role.grant');
  const role = roles.find((one) => one === filter.get('peran'));
  const state = assignmentStates.find((one) => one === filter.get('keadaan'));
  const [q, personId, organisationId] = [filter.get('q'), filter.get('orang'), filter.get('tempat')];
  const list = useQuery({
    ...routeQuery('access', 'listAssignments', {
      query: { q, page: Number(filter.get('page') || 1), ...(role && { role }), ...(state && { state }), ...(personId && { personId }), ...(organisationId && { organisationId }) },
    }),
    placeholderData: keepPreviousData,
  });
  const filtered = q !== '' || personId !== '' || organisationId !== '' || role !== undefined || state !== undefined;
  const person = personId === '' ? null : (list.data?.items.find((row) => row.person.id === personId)?.person ?? null);
  const grant = mayGrant && (
    <Button icon={<Plus aria-hidden="true" className="size-5" />} onClick={() => setGranting(true)}>
      {t('list.grant')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('list.title')} action={grant}>
        {t('list.lead')}
      </PageHeader>
      <AccessTabs />
      <div className="mb-4 grid grid-cols-2 gap-2 max-sm:[&>:nth-child(-n+2)]:col-span-2 xl:grid-cols-[minmax(0,18rem)_minmax(0,18rem)_12rem_12rem]">
        <SearchInput label={t('list.search')} value={q} onValue={(value) => filter.set({ q: value })} />
        <PlaceFilter id={organisationId} onId={(id) => filter.set({ tempat: id })} />
        <Select
          aria-label={t('list.role')}
          placeholder={t('list.allRoles')}
          value={role ?? ''}
          options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
          onChange={(event) => filter.set({ peran: event.target.value })}
        />
        <Select
          aria-label={t('list.state')}
          placeholder={t('list.allStates')}
          value={state ?? ''}
          options={assignmentStates.map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={(event) => filter.set({ keadaan: event.target.value })}
        />
      </div>
      {personId !== '' && (
        <div className="mb-4">
          <Notice
            title={t('list.onePerson', { name: person?.fullName ?? t('list.somebody') })}
            action={
              <span className="flex flex-wrap gap-2">
                <LinkButton to={`/kelola/akses/periksa?orang=${personId}`} tone="secondary" size="small">
                  {t('list.explain')}
                </LinkButton>
                <Button tone="secondary" size="small" onClick={() => filter.set({ orang: '' })}>
                  {t('list.everybody')}
                </Button>
              </span>
            }
          />
        </div>
      )}
      <QueryState query={list} skeleton={<SkeletonRows count={6} />} errorTitle={t('list.failed')}>
        {({ items, page, size, total }) =>
          items.length === 0 ? (
            <EmptyState drawing={filtered ? 'search' : 'people'} title={t(filtered ? 'list.noneFound' : 'list.none')} action={filtered ? undefined : grant}>
              {t(filtered ? 'list.noneFoundHint' : 'list.noneHint')}
            </EmptyState>
          ) : (
            <>
              <AssignmentTable rows={items} />
              <Pagination page={page} size={size} total={total} />
            </>
          )
        }
      </QueryState>
      {granting && <GrantDrawer person={person} onClose={() => setGranting(false)} />}
    </>
  );
}

/** The place is kept by id in the address; its name is shown once the list of places has it. */
function PlaceFilter({ id, onId }: { readonly id: string; readonly onId: (id: string) => void }) {
  const { t } = useTranslation('access');
  const { found, onSearch } = usePlaces();
  const [picked, setPicked] = useState<(typeof found)[number] | null>(null);
  const value = id === '' ? null : picked?.id === id ? picked : (found.find((one) => one.id === id) ?? null);
  return (
    <PlacePicker
      label={t('list.place')}
      placeholder={t('list.anyPlace')}
      value={value}
      found={found}
      onSearch={onSearch}
      onValue={(next) => {
        setPicked(next);
        onId(next?.id ?? '');
      }}
    />
  );
}

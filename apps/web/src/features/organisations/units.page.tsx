import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { routeQuery } from '../../shared/api/route-query.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { cx } from '../../ui/cx.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { SearchInput } from '../../ui/text-input.js';
import { AgencyDialog } from './agency-dialog.js';
import { FoundUnits } from './found-units.js';
import { UnitDetail } from './unit-detail.js';
import { UnitTree } from './unit-tree.js';

/** The agency's units: the tree on the left, the chosen unit on the right; on a phone one after the other. */
export default function UnitsPage() {
  const { t } = useTranslation('organisations');
  const { organisationId } = useParams();
  const [search, setSearch] = useSearchParams();
  const [closed, setClosed] = useState(false);
  const q = search.get('cari') ?? '';
  const chosen = organisationId !== undefined;
  return (
    <>
      {!chosen && (
        <PageHeader title={t('title')} action={<AddAgency />}>
          {t('lead')}
        </PageHeader>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
        <section aria-label={t('tree.label')} className={cx(chosen && 'max-lg:hidden')}>
          <SearchInput
            label={t('tree.search')}
            value={q}
            onValue={(value) => setSearch(value === '' ? {} : { cari: value }, { replace: true })}
          />
          <Card padded={false} className="mt-3 max-h-[70vh] overflow-y-auto p-2 max-lg:max-h-none">
            {q === '' ? <UnitTree chosenId={organisationId} closed={closed} /> : <FoundUnits q={q} closed={closed} />}
          </Card>
          <label className="mt-3 flex min-h-11 items-center gap-2.5 text-sm">
            <input type="checkbox" className="size-4.5 accent-primary" checked={closed} onChange={(event) => setClosed(event.target.checked)} />
            {t('tree.showClosed')}
          </label>
        </section>
        {chosen ? (
          <UnitDetail key={organisationId} organisationId={organisationId} />
        ) : (
          <div className="max-lg:hidden">
            <EmptyState drawing="people" title={t('choose.title')}>
              {t('choose.text')}
            </EmptyState>
          </div>
        )}
      </div>
    </>
  );
}

/** For those who look after the whole installation. */
function AddAgency() {
  const { t } = useTranslation('organisations');
  const [open, setOpen] = useState(false);
  const top = useQuery(routeQuery('organisations', 'list', { query: { closed: 'no' } }));
  if (top.data?.can.createAgency !== true) return null;
  return (
    <>
      <Button tone="secondary" onClick={() => setOpen(true)}>
        {t('agency.add')}
      </Button>
      {open && <AgencyDialog onClose={() => setOpen(false)} />}
    </>
  );
}

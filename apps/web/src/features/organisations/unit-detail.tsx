import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Badge } from '../../ui/badge.js';
import { Card } from '../../ui/card.js';
import { DataList } from '../../ui/data-table.js';
import { LinkButton, TextLink } from '../../ui/link-button.js';
import { Notice } from '../../ui/notice.js';
import { PageHeader } from '../../ui/page-header.js';
import { QueryState } from '../../ui/query-state.js';
import { UnitActions } from './unit-actions.js';
import { UnitHeads } from './unit-heads.js';
import { UnitHistory } from './unit-history.js';
import { type Unit, unitPath } from './use-unit.js';

/** One unit: what it is, who heads it, what happened to it, and what may be done with it. */
export function UnitDetail({ organisationId }: { readonly organisationId: string }) {
  const { t } = useTranslation('organisations');
  const unit = useQuery(routeQuery('organisations', 'get', { params: { organisationId } }));
  return (
    <QueryState query={unit} errorTitle={t('detail.failed')}>
      {(data) => <Sheet unit={data} />}
    </QueryState>
  );
}

function Sheet({ unit }: { readonly unit: Unit }) {
  const { t } = useTranslation('organisations');
  return (
    <article>
      <PageHeader
        title={unit.name}
        crumbs={[{ label: t('title'), to: '/kelola/unit' }, ...unit.way.map((one) => ({ label: one.name, to: unitPath(one.id) }))]}
        badges={unit.closed ? <Badge>{t('closed')}</Badge> : undefined}
        action={<UnitActions unit={unit} />}
      />
      {unit.mergedInto && (
        <div className="mb-5">
          <Notice>
            {t('detail.mergedInto')} <TextLink to={unitPath(unit.mergedInto.id)}>{unit.mergedInto.name}</TextLink>
          </Notice>
        </div>
      )}
      <div className="grid gap-8">
        <Facts unit={unit} />
        <UnitHeads unit={unit} />
        <UnitHistory events={unit.events} />
      </div>
    </article>
  );
}

function Facts({ unit }: { readonly unit: Unit }) {
  const { t } = useTranslation('organisations');
  const format = useFormat();
  return (
    <Card>
      <DataList
        facts={[
          { key: 'short', label: t('facts.shortName'), value: unit.shortName },
          { key: 'code', label: t('facts.code'), value: unit.code ?? '–' },
          { key: 'kind', label: t('facts.kind'), value: unit.unitKind ?? '–' },
          { key: 'zone', label: t('facts.timeZone'), value: t(`zones.${unit.timeZone}`) },
          { key: 'people', label: t('facts.people'), value: format.number(unit.people) },
          { key: 'below', label: t('facts.peopleBelow'), value: format.number(unit.peopleBelow) },
          { key: 'units', label: t('facts.unitsBelow'), value: format.number(unit.unitsBelow) },
        ]}
      />
      {unit.peopleBelow > 0 && (
        <LinkButton to={`/kelola/pegawai?unit=${unit.id}`} tone="secondary" className="mt-4" icon={<Users aria-hidden="true" className="size-4.5" />}>
          {t('facts.showPeople')}
        </LinkButton>
      )}
    </Card>
  );
}

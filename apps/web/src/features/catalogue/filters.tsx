import type { catalogue } from '@pamong/contract/catalogue';
import type { ResponseOf } from '@pamong/contract/kernel/route';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/select.js';
import { type useCatalogueFilter, catalogueOrders } from './use-catalogue-filter.js';

interface FiltersProps {
  readonly facets: ResponseOf<typeof catalogue.list>['facets'];
  readonly filter: ReturnType<typeof useCatalogueFilter>;
}

/** Narrowing by category, level and organiser, each choice with its count; and the order. */
export function Filters({ facets, filter }: FiltersProps) {
  const { t } = useTranslation('catalogue');
  const counted = (label: string, count: number) => `${label} (${count})`;
  return (
    <div className="grid grid-cols-2 gap-2 lg:grid-cols-4">
      <Select
        aria-label={t('filter.category')}
        placeholder={t('filter.category')}
        value={filter.query.category ?? ''}
        options={facets.categories.map(({ value, count }) => ({ value, label: counted(value, count) }))}
        onChange={(event) => filter.set('category', event.target.value)}
      />
      <Select
        aria-label={t('filter.level')}
        placeholder={t('filter.level')}
        value={filter.level}
        options={facets.levels.map(({ value, count }) => ({ value, label: counted(t(`level.${value}`), count) }))}
        onChange={(event) => filter.set('level', event.target.value)}
      />
      <Select
        aria-label={t('filter.organiser')}
        placeholder={t('filter.organiser')}
        value={filter.query.organiser ?? ''}
        options={facets.organisers.map(({ value, name, count }) => ({ value, label: counted(name, count) }))}
        onChange={(event) => filter.set('organiser', event.target.value)}
      />
      <Select
        aria-label={t('filter.order')}
        value={filter.order}
        options={catalogueOrders.map((value) => ({ value, label: t(`order.${value}`) }))}
        onChange={(event) => filter.set('order', event.target.value === 'newest' ? '' : event.target.value)}
      />
    </div>
  );
}

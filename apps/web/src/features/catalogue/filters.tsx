import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';
import { Button } from '../../ui/button.js';
import { Drawer } from '../../ui/dialog.js';
import { Select } from '../../ui/select.js';
import { FacetPanel, type Facets } from './facet-panel.js';
import type { CatalogueFilter } from './use-catalogue-filter.js';

interface FilterBarProps {
  readonly facets: Facets;
  readonly filter: CatalogueFilter;
  readonly total: number;
}

/** The order, and on a phone the way to the choices; they take effect at once, so the sheet's button only says what waits behind it. */
export function FilterBar({ facets, filter, total }: FilterBarProps) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <div className="flex items-center gap-2">
      <Button tone="secondary" className="shrink-0 lg:hidden" aria-haspopup="dialog" icon={<SlidersHorizontal aria-hidden="true" className="size-4" />} onClick={() => setOpen(true)}>
        {filter.count > 0 ? t('filter.openWith', { shown: format.number(filter.count) }) : t('filter.open')}
      </Button>
      <Select
        aria-label={t('filter.order')}
        className="min-w-0 grow sm:max-w-64 lg:w-56"
        value={filter.order}
        options={filter.orders.map((value) => ({ value, label: t(`order.${value}`) }))}
        onChange={(event) => filter.sort(event.target.value)}
      />
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={t('filter.title')}
        actions={
          <>
            {filter.count > 0 && (
              <Button tone="quiet" onClick={filter.widen}>
                {t('list.clear')}
              </Button>
            )}
            <Button onClick={() => setOpen(false)}>{t('filter.show', { count: total, shown: format.number(total) })}</Button>
          </>
        }
      >
        <FacetPanel facets={facets} filter={filter} />
      </Drawer>
    </div>
  );
}

import type { organisations } from '@pamong/contract/organisations';
import type { ResponseOf } from '@pamong/contract/kernel/route';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.js';
import { Card } from '../../ui/card.js';
import { DataList } from '../../ui/data-table.js';
import { Notice } from '../../ui/notice.js';

type Preview = ResponseOf<typeof organisations.previewMove>;

/** Whom and what the change touches, or why it cannot be made. */
export function TreeChangePreview({ preview, kind }: { readonly preview: Preview; readonly kind: 'move' | 'merge' }) {
  const { t } = useTranslation(['organisations', 'errors']);
  const format = useFormat();
  if (preview.obstacle) {
    return (
      <Notice tone="warning" live>
        {t(`errors:${preview.obstacle}`)}
      </Notice>
    );
  }
  const { units, unitCount, people, peopleCount, belongings, loses, gains } = preview;
  return (
    <Card>
      <p className="font-semibold">{t(`change.${kind}Summary`, { unit: preview.unit.name, into: preview.into.name })}</p>
      <DataList
        facts={[
          { key: 'people', label: t('change.people'), value: <Names count={format.number(peopleCount)} names={people} more={peopleCount - people.length} /> },
          { key: 'units', label: t('change.units'), value: <Names count={format.number(unitCount)} names={units.map((unit) => unit.name)} more={unitCount - units.length} /> },
          ...belongings.map(({ key, count }) => ({ key, label: t(`change.${key}`), value: format.number(count) as ReactNode })),
          ...(loses.length > 0 ? [{ key: 'loses', label: t('change.loses'), value: loses.join('; ') }] : []),
          ...(gains.length > 0 ? [{ key: 'gains', label: t('change.gains'), value: gains.join('; ') }] : []),
        ]}
      />
    </Card>
  );
}

function Names({ count, names, more }: { readonly count: string; readonly names: readonly string[]; readonly more: number }) {
  const { t } = useTranslation('organisations');
  return (
    <>
      {count}
      {names.length > 0 && (
        <span className="block text-sm font-normal text-ink-soft">
          {names.join('; ')}
          {more > 0 && ` ${t('change.more', { more })}`}
        </span>
      )}
    </>
  );
}

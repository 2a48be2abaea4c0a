import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { Badge } from '../../ui/badge.js';
import { cx } from '../../ui/cx.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonText } from '../../ui/skeleton.js';
import { moveInTree } from './tree-keys.js';
import { type UnitNode, unitPath } from './use-unit.js';

interface TreeProps {
  readonly chosenId: string | undefined;
  readonly closed: boolean;
}

/** Branches are read when they are opened; the way to the chosen unit opens by itself. */
export function UnitTree({ chosenId, closed }: TreeProps) {
  const chosen = useQuery({ ...routeQuery('organisations', 'get', { params: { organisationId: chosenId ?? '' } }), enabled: chosenId !== undefined });
  const way = new Set(chosen.data?.way.map((unit) => unit.id));
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys come up from the links, which have their own names
    <div onKeyDown={moveInTree}>
      <Branch parentId={undefined} chosenId={chosenId} closed={closed} way={way} />
    </div>
  );
}

function Branch({ parentId, ...tree }: TreeProps & { readonly parentId: string | undefined; readonly way: ReadonlySet<string> }) {
  const { t } = useTranslation('organisations');
  const query = { closed: tree.closed ? 'yes' : 'no', ...(parentId === undefined ? {} : { parentId }) } as const;
  const units = useQuery(routeQuery('organisations', 'list', { query }));
  return (
    <QueryState query={units} skeleton={<SkeletonText lines={3} />} errorTitle={t('tree.failed')}>
      {({ items }) => (
        <ul className={cx(parentId !== undefined && 'ms-4 border-s border-line ps-1')}>
          {items.map((unit) => (
            <TreeItem key={unit.id} unit={unit} startOpen={parentId === undefined && items.length === 1} {...tree} />
          ))}
        </ul>
      )}
    </QueryState>
  );
}

function TreeItem({ unit, startOpen, ...tree }: TreeProps & { readonly unit: UnitNode; readonly startOpen: boolean; readonly way: ReadonlySet<string> }) {
  const { t } = useTranslation('organisations');
  // Null until somebody opens or closes it by hand.
  const [byHand, setByHand] = useState<boolean | null>(null);
  const open = byHand ?? (startOpen || tree.way.has(unit.id));
  const leaf = unit.children === 0 && !tree.closed;
  return (
    <li>
      <div className="flex items-center">
        {leaf ? (
          <span className="size-9 shrink-0 touch:size-11" />
        ) : (
          <button
            type="button"
            aria-expanded={open}
            aria-label={t(open ? 'tree.close' : 'tree.open', { name: unit.name })}
            onClick={() => setByHand(!open)}
            className="inline-flex size-9 shrink-0 items-center justify-center rounded-control text-ink-soft hover:bg-hover hover:text-ink touch:size-11"
          >
            <ChevronRight aria-hidden="true" className={cx('size-4 transition-transform', open && 'rotate-90')} />
          </button>
        )}
        <UnitLink unit={unit} chosen={unit.id === tree.chosenId} />
      </div>
      {open && !leaf && <Branch parentId={unit.id} {...tree} />}
    </li>
  );
}

/** A unit in a list, with the number of its people. */
export function UnitLink({ unit, chosen, below }: { readonly unit: UnitNode; readonly chosen: boolean; readonly below?: string }) {
  const { t } = useTranslation('organisations');
  const format = useFormat();
  const { search } = useLocation();
  return (
    <Link
      to={unitPath(unit.id) + search}
      aria-current={chosen ? 'page' : undefined}
      className={cx(
        'flex min-h-9 min-w-0 grow items-center gap-2 rounded-control px-2 py-1.5 text-sm touch:min-h-11',
        chosen ? 'bg-primary-soft font-semibold text-primary-ink' : 'hover:bg-hover',
      )}
    >
      <span className="min-w-0 grow">
        <span className="block">{unit.name}</span>
        {below && <span className="block text-xs text-ink-soft">{below}</span>}
      </span>
      {unit.closed && <Badge>{t('closed')}</Badge>}
      {unit.people > 0 && (
        <span className="tabular shrink-0 text-xs text-ink-soft">
          {format.number(unit.people)}
          <span className="sr-only"> {t('peopleWord')}</span>
        </span>
      )}
    </Link>
  );
}

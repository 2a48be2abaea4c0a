import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';

/** What waits: open attempts with their deadline first, forms after them. */
export function DueList() {
  const { t } = useTranslation('home');
  const format = useFormat();
  const query = useQuery(routeQuery('learning', 'due'));
  return (
    <QueryState query={query} place="card" skeleton={<SkeletonRows count={2} />}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="text-ink-soft">{t('due.none')}</p>
        ) : (
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {items.map((item) => (
              <li key={`${item.kind}${item.link}${item.title}`}>
                <Link to={item.link} className="flex min-h-14 items-center justify-between gap-4 px-4 py-3 hover:bg-sunken">
                  <span className="min-w-0">
                    <span className="block font-semibold">{t(`due.kinds.${item.kind.replace('.', '-')}`, { title: item.title })}</span>
                    <span className="block text-sm text-ink-soft">
                      {item.courseTitle}
                      {item.dueAt && ` · ${t('due.until', { time: format.dateTime(item.dueAt) })}`}
                    </span>
                  </span>
                  <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-faint" />
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </QueryState>
  );
}

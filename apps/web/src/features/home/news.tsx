import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../shared/api/client.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { useFormat } from '../../shared/format/use-format.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';

const SHOWN = 5;

/** The newest messages of the inbox; being shown here, they count as read. */
export function News() {
  const { t } = useTranslation('home');
  const format = useFormat();
  const query = useQuery(routeQuery('messages', 'list', { query: { size: SHOWN } }));
  const unread = query.data?.items.filter((message) => message.readAt === null).map((message) => message.id) ?? [];
  const key = unread.join();
  useEffect(() => {
    if (key !== '') void api.messages.read({ body: { ids: key.split(',') } }).catch(() => undefined);
  }, [key]);
  return (
    <QueryState query={query} place="card" skeleton={<SkeletonRows count={3} />}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="text-ink-soft">{t('news.none')}</p>
        ) : (
          <ul className="grid gap-4">
            {items.map((message) => {
              const text = t(`news.kinds.${message.kind.replace('.', '-')}`, message.params);
              return (
                <li key={message.id} className="border-s-2 border-primary-soft ps-3">
                  {message.link ? (
                    <Link to={message.link} className="font-medium underline-offset-4 hover:underline">
                      {text}
                    </Link>
                  ) : (
                    <p className="font-medium">{text}</p>
                  )}
                  <p className="text-sm text-ink-soft">{format.relativeDay(message.createdAt)}</p>
                </li>
              );
            })}
          </ul>
        )
      }
    </QueryState>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '../../shared/api/route-query.js';
import { TextLink } from '../../ui/link-button.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { MessageList } from './message-list.js';

const SHOWN = 5;

/** The newest messages of the inbox. */
export function News() {
  const { t } = useTranslation('home');
  const query = useQuery(routeQuery('messages', 'list', { query: { size: SHOWN } }));
  return (
    <QueryState query={query} place="card" skeleton={<SkeletonRows count={3} />}>
      {({ items, total }) =>
        items.length === 0 ? (
          <p className="text-ink-soft">{t('news.none')}</p>
        ) : (
          <>
            <MessageList messages={items} />
            {total > items.length && (
              <p className="mt-4 text-sm">
                <TextLink to="/pesan">{t('news.all')}</TextLink>
              </p>
            )}
          </>
        )
      }
    </QueryState>
  );
}

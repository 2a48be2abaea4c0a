import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api } from '../../shared/api/client.js';
import { useProblemSentence } from '../../shared/api/problem-sentence.js';
import { routeQuery } from '../../shared/api/route-query.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { PageHeader } from '../../ui/page-header.js';
import { Pagination } from '../../ui/pagination.js';
import { QueryState } from '../../ui/query-state.js';
import { SkeletonRows } from '../../ui/skeleton.js';
import { toast } from '../../ui/toast-store.js';
import { MessageList } from './message-list.js';

/** Every message to this person, newest first. New ones come in while it is open, since the bell listens for them. */
export default function InboxPage() {
  const { t } = useTranslation('home');
  const [query] = useSearchParams();
  const sentence = useProblemSentence();
  const client = useQueryClient();
  const inbox = useQuery(routeQuery('messages', 'list', { query: { page: Number(query.get('page') ?? 1) } }));
  const readAll = useMutation({
    mutationFn: () => api.messages.read({ body: {} }),
    onError: (error) => toast({ text: sentence(error), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['messages'] }),
  });
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={t('inbox.title')}
        action={
          (inbox.data?.unread ?? 0) > 0 && (
            <Button tone="secondary" icon={<CheckCheck aria-hidden="true" className="size-4.5" />} busy={readAll.isPending} onClick={() => readAll.mutate()}>
              {t('inbox.readAll')}
            </Button>
          )
        }
      >
        <span role="status">{t('inbox.unread', { count: inbox.data?.unread ?? 0 })}</span>
      </PageHeader>
      <QueryState query={inbox} skeleton={<SkeletonRows count={5} />} errorTitle={t('inbox.failed')}>
        {({ items, page, size, total }) =>
          total === 0 ? (
            <EmptyState drawing="inbox" title={t('news.none')}>
              {t('inbox.emptyText')}
            </EmptyState>
          ) : (
            <>
              <MessageList messages={items} />
              <Pagination page={page} size={size} total={total} />
            </>
          )
        }
      </QueryState>
    </div>
  );
}

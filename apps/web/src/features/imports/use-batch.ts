import type { ImportBatchPage, ImportProgress } from '@pamong/contract/imports';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import { routeQuery } from '../../shared/api/route-query.js';
import { useLive } from '../../shared/live/use-live.js';

const underWay: readonly ImportBatchPage['state'][] = ['checking', 'applying', 'undoing'];
/** Whoever did not begin the import hears nothing live; while it is at work their page looks again. */
const lookAgainMs = 4_000;

/**
 * Reads everything about imports again. Whom an import brought is asked for when the batch says that it was applied: asked beside the
 * batch, at the moment when an undo begins, the answer would be a refusal.
 */
export function readImportsAgain(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ['imports'], predicate: ({ queryKey }) => queryKey[1] !== 'newcomers' });
}

/** A batch that follows what the worker does. */
export function useBatch(batchId: string) {
  const client = useQueryClient();
  const options = routeQuery('imports', 'get', { params: { batchId } });
  const again = () => void readImportsAgain(client);
  useLive(
    'imports.progress',
    (data) => {
      const news = data as z.output<typeof ImportProgress>;
      if (news.batchId !== batchId) return;
      const known = client.getQueryData(options.queryKey);
      // A step that goes on only moves the bar; a new state has other rows and rights.
      if (known?.state === news.state && underWay.includes(news.state)) client.setQueryData(options.queryKey, { ...known, progress: { done: news.done, total: news.total } });
      else again();
    },
    again,
  );
  return useQuery({ ...options, refetchInterval: ({ state }) => (state.data !== undefined && underWay.includes(state.data.state) ? lookAgainMs : false) });
}

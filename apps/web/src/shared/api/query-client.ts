import { ApiProblem, NetworkProblem } from '@pamong/contract/client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { noteSessionEnd } from '../session/session-end.js';

const FRESH_MS = 30_000;

/**
 * Server state of the page. Reads are tried again when the network failed, never when the server said no.
 * `networkMode: 'always'`: without a network a request fails at once and the screen can say so, instead of a skeleton for ever.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        retry: (failures, error) => error instanceof NetworkProblem && failures < 2 && navigator.onLine,
        retryDelay: (attempt) => Math.min(8_000, 700 * 2 ** attempt),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

function watch(error: Error): void {
  if (error instanceof ApiProblem && error.code === 'SIGN_IN_REQUIRED') noteSessionEnd();
}

import type { AllRoutes } from '@pamong/contract/all-routes';
import type { CallOptions } from '@pamong/contract/client';
import type { RequestOf, ResponseOf, Route } from '@pamong/contract/kernel/route';
import { queryOptions } from '@tanstack/react-query';
import { api } from './client.js';

type Feature = keyof AllRoutes;
type RouteOf<F extends Feature, R extends keyof AllRoutes[F]> = AllRoutes[F][R] extends Route ? AllRoutes[F][R] : never;
type RequestArgs<T extends Route> = keyof RequestOf<T> extends never ? [] : [request: RequestOf<T>];
type LooseCall<T extends Route> = (request: unknown, options: CallOptions) => Promise<ResponseOf<T>>;

/**
 * Key and fetcher of one GET route for `useQuery`, `prefetchQuery` and `invalidateQueries`: `useQuery(routeQuery('session', 'get'))`.
 * Keys begin with the feature and the route, so `invalidateQueries({ queryKey: ['courses'] })` refreshes a whole feature.
 */
export function routeQuery<F extends Feature, R extends keyof AllRoutes[F] & string>(feature: F, route: R, ...[request]: RequestArgs<RouteOf<F, R>>) {
  return queryOptions({
    queryKey: [feature, route, request ?? null] as const,
    queryFn: ({ signal }): Promise<ResponseOf<RouteOf<F, R>>> => {
      const call = api[feature][route] as unknown as LooseCall<RouteOf<F, R>>;
      return call(request, { signal });
    },
  });
}

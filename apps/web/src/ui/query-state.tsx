import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState, type ErrorStateProps } from './error-state.js';
import { SkeletonPage } from './skeleton.js';

export interface QueryStateProps<Data> {
  readonly query: UseQueryResult<Data, Error>;
  readonly skeleton?: ReactNode;
  readonly errorTitle?: ReactNode;
  /** As in `ErrorState`: the whole page, a part of it, or a card beside others. */
  readonly place?: ErrorStateProps['place'];
  readonly children: (data: Data) => ReactNode;
}

/** Skeleton while the first answer is on its way, error state when there is none, else the data; old data stays while a refresh fails. */
export function QueryState<Data>({ query, skeleton, errorTitle, place, children }: QueryStateProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorState error={query.error} title={errorTitle} {...(place === undefined ? {} : { place })} onRetry={() => void query.refetch()} />;
  return <>{skeleton ?? <SkeletonPage />}</>;
}

import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './error-state.js';
import { SkeletonPage } from './skeleton.js';

export interface QueryStateProps<Data> {
  readonly query: UseQueryResult<Data, Error>;
  readonly skeleton?: ReactNode;
  readonly errorTitle?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** Skeleton while the first answer is on its way, error state when there is none, else the data; old data stays while a refresh fails. */
export function QueryState<Data>({ query, skeleton, errorTitle, children }: QueryStateProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorState error={query.error} title={errorTitle} onRetry={() => void query.refetch()} />;
  return <>{skeleton ?? <SkeletonPage />}</>;
}

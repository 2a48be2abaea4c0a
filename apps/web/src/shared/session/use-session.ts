import type { ResponseOf } from '@pamong/contract/kernel/route';
import type { Permission } from '@pamong/contract/permissions';
import type { session } from '@pamong/contract/session';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { routeQuery } from '../api/route-query.js';
import { noteSessionResumed } from './session-end.js';

/** Who is signed in (null: nobody) and, in the demo, the accounts anyone may try. */
export type SessionView = ResponseOf<typeof session.get>;
export type Me = NonNullable<SessionView['me']>;

/** A session changes by signing in and out, which write the answer here; so it is asked for once a visit. */
export const sessionQuery = { ...routeQuery('session', 'get'), staleTime: Number.POSITIVE_INFINITY };

/** The session as it is known so far: `pending` until the first answer. */
export function useSession() {
  const { data, isPending, error, refetch } = useQuery(sessionQuery);
  return { me: data?.me ?? null, demo: data?.demo ?? null, setup: data?.setup ?? false, pending: isPending, error, retry: () => void refetch() };
}

/** The person on a page behind a login. @throws Error on a page that anyone may open; use `useSession` there */
export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error('useMe stands on a page that is open to everyone');
  return me;
}

/** Whether the person holds a permission anywhere: for menus. Whether it holds on one thing is that thing's own `can`. */
export function useCan(): (permission: Permission) => boolean {
  const { me } = useSession();
  return (permission) => me?.can.includes(permission) ?? false;
}

/**
 * Puts a new session (signed in, or out) in place of the old. Another person never sees what was fetched for the one before;
 * the same person, back after a session that ended, keeps the page as it is while it is read again.
 */
export function useReplaceSession(): (next: SessionView) => void {
  const client = useQueryClient();
  return (next) => {
    const before = client.getQueryData<SessionView>(sessionQuery.queryKey)?.me?.personId;
    client.setQueryData(sessionQuery.queryKey, next);
    noteSessionResumed();
    const others = { predicate: ({ queryKey }: { readonly queryKey: readonly unknown[] }) => queryKey[0] !== 'session' || queryKey[1] !== 'get' };
    if (before !== undefined && before === next.me?.personId) {
      void client.invalidateQueries(others);
    } else if (next.me === null) {
      // Nothing is read again: the page that is still there for a moment would only be refused.
      void client.cancelQueries(others);
      client.removeQueries(others);
    } else {
      client.removeQueries({ ...others, type: 'inactive' });
      void client.resetQueries(others);
    }
  };
}

import type { AgencySetting } from '@pamong/contract/agency-settings';
import { useQuery } from '@tanstack/react-query';
import { routeQuery } from '../api/route-query.js';
import { useAddressFilter } from '../routing/use-address-filter.js';
import { useMe } from './use-session.js';

/** An agency whose settings may be decided. */
export interface SettledAgency {
  readonly id: string;
  readonly name: string;
}

/**
 * The agency whose settings a page shows: the one that the address names (`?instansi=`), else one's own. Most people settle one agency
 * only; who settles several finds all of them in `agencies`.
 */
export function useSettledAgency(permission: AgencySetting) {
  const { agency: own } = useMe();
  const { get, set } = useAddressFilter();
  const named = get('instansi');
  const { data } = useQuery({ ...routeQuery('organisations', 'listSettled', { query: { permission } }), staleTime: 60_000 });
  const agencies: readonly SettledAgency[] = data?.items ?? [];
  const unknown = data !== undefined && agencies.length > 0 && !agencies.some(({ id }) => id === named);
  // Nobody waits for the list: an address is believed until it turns out to name what one may not settle.
  const id = named === '' || unknown ? (agencies.some((one) => one.id === own.id) || agencies.length === 0 ? own.id : (agencies[0]?.id ?? own.id)) : named;
  return { id, name: agencies.find((one) => one.id === id)?.name ?? own.name, agencies, choose: (next: string) => set({ instansi: next }) };
}

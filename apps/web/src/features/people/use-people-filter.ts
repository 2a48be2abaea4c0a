import type { PeopleFilter } from '@pamong/contract/people';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type * as z from 'zod';
import { useAddressFilter } from '../../shared/routing/use-address-filter.js';

export type PeopleQuery = z.input<typeof PeopleFilter>;

export const KINDS = ['PNS', 'CPNS', 'PPPK', 'PPPK_PART_TIME', 'NON_ASN'] as const;
export const STATUSES = ['active', 'study_assignment', 'unpaid_leave', 'leave', 'transferred', 'retired', 'deceased'] as const;
export const ACCOUNTS = ['none', 'active', 'disabled'] as const;
const SORTS = ['name', '-name', 'unit', '-unit', 'changed', '-changed'] as const;

/** Filters, sort and page as the address has them; unknown words in it are left out. */
export function usePeopleFilter() {
  const [query] = useSearchParams();
  const { set } = useAddressFilter();
  const filter = useMemo((): PeopleQuery => {
    const q = query.get('q') ?? '';
    const unitId = query.get('unit');
    const kind = KINDS.find((one) => one === query.get('jenis'));
    const status = STATUSES.find((one) => one === query.get('status'));
    const account = ACCOUNTS.find((one) => one === query.get('akun'));
    const sort = SORTS.find((one) => one === query.get('urut')) ?? 'name';
    return { q, sort, ...(unitId && { unitId }), ...(kind && { kind }), ...(status && { status }), ...(account && { account }) };
  }, [query]);
  const page = Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1);
  const filtered = Boolean(filter.q || filter.unitId || filter.kind || filter.status || filter.account);
  return { filter, page, filtered, set };
}

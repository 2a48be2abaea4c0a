import type { organisations } from '@pamong/contract/organisations';
import type { ResponseOf } from '@pamong/contract/kernel/route';
import { useQueryClient } from '@tanstack/react-query';

export type Unit = ResponseOf<typeof organisations.get>;
export type UnitNode = ResponseOf<typeof organisations.list>['items'][number];

/** IANA names of Indonesia's three zones. */
export const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;

/** Where a unit is looked at. */
export function unitPath(id: string): string {
  return `/kelola/unit/${id}`;
}

/** After a change of the tree: everything that shows it is read again. */
export function useTreeChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['organisations'] });
}

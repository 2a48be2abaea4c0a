import type { Permission } from '@pamong/contract/permissions';
import { type FeaturePage, STAFF_GROUPS } from '../../shared/routing/feature-routes.js';

export interface StaffRoom {
  readonly path: string;
  /** Key of `core`. */
  readonly label: string;
  readonly icon: NonNullable<FeaturePage['nav']>['icon'];
}

/** The rooms that exist and that this person may enter, in the order of tasks. */
export function staffRooms(pages: readonly FeaturePage[], can: (permission: Permission) => boolean): readonly StaffRoom[] {
  return STAFF_GROUPS.flatMap((group) =>
    pages.flatMap(({ nav, path, access }) => {
      if (nav?.group !== group) return [];
      if (access !== 'public' && access !== 'signed-in' && !can(access)) return [];
      return [{ path, icon: nav.icon, label: nav.label ?? `nav.groups.${group}` }];
    }),
  );
}

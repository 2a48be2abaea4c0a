import type { Permission } from '@pamong/contract/permissions';
import { type FeaturePage, STAFF_GROUPS, type StaffGroup, type StaffNav } from '../../shared/routing/feature-routes.js';

export interface StaffRoom extends StaffNav {
  readonly path: string;
}

export interface StaffRoomGroup {
  readonly group: StaffGroup;
  readonly rooms: readonly StaffRoom[];
}

/** The rooms that exist and that this person may enter, by group; groups without a room are left out. */
export function staffRoomGroups(pages: readonly FeaturePage[], can: (permission: Permission) => boolean): readonly StaffRoomGroup[] {
  const rooms = pages
    .flatMap(({ nav, path, access }) => (nav && (access === 'public' || access === 'signed-in' || can(access)) ? [{ ...nav, path }] : []))
    .toSorted((a, b) => a.order - b.order);
  return STAFF_GROUPS.map((group) => ({ group, rooms: rooms.filter((room) => room.group === group) })).filter((group) => group.rooms.length > 0);
}

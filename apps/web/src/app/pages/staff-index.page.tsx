import { Navigate } from 'react-router';
import type { FeaturePage } from '../../shared/routing/feature-routes.js';
import { useCan } from '../../shared/session/use-session.js';
import { staffRoomGroups } from '../nav/staff-rooms.js';

/** The staff room's door: leads to the first room that this person may enter. */
export function StaffIndex({ pages }: { readonly pages: readonly FeaturePage[] }) {
  const can = useCan();
  const first = staffRoomGroups(pages, can)[0]?.rooms[0];
  return <Navigate to={first?.path ?? '/beranda'} replace />;
}

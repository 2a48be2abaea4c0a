import type { UnitRow } from './units.js';

/** Why a unit cannot be moved under another, or merged into it. */
export type TreeObstacle = 'UNIT_LOOP' | 'UNIT_CLOSED' | 'UNIT_OF_ANOTHER_AGENCY' | 'AGENCY_STAYS';

type Place = Pick<UnitRow, 'kind' | 'agencyId' | 'path' | 'closed'>;

/** Null when nothing is in the way. */
export function obstacleOf(unit: Place, into: Place): TreeObstacle | null {
  if (unit.kind === 'agency') return 'AGENCY_STAYS';
  if (unit.agencyId !== into.agencyId) return 'UNIT_OF_ANOTHER_AGENCY';
  if (into.path === unit.path || into.path.startsWith(`${unit.path}.`)) return 'UNIT_LOOP';
  if (unit.closed || into.closed) return 'UNIT_CLOSED';
  return null;
}

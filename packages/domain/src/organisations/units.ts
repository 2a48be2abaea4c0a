import type { OrganisationEventEntity } from './organisation-event.entity.js';

/** A row of the tree as the repository reads it. */
export interface UnitRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly agencyId: string;
  readonly kind: 'agency' | 'unit';
  readonly name: string;
  readonly shortName: string;
  readonly code: string | null;
  readonly unitKind: string | null;
  readonly timeZone: string;
  readonly path: string;
  readonly revision: number;
  readonly mergedIntoId: string | null;
  readonly closed: boolean;
  /** Open units directly below. */
  readonly children: number;
}

/** A row of the tree with the number of people whose unit it is. */
export interface CountedUnit extends UnitRow {
  readonly people: number;
}

export interface UnitName {
  readonly id: string;
  readonly name: string;
}

export type OrganisationEvent = Pick<OrganisationEventEntity, 'id' | 'organisationId' | 'at' | 'kind' | 'details' | 'actorPersonId'>;

/** Whoever changes the tree. */
export interface TreeEditor {
  readonly personId: string;
  readonly agencyId: string;
}
